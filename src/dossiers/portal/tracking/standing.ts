import { vietnamDate } from '../../../platform/dates.ts'
import type { App } from '../../../platform/app.ts'
import { calendarFor, remaining, rulesFor, type DayReason, type Remaining } from '../../../deadlines/index.ts'
import type { Dossier } from '../../dossier.ts'

type Dated = Pick<Dossier, 'dueAt' | 'finishedAt' | 'competentUnitId'>

/** How a dossier stands against its promised date; nothing while no date runs. */
export async function standingOf(
  { db, clock }: App,
  { dueAt, finishedAt, competentUnitId }: Dated,
): Promise<Remaining | undefined> {
  if (dueAt === null || finishedAt !== null) return undefined
  const now = clock.now()
  const on = vietnamDate(now)
  const [calendar, rules] = await Promise.all([calendarFor(db, competentUnitId, on), rulesFor(db, on)])
  return remaining(now, dueAt, calendar, rules.soonWorkingDays)
}

export type DaysUsed = { total: number; used: number; isTodayCounted: boolean }

// More ticks than this say nothing any more.
const MOST_TICKS = 60

/** How many of the counted days are gone; nothing for terms in hours and for very long ones. */
export function daysUsed(explanation: readonly DayReason[], today: string): DaysUsed | undefined {
  const counted = explanation.filter(
    ({ mark, nth }) => nth !== undefined && (mark === 'counted' || mark === 'end-moved'),
  )
  if (counted.length < 2 || counted.length > MOST_TICKS) return undefined
  return {
    total: counted.length,
    used: counted.filter(({ on }) => on < today).length,
    isTodayCounted: counted.some(({ on }) => on === today),
  }
}
