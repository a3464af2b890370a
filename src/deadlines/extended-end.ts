import type { LegalDate } from '../platform/dates.ts'
import type { Term } from '../platform/term.ts'
import { numberAt, numberOf } from './day-number.ts'
import { note, openTrail, type Trail } from './day-reason.ts'
import { firstDay, officeDay, type OfficeDay } from './office-day.ts'
import { nextDay, noteStopped, settle, type End, type Reckoning } from './reckon.ts'
import { isStopped } from './stops.ts'

/** gia hạn: the new date promised in the apology (form 04), on the day `at`. */
export type Extension = { at: Date; until: LegalDate; document: string }

/**
 * The end after the re-appointment: the new date, moved on by what is stopped after it was given; never earlier than the
 * term itself. `plain` is where the term ends without it; the trail hears of the days after that.
 */
export function extendedEnd(asked: Reckoning, { at, until, document }: Extension, plain: End, trail: Trail): End {
  const { calendar, stops } = asked
  const given = numberAt(at.getTime())
  let left = 0
  for (let number = given + 1; number <= numberOf(until); number++)
    if (counts(asked.term, officeDay(calendar, number))) left++

  const walk = { ...asked, trail: openTrail(false) }
  let last = officeDay(calendar, given)
  firstDay(calendar, given + 1, ({ isWorking }) => isWorking)
  while (left > 0) {
    last = nextDay(calendar, last)
    if (counts(asked.term, last) && !isStopped(stops, last)) left--
  }
  const end = settle(walk, last, false)
  if (end.at <= plain.at) return plain
  if (walk.trail.isDoubtful) trail.isDoubtful = true
  for (let number = plain.day.number + 1; number <= end.day.number; number++) {
    const day = officeDay(calendar, number)
    if (number === end.day.number) note(trail, day, 'due', undefined, undefined, [document])
    else if (isStopped(stops, day) && counts(asked.term, day)) noteStopped({ stops, trail }, day)
    else if (day.kind === 'closed') note(trail, day, 'closed')
    else if (!day.isWorking) note(trail, day, 'skipped')
    else note(trail, day, 'extended', undefined, undefined, [document])
  }
  return end
}

/** Terms in days, months and years run through days off as well. */
function counts({ unit }: Term, day: OfficeDay): boolean {
  return day.isWorking || unit === 'day' || unit === 'month' || unit === 'year'
}
