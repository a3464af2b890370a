import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, instantOf, vietnamDate } from '../platform/dates.ts'
import type { Term } from '../platform/term.ts'
import { clockOf, type ClockEvent } from './clock.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { computeDue, type DueQuestion } from './due-date.ts'
import type { Stop } from './stops.ts'
import { busyCalendar, provinceCalendar } from './testing.ts'
import { calendarOf, isWorkingDay, type WorkingCalendar } from './working-calendar.ts'

let calendars: WorkingCalendar[]
let rules: DeadlineRules
beforeAll(async () => {
  const province = await provinceCalendar()
  calendars = [province.calendar, await busyCalendar()]
  rules = province.rules
})

const RUNS = { numRuns: 1000 }
const MINUTE = 60_000
const receivedAt = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => new Date(instantOf(addDays('2024-02-01', day)).getTime() + minute * MINUTE))
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ quantity: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('working-day', 'day', 'hour') }),
  fc.record({ quantity: fc.integer({ min: 0, max: 20 }).map((n) => n + 0.5), unit: fc.constant('working-day') }),
  fc.record({ quantity: fc.integer({ min: 1, max: 6 }), unit: fc.constant('month') }),
  fc.constant<Term>({ quantity: 1, unit: 'within-day' }),
)
/** Minutes from the receipt, and how long. */
const stretch = fc.tuple(fc.integer({ min: -2000, max: 60_000 }), fc.integer({ min: 1, max: 20_000 }))
const which = fc.integer({ min: 0, max: 1 })

const stopOf = (received: Date, [after, length]: [number, number]): Stop => {
  const from = received.getTime() + after * MINUTE
  return { from: new Date(from), to: new Date(from + length * MINUTE), document: `TB ${after}` }
}
const calendarNo = (index: number): WorkingCalendar => calendars[index] ?? expect.fail('no calendar')
const dueAt = (question: DueQuestion): number => computeDue(question).dueAt.getTime()

describe('stops', () => {
  test('one more stop never shortens', () => {
    fc.assert(
      fc.property(
        receivedAt,
        anyTerm,
        fc.array(stretch, { maxLength: 3 }),
        stretch,
        which,
        (at, term, some, one, no) => {
          const question = { receivedAt: at, term, calendar: calendarNo(no), rules }
          const stops = some.map((each) => stopOf(at, each))
          expect(dueAt({ ...question, stops: [...stops, stopOf(at, one)] })).toBeGreaterThanOrEqual(
            dueAt({ ...question, stops }),
          )
        },
      ),
      RUNS,
    )
  })

  test('their order does not matter, and what overlaps counts once', () => {
    fc.assert(
      fc.property(
        receivedAt,
        anyTerm,
        fc.array(stretch, { minLength: 2, maxLength: 4 }),
        which,
        (at, term, some, no) => {
          const question = { receivedAt: at, term, calendar: calendarNo(no), rules }
          const stops = some.map((each) => stopOf(at, each))
          const expected = dueAt({ ...question, stops })
          expect(dueAt({ ...question, stops: stops.toReversed() })).toBe(expected)
          expect(dueAt({ ...question, stops: [...stops, ...stops] })).toBe(expected)
          expect(dueAt({ ...question, stops: merged(stops) })).toBe(expected)
        },
      ),
      RUNS,
    )
  })

  test('a stop cut in two at any moment is the same stop', () => {
    fc.assert(
      fc.property(
        receivedAt,
        anyTerm,
        stretch,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (at, term, one, share) => {
          const question = { receivedAt: at, term, calendar: calendarNo(0), rules }
          const whole = stopOf(at, one)
          const cut = new Date(Math.round(whole.from.getTime() + (whole.to.getTime() - whole.from.getTime()) * share))
          const halves = [
            { ...whole, to: cut },
            { ...whole, from: cut },
          ]
          expect(dueAt({ ...question, stops: halves })).toBe(dueAt({ ...question, stops: [whole] }))
        },
      ),
      RUNS,
    )
  })
})

test('a holiday or a closed half day more never brings the date forward, stops or none', () => {
  fc.assert(
    fc.property(
      receivedAt,
      anyTerm,
      fc.array(stretch, { maxLength: 2 }),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('holiday', 'day', 'morning', 'afternoon'),
      which,
      (at, term, some, offset, what, no) => {
        const calendar = calendarNo(no)
        const on = addDays(vietnamDate(at), offset)
        const closed = [...calendar.closed.values()].flat()
        const days = [...calendar.days.values()]
        const more =
          what === 'holiday'
            ? calendarOf(
                calendar.weeks,
                [...days, { on, kind: 'holiday', name: 'thêm', status: 'official', source: '' }],
                closed,
              )
            : calendarOf(calendar.weeks, days, [
                ...closed,
                { on, part: what, order: 'thêm', reason: 'bão', recordedAt: new Date(0) },
              ])
        const question = { receivedAt: at, term, rules, stops: some.map((each) => stopOf(at, each)) }
        expect(dueAt({ ...question, calendar: more })).toBeGreaterThanOrEqual(dueAt({ ...question, calendar }))
      },
    ),
    {
      ...RUNS,
      examples: [
        [new Date('2026-10-27T08:01:00Z'), { quantity: 4, unit: 'month' }, [[0, 3420]], 1, 'holiday', 0],
        [new Date('2024-02-01T04:31:00Z'), { quantity: 1, unit: 'within-day' }, [[0, 750]], 0, 'holiday', 0],
      ],
    },
  )
})

describe('a term split in two adds up', () => {
  const parts = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
  // Continues from the end of the first part; without the cut-off, which is a matter of the receipt alone.
  const plain = (): DeadlineRules => ({ ...rules, cutOffEffect: 'transfer-next-working-day' })

  test.each(['working-day', 'hour'] as const)('in %ss', (unit) => {
    fc.assert(
      fc.property(receivedAt, parts, which, (at, [first, second], no) => {
        const question = { receivedAt: at, calendar: calendarNo(no), rules: plain() }
        const whole = dueAt({ ...question, term: { quantity: first + second, unit } })
        const half = computeDue({ ...question, term: { quantity: first, unit } }).dueAt
        expect(dueAt({ ...question, receivedAt: half, term: { quantity: second, unit } })).toBe(whole)
      }),
      RUNS,
    )
  })

  test('in days, where the first part does not run out on a day off', () => {
    fc.assert(
      fc.property(receivedAt, parts, which, (at, [first, second], no) => {
        const question = { receivedAt: at, calendar: calendarNo(no), rules: plain() }
        const part = computeDue({ ...question, term: { quantity: first, unit: 'day' } })
        fc.pre(part.dueOn === addDays(part.receivedOn, first))
        const whole = dueAt({ ...question, term: { quantity: first + second, unit: 'day' } })
        expect(dueAt({ ...question, receivedAt: part.dueAt, term: { quantity: second, unit: 'day' } })).toBe(whole)
      }),
      RUNS,
    )
  })
})

test('every day of the way is told once, ends on a working day, and tells as many counted days as the term has', () => {
  fc.assert(
    fc.property(receivedAt, anyTerm, fc.array(stretch, { maxLength: 3 }), which, (at, term, some, no) => {
      const calendar = calendarNo(no)
      const stops = some.map((each) => stopOf(at, each))
      const { explanation, dueOn } = computeDue({ receivedAt: at, term, calendar, rules, stops })
      const days = explanation.map(({ on }) => on)
      expect(days).toEqual(days.map((_, index) => addDays(vietnamDate(at), index)))
      expect(days.at(-1)).toBe(dueOn)
      expect(isWorkingDay(calendar, dueOn) || term.unit === 'hour').toBe(true)
      const minutes = explanation.reduce((sum, reason) => sum + (reason.minutes ?? 0), 0)
      if (term.unit === 'hour') expect(minutes).toBeCloseTo(term.quantity * 60)
      const nth = explanation.flatMap((reason) => reason.nth ?? [])
      if (term.unit === 'working-day' || term.unit === 'day') {
        expect(nth).toHaveLength(Math.ceil(term.quantity))
        expect(nth.at(-1)).toBe(term.quantity)
      }
    }),
    RUNS,
  )
})

test('over any lawful history the original stands, stops and extensions only move on, and the last move is the date', () => {
  const step = fc.record({
    kind: fc.constantFrom('stop', 'supplement', 'extend', 'finish'),
    wait: fc.integer({ min: 1, max: 6_000 }),
    last: fc.integer({ min: 1, max: 20_000 }),
  })
  fc.assert(
    fc.property(receivedAt, anyTerm, fc.array(step, { maxLength: 6 }), which, (at, term, steps, no) => {
      const events: ClockEvent[] = [{ kind: 'received', at }]
      let now = at.getTime()
      const later = (minutes: number): Date => new Date((now += minutes * MINUTE))
      for (const [index, { kind, wait, last }] of steps.entries()) {
        const document = `TB ${index}`
        if (kind === 'stop') {
          events.push({ kind: 'stopped', at: later(wait), ground: 'legal-basis', document, legalBasis: 'Điều 1' })
          events.push({ kind: 'resumed', at: later(last) })
        } else if (kind === 'supplement') {
          events.push({ kind: 'stopped', at: later(wait), ground: 'supplement', document, legalBasis: null })
          events.push({ kind: 'received', at: later(last) })
        } else if (kind === 'extend') {
          const until = addDays(vietnamDate(later(wait)), 30 + (last % 30))
          events.push({ kind: 'extended', at: new Date(now), until, document, reason: 'chờ xác minh' })
        }
      }
      const calendar = calendarNo(no)
      const clock = clockOf({ term, events, calendar, rules })
      expect(clock.original?.dueAt.getTime()).toBe(dueAt({ receivedAt: at, term, calendar, rules }))
      expect((clock.movedBy.at(-1)?.after ?? clock.original)?.dueAt).toEqual(clock.current?.dueAt)
      for (const { kind, before, after } of clock.movedBy)
        if (kind === 'resumed') expect(after.dueAt > before.dueAt).toBe(true)
      // What is known at each step is a prefix of the history: replaying it gives the same moves.
      const half = clockOf({ term, events: events.slice(0, Math.ceil(events.length / 2)), calendar, rules })
      expect(clock.movedBy.slice(0, half.movedBy.length)).toEqual(half.movedBy)
    }),
    RUNS,
  )
})

/** Overlapping stops joined into disjoint ones. */
function merged(stops: readonly Stop[]): Stop[] {
  const joined: Stop[] = []
  for (const stop of stops.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = joined.at(-1)
    if (last && stop.from <= last.to) joined[joined.length - 1] = { ...last, to: stop.to > last.to ? stop.to : last.to }
    else joined.push(stop)
  }
  return joined
}
