import { addDays, type LegalDate } from '../platform/dates.ts'
import type { Clock } from './clock.ts'
import type { DayReason } from './day-reason.ts'
import { explainLineText } from './explain.texts.ts'
import type { DayKind } from './working-calendar.ts'

/** What a run of days did to the term, as people are told it. `made-up`: a make-up Saturday that counts. */
export type ExplainKind =
  | 'received'
  | 'late'
  | 'counted'
  | 'made-up'
  | 'day-off'
  | 'holiday'
  | 'closed'
  | 'stopped'
  | 'end-moved'
  | 'extended'
  | 'due'

/** Days in a row that did the same thing. */
export type DayRun = {
  from: LegalDate
  to: LegalDate
  kind: ExplainKind
  dayKind: DayKind
  mark: DayReason['mark']
  /** Names of the holidays, or why the office was closed; each once. */
  names: string[]
  /** How many days of the term these are. */
  counted: number
  /** Which days of the term; null where none is counted, and in terms of hours. */
  nth: { first: number; last: number } | null
  /** Office minutes counted, in terms of hours. */
  minutes: number
  documents: string[]
  /** A day in it awaits the decision of the State. */
  isExpected: boolean
}

export type ExplainLine = DayRun & { text: string }

/** Why the date is what it is, in runs of equal days: the lines under "Vì sao là ngày này?" for citizens and officers. */
export function explainClock({ explanation }: Pick<Clock, 'explanation'>): ExplainLine[] {
  return dayRuns(explanation).map((run) => ({ ...run, text: explainLineText(run) }))
}

/** Groups the days of an explanation; the due day always stands alone. */
export function dayRuns(explanation: readonly DayReason[]): DayRun[] {
  const runs: DayRun[] = []
  for (const [index, reason] of explanation.entries()) {
    const run = runOf(reason, index === explanation.length - 1)
    const last = runs.at(-1)
    if (last && isSame(last, run)) join(last, run)
    else runs.push(run)
  }
  return runs
}

/** What one day did, the last of the explanation being the due day. */
export function kindOf({ mark, kind, minutes }: DayReason, isDue: boolean): ExplainKind {
  if (isDue) return 'due'
  if (mark === 'received' || mark === 'taken-as-received') return 'received'
  if (mark === 'after-cut-off' || mark === 'received-on-day-off') return 'late'
  if (mark === 'counted') return kind === 'makeup_workday' && minutes === undefined ? 'made-up' : 'counted'
  if (mark === 'closed') return 'closed'
  if (mark === 'skipped') return kind === 'weekend' ? 'day-off' : 'holiday'
  return mark
}

function runOf(reason: DayReason, isDue: boolean): DayRun {
  const { on, mark, kind, name, status, nth, minutes = 0, documents = [] } = reason
  const isCounted = mark === 'counted' || mark === 'end-moved'
  return {
    from: on,
    to: on,
    kind: kindOf(reason, isDue),
    dayKind: kind,
    mark,
    names: name === undefined ? [] : [name],
    counted: isCounted && nth !== undefined ? 1 : 0,
    nth: nth === undefined ? null : { first: nth, last: nth },
    minutes,
    documents,
    isExpected: status === 'predicted',
  }
}

function isSame(before: DayRun, after: DayRun): boolean {
  if (before.kind !== after.kind || before.kind === 'due' || addDays(before.to, 1) !== after.from) return false
  // Days of a term in hours are told one by one: each has its own hours.
  if (before.minutes > 0 || after.minutes > 0) return false
  if (before.mark !== after.mark || before.documents.join() !== after.documents.join()) return false
  return before.kind !== 'holiday' || (before.dayKind === after.dayKind && before.isExpected === after.isExpected)
}

function join(run: DayRun, next: DayRun): void {
  run.to = next.to
  run.counted += next.counted
  run.names = [...new Set([...run.names, ...next.names])]
  run.isExpected ||= next.isExpected
  if (run.nth && next.nth) run.nth.last = next.nth.last
}
