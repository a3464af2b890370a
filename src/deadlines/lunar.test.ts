import { getSolarDate } from '@dqcai/vn-lunar'
import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, weekdayOf, type LegalDate } from '../platform/dates.ts'
import { provinceCalendar } from './testing.ts'
import type { CalendarDay, WorkingCalendar } from './working-calendar.ts'

let calendar: WorkingCalendar
beforeAll(async () => {
  calendar = (await provinceCalendar()).calendar
})

/** The solar day of a lunar one, by the Vietnamese reckoning (UTC+7). */
function solar(day: number, month: number, lunarYear: number): LegalDate {
  const { year, month: solarMonth, day: solarDay } = getSolarDate(day, month, lunarYear)
  return `${year}-${String(solarMonth).padStart(2, '0')}-${String(solarDay).padStart(2, '0')}`
}

const listed = (on: LegalDate): CalendarDay | undefined => calendar.days.get(on)
const named = (words: string, year: number): CalendarDay[] =>
  [...calendar.days.values()].filter(({ on, name }) => on.startsWith(String(year)) && name.startsWith(words))

test('the lunar calendar is the Vietnamese one: the years in which Beijing celebrates a day later', () => {
  expect([solar(1, 1, 2007), solar(1, 1, 2030)]).toEqual(['2007-02-17', '2030-02-02'])
})

describe.each([2024, 2025, 2026, 2027])('holidays by the moon in %d', (year) => {
  const firstOfYear = solar(1, 1, year)

  test('Mùng 1 Tết is the first day of the first month', () => {
    expect(named('Mùng 1 Tết', year).map(({ on }) => on)).toEqual([firstOfYear])
  })

  test('five days of Tết, from the eve on, are off work', () => {
    const off = Array.from({ length: 9 }, (_, index) => addDays(firstOfYear, index - 3)).filter(
      (on) => listed(on)?.kind === 'holiday',
    )
    expect(off).toHaveLength(5)
    expect(off).toContain(addDays(firstOfYear, -1))
    expect(off).toEqual(off.map((_, index) => addDays(off[0] ?? '', index)))
  })

  test('each day named Mùng n or n tháng Chạp is that day of the moon', () => {
    const days = [...calendar.days.values()].filter(({ on }) => on.startsWith(String(year)))
    const read = days.flatMap(({ on, name }) => {
      const [, nth] = /^Mùng (\d)/.exec(name) ?? []
      const [, late] = /(\d\d) tháng Chạp/.exec(name) ?? []
      if (nth) return [{ on, expected: solar(Number(nth), 1, year) }]
      return late ? [{ on, expected: solar(Number(late), 12, year - 1) }] : []
    })
    expect(read.length).toBeGreaterThanOrEqual(5)
    for (const { on, expected } of read) expect(on).toBe(expected)
  })

  test('Giỗ Tổ is the tenth of the third month', () => {
    const on = solar(10, 3, year)
    expect(listed(on)).toMatchObject({ kind: 'holiday', name: 'Giỗ Tổ Hùng Vương' })
    if (weekdayOf(on) === 0) expect(listed(addDays(on, 1))?.kind).toBe('compensatory')
  })
})
