import type { LegalDate } from '../platform/dates.ts'
import { refuse, type Reason } from '../platform/refusal.ts'
import type { Term, TermUnit } from '../platform/term.ts'
import { openTrail, type DayReason, type Trail } from './day-reason.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { extendedEnd, type Extension } from './extended-end.ts'
import { reckon, type End } from './reckon.ts'
import { stoppedBy, type Stop } from './stops.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type DueDate = {
  dueAt: Date
  dueOn: LegalDate
  /** The working day the dossier is taken to be received. */
  receivedOn: LegalDate
  /** The first day (or, for terms in hours and within the day, the day) that counts. */
  countsFrom: LegalDate
  /** Every day from the receipt to the due day, in order. Reckoned when it is first read. */
  readonly explanation: DayReason[]
  /** True when a day not yet decided by the State, or a year without known holidays, lies on the way. */
  provisional: boolean
}

export type DueQuestion = {
  receivedAt: Date
  term: Term
  calendar: WorkingCalendar
  rules: DeadlineRules
  /** When the clock stands still. */
  stops?: readonly Stop[]
  /** The one re-appointment. */
  extension?: Extension | null
}

const LONGEST = {
  hour: 5_000,
  'working-day': 5_000,
  day: 7_300,
  month: 240,
  year: 20,
  'within-day': 1,
} satisfies Record<TermUnit, number>

/** Half working days exist in the catalogue (3,5 ngày làm việc); every other unit comes whole. */
export function whyTermInvalid({ quantity, unit }: Term): Reason | undefined {
  const step = unit === 'working-day' ? 0.5 : 1
  if (quantity > 0 && quantity <= LONGEST[unit] && Number.isInteger(quantity / step)) return undefined
  return { code: 'deadlines.term-invalid', facts: { quantity, unit } }
}

/**
 * When the result is due. The day of receipt is not counted (Civil Code 2015, art. 147); months and years end on the day
 * of the same number, or the last of the month (art. 148.2–3); a term ending on a day off ends with the next working day
 * (art. 148.5); terms in hours begin at once (art. 147.1) and run in office hours. Received after the cut-off hour or on
 * a day off counts as received on the next working day. What lies inside a stop does not count. Throws
 * `deadlines.term-invalid`.
 */
export function computeDue(question: DueQuestion): DueDate {
  refuse(whyTermInvalid(question.term))
  const trail = openTrail(false)
  const { end, receivedOn } = walk(question, trail)
  let reasons: DayReason[] | undefined
  return {
    dueAt: new Date(end.at),
    dueOn: end.day.on,
    receivedOn,
    countsFrom: trail.countsFrom ?? receivedOn,
    get explanation() {
      return (reasons ??= explain(question))
    },
    provisional: trail.isDoubtful,
  }
}

/** Day by day why: from the receipt to the due day. */
export function explain(question: DueQuestion): DayReason[] {
  const trail = openTrail(true)
  walk(question, trail)
  return trail.reasons ?? []
}

function walk(question: DueQuestion, trail: Trail): { end: End; receivedOn: LegalDate } {
  const asked = { ...question, stops: stoppedBy(question.stops ?? []) }
  const { end, receivedOn } = reckon(asked, trail)
  if (!question.extension) return { end, receivedOn }
  return { end: extendedEnd(asked, question.extension, end, trail), receivedOn }
}
