import type { LegalDate } from '../platform/dates.ts'
import { defineEvent } from '../platform/events.ts'

/**
 * Days were closed by order, or such an order was withdrawn: dates on or after `from` may have to be reckoned again.
 * `unitId` null: the whole province.
 */
export const dayClosed = defineEvent<{ unitId: string | null; from: LegalDate; to: LegalDate }>('deadlines.day-closed')
