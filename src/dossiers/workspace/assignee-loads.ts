import { vietnamDate } from '../../platform/dates.ts'
import type { App } from '../../platform/app.ts'
import { calendarFor, rulesFor } from '../../deadlines/index.ts'
import { urgencyBounds } from '../queue/queue.ts'
import { queueCounts } from '../queue/store.ts'

const COUNT_NO_FURTHER = 500

export type Load = { total: number; overdue: number }

/** How many dossiers each of these officers is appraising now, and how many of them are late. */
export async function loadsOf(
  { db, clock }: App,
  unitId: string,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Load>> {
  const now = clock.now()
  const on = vietnamDate(now)
  const [calendar, rules] = await Promise.all([calendarFor(db, unitId, on), rulesFor(db, on)])
  const bounds = urgencyBounds(now, calendar, rules.soonWorkingDays)
  const loads = await Promise.all(
    accountIds.map(async (accountId): Promise<[string, Load]> => {
      const source = { by: 'assignee' as const, keys: [accountId], divisionIds: null, states: ['appraising' as const] }
      const { total, overdue } = await queueCounts(db, source, bounds, COUNT_NO_FURTHER)
      return [accountId, { total, overdue }]
    }),
  )
  return new Map(loads)
}
