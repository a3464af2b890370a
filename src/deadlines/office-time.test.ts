import { beforeAll, describe, expect, test } from 'vitest'
import { calendarFromFiles } from './calendar-files.ts'
import { afterOfficeHours, beforeOfficeHours, officeHoursBetween, openingAfter, openingBefore } from './office-time.ts'
import { at } from './testing.ts'
import { calendarOf, type ClosedDay, type WorkingCalendar } from './working-calendar.ts'

let calendar: WorkingCalendar
let stormy: WorkingCalendar

const closed = (on: string, part: ClosedDay['part']): ClosedDay => {
  return { on, part, order: 'CĐ 1', reason: 'bão', recordedAt: new Date(0) }
}

beforeAll(async () => {
  calendar = (await calendarFromFiles()).calendar
  stormy = calendarOf(
    calendar.weeks,
    [...calendar.days.values()],
    [closed('2026-11-26', 'day'), closed('2026-11-27', 'morning')],
  )
})

// Office hours of the province: 07:30–11:30 and 13:00–16:30. 24 November 2026, a Tuesday, is a holiday.
describe('so many office hours later', () => {
  test.each([
    ['inside the morning', '2026-11-20T08:00', 2, '2026-11-20T10:00'],
    ['over the lunch break', '2026-11-20T10:30', 2, '2026-11-20T14:00'],
    ['up to the break goes on after it', '2026-11-20T09:30', 2, '2026-11-20T13:00'],
    ['up to the evening goes on in the morning', '2026-11-19T14:30', 2, '2026-11-20T07:30'],
    ['over a weekend and a holiday', '2026-11-20T15:30', 8.5, '2026-11-25T07:30'],
    ['none, after work, means when work goes on', '2026-11-20T16:30', 0, '2026-11-23T07:30'],
    ['none, at work, means now', '2026-11-20T09:00', 0, '2026-11-20T09:00'],
    ['over Tết', '2026-02-13T16:00', 1, '2026-02-23T08:00'],
  ])('%s', (_name, from, hours, wanted) => {
    expect(afterOfficeHours(calendar, at(from), hours)).toEqual(at(wanted))
  })
  test('over days closed by order', () => {
    expect(afterOfficeHours(stormy, at('2026-11-25T16:00'), 1)).toEqual(at('2026-11-27T13:30'))
  })
})

describe('so many office hours before', () => {
  test.each([
    ['inside the afternoon', '2026-11-20T16:30', 2, '2026-11-20T14:30'],
    ['over the lunch break', '2026-11-20T14:00', 2, '2026-11-20T10:30'],
    ['just the afternoon is its beginning', '2026-11-20T16:30', 3.5, '2026-11-20T13:00'],
    ['just the day is its beginning', '2026-11-20T16:30', 7.5, '2026-11-20T07:30'],
    ['over a holiday and a weekend', '2026-11-25T08:30', 9.5, '2026-11-20T15:30'],
    ['over Tết', '2026-02-23T08:30', 2, '2026-02-13T15:30'],
  ])('%s', (_name, until, hours, wanted) => {
    expect(beforeOfficeHours(calendar, at(until), hours)).toEqual(at(wanted))
  })
  test('over days closed by order', () => {
    expect(beforeOfficeHours(stormy, at('2026-11-27T13:30'), 1)).toEqual(at('2026-11-25T16:00'))
  })
})

describe('the opening some working days away', () => {
  test.each([
    ['of the day itself', '2026-11-25T16:30', 0, '2026-11-25T07:30'],
    ['before, over the holiday', '2026-11-25T16:30', 1, '2026-11-23T07:30'],
    ['before, over the weekend too', '2026-11-25T16:30', 2, '2026-11-20T07:30'],
    ['before, over Tết', '2026-02-23T16:30', 1, '2026-02-13T07:30'],
  ])('%s', (_name, until, days, wanted) => expect(openingBefore(calendar, at(until), days)).toEqual(at(wanted)))

  test.each([
    ['after, when work goes on', '2026-11-23T16:30', 0, '2026-11-25T07:30'],
    ['after one whole day of work', '2026-11-23T16:30', 1, '2026-11-26T07:30'],
    ['after, from the middle of a day', '2026-11-20T10:00', 1, '2026-11-23T07:30'],
  ])('%s', (_name, from, days, wanted) => expect(openingAfter(calendar, at(from), days)).toEqual(at(wanted)))

  test('a day closed for half is no working day', () => {
    expect(openingBefore(stormy, at('2026-11-30T16:30'), 1)).toEqual(at('2026-11-25T07:30'))
  })
})

test('office hours between are those that walking takes', () => {
  for (const hours of [0.5, 2, 7.5, 11, 40]) {
    const from = at('2026-02-12T10:15')
    expect(officeHoursBetween(stormy, from, afterOfficeHours(stormy, from, hours))).toBe(hours)
  }
  expect(officeHoursBetween(calendar, at('2026-11-20T12:00'), at('2026-11-20T11:00'))).toBe(0)
})
