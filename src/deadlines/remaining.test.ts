import { beforeAll, expect, test } from 'vitest'
import { calendarFromFiles } from './calendar-files.ts'
import { remaining } from './remaining.ts'
import { workingDaysBetween, type WorkingCalendar } from './working-calendar.ts'

let calendar: WorkingCalendar
beforeAll(async () => {
  calendar = (await calendarFromFiles()).calendar
})

test.each([
  ['a week before', '2026-11-16T08:00', { workingDaysLeft: 6, state: 'in-time', overdueDays: 0 }],
  [
    'two working days before, over the holiday',
    '2026-11-21T08:00',
    { workingDaysLeft: 2, state: 'soon', overdueDays: 0 },
  ],
  ['on the holiday before', '2026-11-24T08:00', { workingDaysLeft: 1, state: 'soon', overdueDays: 0 }],
  ['on the morning of the day', '2026-11-25T08:00', { workingDaysLeft: 0, state: 'today', overdueDays: 0 }],
  ['at the very minute', '2026-11-25T16:30', { workingDaysLeft: 0, state: 'today', overdueDays: 0 }],
  ['in the evening', '2026-11-25T16:31', { workingDaysLeft: 0, state: 'overdue', overdueDays: 0 }],
  ['the day after', '2026-11-26T08:00', { workingDaysLeft: 0, state: 'overdue', overdueDays: 1 }],
  ['after a weekend', '2026-11-29T08:00', { workingDaysLeft: 0, state: 'overdue', overdueDays: 2 }],
])('due 25/11/2026, seen %s', (_name, now, expected) => {
  expect(remaining(new Date(`${now}+07:00`), new Date('2026-11-25T16:30+07:00'), calendar)).toEqual(expected)
})

test('working days between leave the first day out and count the last', () => {
  expect(workingDaysBetween(calendar, '2026-11-20', '2026-11-25')).toBe(2)
  expect(workingDaysBetween(calendar, '2026-11-25', '2026-11-20')).toBe(0)
  expect(workingDaysBetween(calendar, '2026-08-21', '2026-08-22')).toBe(1)
})
