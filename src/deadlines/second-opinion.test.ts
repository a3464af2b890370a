import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../test/support/seeded-random.ts'
import type { Term } from '../platform/term.ts'
import { CALENDAR_FOLDER } from './calendar-files.ts'
import type { DeadlineRules } from './deadline-rules.ts'
import { computeDue } from './due-date.ts'
import type { Stop } from './stops.ts'
import { BUSY_WEEKS, busyCalendar, provinceCalendar, STORMS } from './testing.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/*
 * A slow second opinion, written from the law and not from the code: it knows nothing but a long row of minutes, each open
 * or shut, and walks along it. Every minute of 2024–2028 has its place; minute 0 is midnight of 1 January 2024 in Vietnam.
 */
const ORIGIN = Date.parse('2024-01-01T00:00:00+07:00')
const DAY = 1440
const DAYS = 4 * 365 + 1 + 366

/** `open`: office minutes. `whole`: days that count as working days. */
type Row = { open: Uint8Array; whole: Uint8Array }

const minuteOf = (instant: Date): number => (instant.getTime() - ORIGIN) / 60_000
const instantAt = (minute: number): Date => new Date(ORIGIN + minute * 60_000)
const dayName = (day: number): string => new Date(ORIGIN + 7 * 3_600_000 + day * 86_400_000).toISOString().slice(0, 10)
const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

let provinceRow: Row
let busyRow: Row
let province: WorkingCalendar
let busy: WorkingCalendar
let rules: DeadlineRules

beforeAll(async () => {
  const lines = (await readFile(join(CALENDAR_FOLDER, 'holidays.csv'), 'utf8')).split('\n').slice(1)
  const listed = new Map(lines.map((line) => [line.split(',')[0] ?? '', line.split(',')[1] ?? '']))
  const asListed = (on: string, weekday: number) => {
    const kind = listed.get(on)
    return kind === undefined ? weekday : kind === 'makeup_workday' ? 1 : -1
  }
  provinceRow = rowOf((on, weekday) => {
    const as = asListed(on, weekday)
    return as >= 1 && as <= 5 ? ['07:30-11:30', '13:00-16:30'] : []
  })
  busyRow = rowOf((on, weekday) => {
    const as = asListed(on, weekday)
    const summer = on.slice(5) >= '04-16' && on.slice(5) <= '10-15' && on < '2028'
    if (as === 6) return [summer ? '07:00-11:00' : '07:30-11:30']
    return as >= 1 && as <= 5 ? (summer ? ['07:00-11:30', '13:30-17:00'] : ['07:30-11:30', '13:00-16:30']) : []
  }, STORMS)
  province = (await provinceCalendar()).calendar
  busy = await busyCalendar()
  rules = (await provinceCalendar()).rules
  expect(BUSY_WEEKS).toHaveLength(5)
})

function rowOf(hoursOn: (on: string, weekday: number) => string[], storms: typeof STORMS = []): Row {
  const row: Row = { open: new Uint8Array(DAYS * DAY), whole: new Uint8Array(DAYS) }
  for (let day = 0; day < DAYS; day++) {
    const on = dayName(day)
    for (const hours of hoursOn(on, (day + 1) % 7)) {
      row.whole[day] = 1
      row.open.fill(1, day * DAY + clock(hours.slice(0, 5)), day * DAY + clock(hours.slice(6)))
    }
    const storm = storms.find((one) => one.on === on)
    if (!storm) continue
    row.whole[day] = 0
    if (storm.part !== 'afternoon') row.open.fill(0, day * DAY, day * DAY + 720)
    if (storm.part !== 'morning') row.open.fill(0, day * DAY + 720, day * DAY + DAY)
  }
  return row
}

/** When the result is due, by walking. */
function walk({ open, whole }: Row, received: number, { quantity, unit }: Term, stops: [number, number][]): number {
  const stopped = (minute: number) => stops.some(([from, to]) => from <= minute && minute < to)
  const opens = (day: number) => open.indexOf(1, day * DAY)
  const shuts = (day: number) => {
    let last = day * DAY + DAY
    while (open[last - 1] !== 1) last--
    return last
  }
  const isOpen = (day: number) => opens(day) >= 0 && opens(day) < day * DAY + DAY

  let day = Math.floor(received / DAY)
  let minute = received
  if (!isOpen(day) || received > day * DAY + 900 || received > shuts(day)) {
    do day++
    while (!isOpen(day))
    minute = opens(day)
  }
  if (unit === 'hour') {
    for (let left = quantity * 60; left > 0; minute++) if (open[minute] === 1 && !stopped(minute)) left--
    return minute
  }
  // A term in months ends with the latest of the ends it has from every day on which it might have begun.
  if (unit === 'month' || unit === 'year') {
    const ends = []
    for (let begun = Math.floor(received / DAY); begun <= day; begun++)
      ends.push(count(begun, monthsAfter(begun, unit === 'year' ? quantity * 12 : quantity)))
    return Math.max(...ends)
  }
  return count(day, unit === 'within-day' ? 0 : quantity)

  function count(from: number, quantityOfDays: number): number {
    let [at, left] = [from, quantityOfDays]
    while (left > 0) {
      at++
      if ((unit !== 'working-day' || whole[at] === 1) && !stopped(at * DAY)) left--
    }
    const end = (on: number) => (Number.isInteger(left) ? shuts(on) : open.indexOf(0, opens(on)))
    const runsOut = (on: number) => whole[on] === 1 && !stops.some(([begin, to]) => begin < end(on) && end(on) <= to)
    if (stopped(at * DAY) || !runsOut(at)) {
      do at++
      while (stopped(at * DAY) || !runsOut(at))
    }
    return end(at)
  }
}

/** Days from a day to that of the same number so many months later, or to the last of its month. */
function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = dayName(day).split('-').map(Number)
  const wanted = new Date(Date.UTC(year, month - 1 + months, 1))
  const monthOf = wanted.getUTCMonth()
  wanted.setUTCDate(date)
  while (wanted.getUTCMonth() !== monthOf) wanted.setUTCDate(wanted.getUTCDate() - 1)
  return Math.round((wanted.getTime() - Date.UTC(year, month - 1, date)) / 86_400_000)
}

const UNITS = ['working-day', 'working-day', 'working-day', 'hour', 'hour', 'day', 'day', 'month', 'year', 'within-day']
const MOST: Record<string, number> = { 'working-day': 40, hour: 60, day: 60, month: 6, year: 1, 'within-day': 1 }

test.each(Array.from({ length: 10 }, (_, index) => index + 1))(
  'ten thousand random cases, seed %d: the walk along the minutes agrees',
  (seed) => {
    const random = seededRandom(seed)
    const upTo = (most: number) => Math.floor(random() * most)
    for (let index = 0; index < 10_000; index++) {
      const isBusy = index % 2 === 1
      const received = upTo(1150 * DAY)
      const unit = (UNITS[upTo(UNITS.length)] ?? 'day') as Term['unit']
      const half = unit === 'working-day' && upTo(8) === 0 ? 0.5 : 0
      const asked = { quantity: 1 + upTo(MOST[unit] ?? 1) - half, unit }
      const stops = Array.from({ length: Math.max(0, upTo(5) - 1) }, (): [number, number] => {
        // Half of them begin and end with a day, as a person writes them down.
        const from = received - 2 * DAY + upTo(40 * DAY)
        const to = from + 1 + upTo(12 * DAY)
        return upTo(2) === 0 ? [from, to] : [Math.floor(from / DAY) * DAY, Math.ceil(to / DAY) * DAY]
      })
      const wanted = instantAt(walk(isBusy ? busyRow : provinceRow, received, asked, stops))
      const given = stops.map(([from, to]): Stop => ({ from: instantAt(from), to: instantAt(to), document: 'x' }))
      const question = { receivedAt: instantAt(received), term: asked, calendar: isBusy ? busy : province, rules }
      const { dueAt } = computeDue({ ...question, stops: given })
      if (dueAt.getTime() !== wanted.getTime())
        expect.fail(
          `${isBusy ? 'busy' : 'province'} ${question.receivedAt.toISOString()} ${asked.quantity} ${unit}` +
            ` ${JSON.stringify(given)}: ${dueAt.toISOString()}, walked ${wanted.toISOString()}`,
        )
    }
  },
)

test('the two know the same minutes', () => {
  const sum = (row: Row) => row.open.reduce((total, minute) => total + minute, 0)
  expect(sum(provinceRow)).toBeGreaterThan(900 * 450)
  expect(minuteOf(instantAt(12_345))).toBe(12_345)
})
