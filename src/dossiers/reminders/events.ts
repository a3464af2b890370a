import { defineEvent } from '../../platform/events.ts'
import type { About, Rung, Audience } from './ladder.ts'

/** What a person is reminded of; the instants in ISO 8601. */
export type ReminderItem = {
  dossierId: string
  code: string
  about: About
  side: Rung['side']
  markAt: string
  stepName: string | null
  told: { accountId: string; as: Audience }[]
}

/** One round of reminders of a unit: everybody hears of all that concerns them at once. */
export const remindersDue = defineEvent<{ unitId: string; roundId: string; items: ReminderItem[] }>(
  'dossiers.reminders-due',
)
