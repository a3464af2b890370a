import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { Settings } from '../../platform/settings.ts'
import type { Term } from '../../platform/term.ts'
import { calendarFor, computeDue, rulesFor, type DueDate } from '../../deadlines/index.ts'
import { lately } from '../known.ts'

/** When a dossier received now is due, by the calendar of the body that decides and the rules of the day. */
export async function dueFrom(db: Db, competentUnitId: string, term: Term, receivedAt: Date): Promise<DueDate> {
  const on = vietnamDate(receivedAt)
  const calendar = await calendarFor(db, competentUnitId, on)
  return computeDue({ receivedAt, term, calendar, rules: await rulesFor(db, on) })
}

/** When a dossier just handed in would be due if it were received at once: orders the desk's queue, promises nothing. */
export async function expectedDue(
  ctx: { db: Db; now: Date; settings: Settings },
  competentUnitId: string,
  term: Term,
): Promise<Date> {
  const { db, now } = ctx
  const on = vietnamDate(now)
  const calendar = await lately(ctx, `calendar ${competentUnitId} ${on}`, () => calendarFor(db, competentUnitId, on))
  const rules = await lately(ctx, `rules ${on}`, () => rulesFor(db, on))
  return computeDue({ receivedAt: now, term, calendar, rules }).dueAt
}
