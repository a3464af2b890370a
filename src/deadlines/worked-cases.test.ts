import { beforeAll, describe, expect, test } from 'vitest'
import { isoVietnam } from '../platform/dates.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { computeDue } from './due-date.ts'
import { at, provinceCalendar, term } from './testing.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/* Worked out by hand with the printed calendar of each year beside; never copied from the program. */

let calendar: WorkingCalendar
let rules: DeadlineRules
beforeAll(async () => {
  ;({ calendar, rules } = await provinceCalendar())
})

function due(received: string, words: string, stops: [string, string][] = []): string {
  const given = stops.map(([from, to]) => ({ from: at(from), to: at(to), document: 'TB' }))
  const { dueAt } = computeDue({ receivedAt: at(received), term: term(words), calendar, rules, stops: given })
  return isoVietnam(dueAt).slice(0, 16)
}

describe('by hand', () => {
  test.each([
    // Tết 2024: Thursday 8 to Wednesday 14 February.
    ['2024-02-07T09:00', '1 working-day', '2024-02-15T16:30'],
    ['2024-02-05T09:00', '5 working-day', '2024-02-19T16:30'],
    ['2024-02-07T15:30', '1 working-day', '2024-02-16T16:30'],
    ['2024-02-01T09:00', '10 day', '2024-02-15T16:30'],
    ['2024-02-07T14:00', '4 hour', '2024-02-15T09:00'],
    // Giỗ Tổ 2024, a Thursday.
    ['2024-04-17T09:00', '1 working-day', '2024-04-19T16:30'],
    // 30 April 2024 with the Monday swapped for Saturday 4 May.
    ['2024-04-26T09:00', '1 working-day', '2024-05-02T16:30'],
    ['2024-04-26T09:00', '3 working-day', '2024-05-04T16:30'],
    ['2024-04-26T09:00', '4 working-day', '2024-05-06T16:30'],
    ['2024-05-04T09:00', '1 working-day', '2024-05-06T16:30'],
    ['2024-05-04T15:01', '1 working-day', '2024-05-07T16:30'],
    // 2 September 2024, Monday and Tuesday.
    ['2024-08-30T09:00', '1 working-day', '2024-09-04T16:30'],
    // Tết 2025: Monday 27 to Friday 31 January.
    ['2025-01-24T09:00', '2 working-day', '2025-02-04T16:30'],
    ['2024-12-31T09:00', '1 month', '2025-02-03T16:30'],
    ['2025-01-24T16:00', '8 hour', '2025-02-04T08:00'],
    // Giỗ Tổ 2025, a Monday.
    ['2025-04-04T09:00', '1 working-day', '2025-04-08T16:30'],
    // 30 April to 2 May 2025, Saturday 26 April worked.
    ['2025-04-24T09:00', '3 working-day', '2025-04-28T16:30'],
    ['2025-04-29T15:01', '1 working-day', '2025-05-06T16:30'],
    // 2 September 2025, Monday 1 and Tuesday 2.
    ['2025-08-28T09:00', '2 working-day', '2025-09-03T16:30'],
    // New Year 2026 with Friday 2 January swapped for Saturday 10 January.
    ['2025-12-31T14:59', '1 working-day', '2026-01-05T16:30'],
    ['2026-01-08T09:00', '2 working-day', '2026-01-10T16:30'],
    // Tết 2026: Monday 16 to Friday 20 February.
    ['2026-02-13T14:00', '10 day', '2026-02-23T16:30'],
    ['2026-02-13T16:00', '2 hour', '2026-02-23T09:30'],
    ['2026-02-13T15:00', '2 hour', '2026-02-23T08:00'],
    // Giỗ Tổ 2026, a Sunday, compensated on Monday; 30 April and 1 May a Thursday and a Friday.
    ['2026-04-24T09:00', '1 working-day', '2026-04-28T16:30'],
    ['2026-04-29T09:00', '1 working-day', '2026-05-04T16:30'],
    // 31 August to 2 September 2026.
    ['2026-08-28T09:00', '1 working-day', '2026-09-03T16:30'],
    // 24 November 2026, a Tuesday, the first of its kind.
    ['2026-11-23T09:00', '1 working-day', '2026-11-25T16:30'],
    ['2026-11-17T09:00', '7 day', '2026-11-25T16:30'],
    ['2026-11-24T10:00', 'within-day', '2026-11-25T16:30'],
    ['2026-10-24T09:00', '1 month', '2026-11-26T16:30'],
    // Tết 2027 as predicted: Friday 5 to Thursday 11 February.
    ['2027-02-04T16:00', '1 working-day', '2027-02-15T16:30'],
    ['2027-02-04T14:30', '3 hour', '2027-02-12T08:30'],
    // Giỗ Tổ 2027, a Friday; 30 April a Friday, 1 May a Saturday compensated on Monday.
    ['2027-04-15T09:00', '1 working-day', '2027-04-19T16:30'],
    ['2027-04-29T09:00', '1 working-day', '2027-05-04T16:30'],
    ['2027-09-01T09:00', '1 working-day', '2027-09-06T16:30'],
    ['2027-11-23T09:00', '1 working-day', '2027-11-25T16:30'],
    // Ends of months.
    ['2026-08-31T09:00', '1 month', '2026-10-05T16:30'],
    ['2026-05-29T09:00', '1 month', '2026-06-29T16:30'],
    ['2025-10-31T09:00', '4 month', '2026-03-02T16:30'],
    ['2024-12-30T09:00', '2 month', '2025-02-28T16:30'],
    // The leap day.
    ['2024-02-29T09:00', '1 working-day', '2024-03-01T16:30'],
    ['2024-02-28T09:00', '1 day', '2024-02-29T16:30'],
    ['2024-02-28T09:00', '2 day', '2024-03-01T16:30'],
    ['2024-02-29T09:00', '4 year', '2028-02-29T16:30'],
  ])('received %s, %s: due %s', (received, words, expected) => expect(due(received, words)).toBe(expected))

  test.each<[string, string, string, [string, string][], string]>([
    [
      'from Friday into Wednesday: Friday counts, Monday and Wednesday do not',
      '2026-11-16T09:00',
      '5 working-day',
      [['2026-11-20T10:00', '2026-11-25T09:00']],
      '2026-11-26T16:30',
    ],
    [
      'over a weekend only',
      '2026-11-16T09:00',
      '5 working-day',
      [['2026-11-21T00:00', '2026-11-23T00:00']],
      '2026-11-23T16:30',
    ],
    [
      'begun on the due day: due on the first working day after the day of the resumption',
      '2026-11-16T09:00',
      '4 working-day',
      [['2026-11-20T14:00', '2026-11-23T10:00']],
      '2026-11-25T16:30',
    ],
    [
      'begun after the office has closed on the due day',
      '2026-11-16T09:00',
      '4 working-day',
      [['2026-11-20T17:00', '2026-12-20T09:00']],
      '2026-11-20T16:30',
    ],
    [
      'within the day',
      '2026-11-20T10:00',
      'within-day',
      [['2026-11-20T11:00', '2026-11-23T08:00']],
      '2026-11-25T16:30',
    ],
    [
      'before the half day',
      '2026-11-16T09:00',
      '1.5 working-day',
      [['2026-11-17T16:00', '2026-11-18T09:00']],
      '2026-11-19T11:30',
    ],
    [
      'three whole days in a month',
      '2026-11-02T09:00',
      '1 month',
      [['2026-11-10T00:00', '2026-11-13T00:00']],
      '2026-12-07T16:30',
    ],
    [
      'over Tết in calendar days',
      '2026-02-10T09:00',
      '15 day',
      [['2026-02-16T00:00', '2026-02-21T00:00']],
      '2026-03-02T16:30',
    ],
    ['hours over lunch', '2026-11-16T08:00', '4 hour', [['2026-11-16T11:00', '2026-11-16T13:30']], '2026-11-16T14:30'],
    [
      'resumed before it was received again: nothing',
      '2026-11-16T09:00',
      '1 working-day',
      [['2026-11-10T09:00', '2026-11-13T09:00']],
      '2026-11-17T16:30',
    ],
  ])('a stop %s', (_name, received, words, stops, expected) => expect(due(received, words, stops)).toBe(expected))
})
