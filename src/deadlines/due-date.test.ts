import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, instantOf, isoVietnam, vietnamDate } from '../platform/dates.ts'
import { parseTerm, type Term } from '../platform/term.ts'
import { calendarFromFiles } from './calendar-files.ts'
import { rulesInForce, type DeadlineRules } from './deadline-rules.ts'
import { computeDue } from './due-date.ts'
import { calendarOf, isWorkingDay, type CalendarDay, type WorkingCalendar } from './working-calendar.ts'

let calendar: WorkingCalendar
let rules: DeadlineRules
beforeAll(async () => {
  const files = await calendarFromFiles()
  calendar = files.calendar
  rules = rulesInForce(files.rules, '2026-11-21')
})

const at = (text: string): Date => new Date(`${text}+07:00`)
const term = (text: string): Term => parseTerm(text) ?? expect.fail(`no term: ${text}`)
const due = (received: string, words: string): string =>
  isoVietnam(computeDue({ receivedAt: at(received), term: term(words), calendar, rules }).dueAt).slice(0, 16)

describe('the due instant', () => {
  test.each([
    ['first day is not counted', '2026-11-19T09:00', '1 working-day', '2026-11-20T16:30'],
    ['over a weekend', '2026-11-20T09:48', '1 working-day', '2026-11-23T16:30'],
    ['over 24 November, a holiday since 2026', '2026-11-20T09:48', '7 working-day', '2026-12-02T16:30'],
    ['24 November 2025 was still an ordinary Monday', '2025-11-21T09:48', '1 working-day', '2025-11-24T16:30'],
    ['at 15:00 exactly it is not late', '2026-11-20T15:00:00', '1 working-day', '2026-11-23T16:30'],
    ['one second after 15:00', '2026-11-20T15:00:01', '1 working-day', '2026-11-25T16:30'],
    ['after 15:00 before a holiday', '2026-11-23T15:30', '1 working-day', '2026-11-26T16:30'],
    ['filed on a Saturday', '2026-11-21T10:00', '1 working-day', '2026-11-25T16:30'],
    ['filed on a holiday at night', '2026-11-24T23:59', '1 working-day', '2026-11-26T16:30'],
    [
      'just after midnight in Vietnam, still the day before in UTC',
      '2026-11-20T00:10',
      '1 working-day',
      '2026-11-23T16:30',
    ],
    ['over 2 September with the swapped Monday', '2026-08-25T08:00', '10 working-day', '2026-09-11T16:30'],
    ['a make-up Saturday is counted', '2026-08-20T08:00', '2 working-day', '2026-08-22T16:30'],
    ['received on a make-up Saturday', '2026-08-22T08:00', '1 working-day', '2026-08-24T16:30'],
    ['received late on a make-up Saturday', '2026-08-22T15:20', '1 working-day', '2026-08-25T16:30'],
    [
      'over Giỗ Tổ on a Sunday, its compensation, 30 April and 1 May',
      '2026-04-24T08:00',
      '5 working-day',
      '2026-05-06T16:30',
    ],
    ['30 April 2025 with a make-up Saturday before', '2025-04-25T08:00', '3 working-day', '2025-04-29T16:30'],
    ['over Tết 2026', '2026-02-13T14:00', '3 working-day', '2026-02-25T16:30'],
    ['over Tết 2027 as predicted', '2027-02-04T08:00', '1 working-day', '2027-02-12T16:30'],
    ['over the new year with a swapped Friday', '2025-12-31T10:00', '1 working-day', '2026-01-05T16:30'],
    ['20 working days', '2026-11-16T08:00', '20 working-day', '2026-12-15T16:30'],
    ['half a working day ends with the morning', '2026-11-16T08:00', '3.5 working-day', '2026-11-20T11:30'],
    ['calendar days count weekends', '2026-11-16T08:00', '10 day', '2026-11-26T16:30'],
    ['calendar days ending on a holiday', '2026-11-16T08:00', '8 day', '2026-11-25T16:30'],
    ['calendar days ending on a Saturday', '2026-11-16T08:00', '5 day', '2026-11-23T16:30'],
    ['calendar days ending on a make-up Saturday', '2026-08-17T08:00', '5 day', '2026-08-22T16:30'],
    ['a month ends on the same number', '2026-09-30T08:00', '1 month', '2026-10-30T16:30'],
    [
      'a month without that number ends on its last day, here a Saturday',
      '2026-01-30T08:00',
      '1 month',
      '2026-03-02T16:30',
    ],
    ['a month into a leap February', '2024-01-31T08:00', '1 month', '2024-02-29T16:30'],
    ['a year from a leap day', '2024-02-29T08:00', '1 year', '2025-02-28T16:30'],
    ['twelve months over the year', '2025-11-20T08:00', '12 month', '2026-11-20T16:30'],
    ['hours run over lunch', '2026-11-20T11:00', '4 hour', '2026-11-20T16:30'],
    ['hours run into the next working day', '2026-11-20T09:00', '8 hour', '2026-11-23T09:30'],
    ['hours begin with the office day', '2026-11-20T06:00', '1 hour', '2026-11-20T08:30'],
    ['hours begin after lunch', '2026-11-20T12:10', '1 hour', '2026-11-20T14:00'],
    ['hours filed after 15:00 begin the next working morning', '2026-11-23T15:10', '8 hour', '2026-11-26T08:00'],
    ['hours keep odd minutes', '2026-11-20T14:47', '2 hour', '2026-11-23T07:47'],
    ['within the day', '2026-11-20T10:00', 'within-day', '2026-11-20T16:30'],
    ['within the day, after 15:00', '2026-11-20T15:01', 'within-day', '2026-11-23T16:30'],
  ])('%s', (_name, received, words, expected) => expect(due(received, words)).toBe(expected))

  test('where the late hour only moves the transfer, the day of receipt stays', () => {
    const question = { calendar, rules: { ...rules, cutOffEffect: 'transfer-next-working-day' as const } }
    const asked = { ...question, receivedAt: at('2026-11-20T20:00'), term: term('1 working-day') }
    expect(computeDue(asked).dueOn).toBe('2026-11-23')
    expect(computeDue({ ...asked, term: term('1 within-day') }).dueOn).toBe('2026-11-23')
    expect(isoVietnam(computeDue({ ...asked, term: term('1 hour') }).dueAt)).toBe('2026-11-23T08:30:00+07:00')
  })

  test.each([0, -1, 1.5, 0.5, 8000, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d days', (quantity) => {
    const asked = { receivedAt: at('2026-11-20T08:00'), term: { quantity, unit: 'day' as const }, calendar, rules }
    expect(() => computeDue(asked)).toThrow('deadlines.term-invalid')
  })

  test('refuses a day before any office hours are known', () => {
    const asked = { receivedAt: at('2019-11-20T08:00'), term: term('1 day'), calendar, rules }
    expect(() => computeDue(asked)).toThrow('deadlines.no-working-week')
  })
})

describe('the explanation', () => {
  test('names every day from the late receipt to the due day', () => {
    const { explanation, countsFrom, receivedOn, provisional } = computeDue({
      receivedAt: at('2026-11-20T15:30'),
      term: term('1 working-day'),
      calendar,
      rules,
    })
    expect(explanation.map(({ on, mark, kind }) => `${on} ${mark} ${kind}`)).toEqual([
      '2026-11-20 after-cut-off working',
      '2026-11-21 skipped weekend',
      '2026-11-22 skipped weekend',
      '2026-11-23 taken-as-received working',
      '2026-11-24 skipped holiday',
      '2026-11-25 counted working',
    ])
    expect(explanation[4]?.name).toBe('Ngày Văn hóa Việt Nam')
    expect([receivedOn, countsFrom, provisional]).toEqual(['2026-11-23', '2026-11-25', false])
  })

  test('a calendar-day term tells where its end moved', () => {
    const { explanation } = computeDue({ receivedAt: at('2026-11-16T08:00'), term: term('5 day'), calendar, rules })
    expect(explanation.slice(-3).map(({ on, mark }) => `${on} ${mark}`)).toEqual([
      '2026-11-21 end-moved',
      '2026-11-22 end-moved',
      '2026-11-23 due',
    ])
  })

  test('a predicted holiday or a year without holidays makes the answer provisional', () => {
    const ask = (received: string) =>
      computeDue({ receivedAt: at(received), term: term('1 working-day'), calendar, rules }).provisional
    expect([ask('2027-02-04T08:00'), ask('2028-05-04T08:00'), ask('2026-11-20T08:00')]).toEqual([true, true, false])
  })
})

describe('for any receipt and term', () => {
  const anyDay = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2024-02-01', days))
  const anyMinute = fc.integer({ min: 0, max: 1439 })
  const anyTerm = fc.oneof(
    fc.record({ quantity: fc.integer({ min: 1, max: 60 }), unit: fc.constantFrom('working-day', 'day', 'hour') }),
    fc.record({ quantity: fc.integer({ min: 1, max: 6 }), unit: fc.constantFrom('month') }),
    fc.constant<Term>({ quantity: 1, unit: 'within-day' }),
  )
  const received = fc
    .tuple(anyDay, anyMinute)
    .map(([day, minute]) => new Date(instantOf(day).getTime() + minute * 60_000))

  test('an added holiday never brings the date forward', () => {
    fc.assert(
      fc.property(received, anyTerm, fc.integer({ min: 0, max: 90 }), (receivedAt, wanted, offset) => {
        const extra: CalendarDay = {
          on: addDays(vietnamDate(receivedAt), offset),
          kind: 'holiday',
          name: 'thêm',
          status: 'official',
          source: 'test',
        }
        const more = calendarOf(calendar.weeks, [...calendar.days.values(), extra])
        const before = computeDue({ receivedAt, term: wanted, calendar, rules })
        const after = computeDue({ receivedAt, term: wanted, calendar: more, rules })
        expect(after.dueAt.getTime()).toBeGreaterThanOrEqual(before.dueAt.getTime())
      }),
      { numRuns: 1000 },
    )
  })

  test('the result is due inside office hours, after the receipt, and every day of the way is told once', () => {
    fc.assert(
      fc.property(received, anyTerm, (receivedAt, wanted) => {
        const answer = computeDue({ receivedAt, term: wanted, calendar, rules })
        expect(isWorkingDay(calendar, answer.dueOn)).toBe(true)
        expect(answer.dueAt > receivedAt).toBe(true)
        const days = answer.explanation.map(({ on }) => on)
        const first = vietnamDate(receivedAt)
        expect(days).toEqual(days.map((_, index) => addDays(first, index)))
        expect(days.at(-1)).toBe(answer.dueOn)
      }),
      { numRuns: 500 },
    )
  })
})

test('a term within the day does not end with a day that began while the clock stood still', () => {
  // After 15:00 on Friday: taken as received on Monday. The stop lasts into that morning; Tuesday is a holiday.
  const stops = [{ from: at('2026-11-20T16:10'), to: at('2026-11-23T09:00'), document: '45/TB-SCT' }]
  const question = { receivedAt: at('2026-11-20T16:00'), term: term('1 within-day'), calendar, rules }
  expect(computeDue(question).dueOn).toBe('2026-11-23')
  expect(computeDue({ ...question, stops }).dueOn).toBe('2026-11-25')
})
