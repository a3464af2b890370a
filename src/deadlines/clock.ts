import type { LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Term } from '../platform/term.ts'
import type { DayReason } from './day-reason.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { computeDue, type DueDate } from './due-date.ts'
import type { Extension } from './extended-end.ts'
import type { Stop } from './stops.ts'
import { calendarKnownAt, calendarSince, type WorkingCalendar } from './working-calendar.ts'

export type StopGround = 'supplement' | 'legal-basis'

/**
 * Everything that can move a due date. There is no event for a consulted body that stays silent, a dossier handed over by
 * post, a merged unit or a changed route: none of them touches the clock.
 */
export type ClockEvent =
  | { kind: 'received'; at: Date }
  | { kind: 'stopped'; at: Date; ground: StopGround; document: string; legalBasis: string | null }
  | { kind: 'resumed'; at: Date }
  | { kind: 'extended'; at: Date; until: LegalDate; document: string; reason: string }
  | { kind: 'finished'; at: Date }

/** One change of the due date. `closed`: the office was closed by order after the date had been promised. */
export type ClockMove = {
  kind: 'restarted' | 'resumed' | 'extended' | 'closed'
  at: Date
  document: string | null
  /** Legal basis of a stop, reason of an extension or of a closure. */
  reason: string | null
  before: { dueAt: Date; dueOn: LegalDate }
  after: { dueAt: Date; dueOn: LegalDate }
}

/** A stretch in which the clock stood still since the term last began; `to` is null while it lasts. */
export type ClockStop = { from: Date; to: Date | null; ground: StopGround; document: string; legalBasis: string | null }

export type Clock = {
  state: 'not-begun' | 'running' | 'stopped' | 'finished'
  /** The date first promised. */
  original: DueDate | null
  /** The date now promised; while the clock stands still, the last one. */
  current: DueDate | null
  movedBy: ClockMove[]
  stops: ClockStop[]
  extension: Extension | null
  finishedAt: Date | null
  readonly explanation: DayReason[]
  rulesOn: LegalDate
  rulesVersion: string
  provisional: boolean
}

export type ClockQuestion = {
  term: Term
  events: readonly ClockEvent[]
  calendar: WorkingCalendar
  rules: DeadlineRules
}

type Closed = { kind: 'closed'; at: Date; order: string; reason: string }
type Running = {
  receivedAt: Date | null
  original: DueDate | null
  current: DueDate | null
  stops: ClockStop[]
  extension: Extension | null
  finishedAt: Date | null
  movedBy: ClockMove[]
}

/**
 * The clock of a dossier as its events leave it. A supplemented dossier begins its term anew; a stop on a legal basis moves
 * the date on when it ends; a closure ordered later moves it as well, and leaves the original where it was. Throws
 * `deadlines.clock-broken` when the events cannot have happened in this order.
 */
export function clockOf({ term, events, calendar, rules }: ClockQuestion): Clock {
  const run: Running = {
    receivedAt: null,
    original: null,
    current: null,
    stops: [],
    extension: null,
    finishedAt: null,
    movedBy: [],
  }
  const due = (at: Date): DueDate | null => {
    if (run.receivedAt === null) return null
    const stops = run.stops.flatMap(({ from, to, document }): Stop[] => (to ? [{ from, to, document }] : []))
    const known = calendarKnownAt(calendarSince(calendar, run.receivedAt), at)
    return computeDue({ receivedAt: run.receivedAt, term, calendar: known, rules, stops, extension: run.extension })
  }
  const move = (kind: ClockMove['kind'], at: Date, document: string | null, reason: string | null): void => {
    const before = run.current
    const after = due(at)
    run.current = after
    if (!before || !after || before.dueAt.getTime() === after.dueAt.getTime()) return
    run.movedBy.push({ kind, at, document, reason, before: pointOf(before), after: pointOf(after) })
  }
  for (const event of inOrder(events, calendar)) happen(run, event, move, due)
  return {
    ...clockFields(run),
    get explanation() {
      return run.current?.explanation ?? []
    },
    rulesOn: rules.inForceOn,
    rulesVersion: rules.version,
    provisional: run.current?.provisional ?? false,
  }
}

function happen(
  run: Running,
  event: ClockEvent | Closed,
  move: (kind: ClockMove['kind'], at: Date, document: string | null, reason: string | null) => void,
  due: (at: Date) => DueDate | null,
): void {
  const { at } = event
  if (event.kind === 'closed') {
    if (run.receivedAt && !run.finishedAt) move('closed', at, event.order, event.reason)
    return
  }
  if (event.kind !== 'received' && run.receivedAt === null) throw broken(event)
  switch (event.kind) {
    case 'received': {
      const supplement = run.stops.findLast(({ ground }) => ground === 'supplement')
      const isFirst = run.receivedAt === null
      run.receivedAt = at
      run.finishedAt = null
      run.extension = null
      // A stop on a legal basis that still lasts goes on; everything else belongs to the term that is over.
      run.stops = run.stops.filter(({ to, ground }) => to === null && ground === 'legal-basis')
      if (isFirst) run.original = run.current = due(at)
      else move('restarted', at, supplement?.document ?? null, supplement?.legalBasis ?? null)
      return
    }
    case 'stopped': {
      const { ground, document, legalBasis } = event
      run.stops.push({ from: at, to: null, ground, document, legalBasis })
      return
    }
    case 'resumed': {
      const stop = run.stops.find(({ to, ground }) => to === null && ground === 'legal-basis')
      if (!stop) throw broken(event)
      stop.to = at
      move('resumed', at, stop.document, stop.legalBasis)
      return
    }
    case 'extended':
      run.extension = { at, until: event.until, document: event.document }
      move('extended', at, event.document, event.reason)
      return
    case 'finished':
      run.finishedAt = at
  }
}

function clockFields({ receivedAt, finishedAt, stops, ...rest }: Running) {
  const isStopped = stops.some(({ to }) => to === null)
  const state: Clock['state'] =
    receivedAt === null ? 'not-begun' : finishedAt ? 'finished' : isStopped ? 'stopped' : 'running'
  return { state, stops, finishedAt, ...rest }
}

/** Events by their instants, the closures of the calendar among them; what comes at the same instant stays in order. */
function inOrder(events: readonly ClockEvent[], { closed }: WorkingCalendar): (ClockEvent | Closed)[] {
  if (closed.size === 0) return events.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const orders = new Map<string, Closed>()
  for (const { order, reason, recordedAt: at } of [...closed.values()].flat())
    orders.set(`${at.getTime()} ${order}`, { kind: 'closed', at, order, reason })
  return [...events, ...orders.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function pointOf({ dueAt, dueOn }: DueDate): { dueAt: Date; dueOn: LegalDate } {
  return { dueAt, dueOn }
}

function broken({ kind, at }: ClockEvent): Refusal {
  return new Refusal('deadlines.clock-broken', { kind, at: at.toISOString() })
}
