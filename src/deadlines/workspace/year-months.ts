import { weekdayOf } from '../../platform/dates.ts'
import type { DayTone, StripDay, StripWeek } from '../../ui/index.ts'
import type { YearDay } from '../list-calendar.ts'
import type { DayKind } from '../working-calendar.ts'
import { calendarTexts as texts } from './texts.ts'

const TONES = {
  working: 'plain',
  weekend: 'off',
  holiday: 'feast',
  compensatory: 'feast',
  swap_off: 'feast',
  makeup_workday: 'counted',
  closed: 'closed',
} satisfies Record<DayKind, DayTone>

/** The months of a year as strips of weeks, Monday first. */
export function monthsOf(days: readonly YearDay[], today: string): { month: number; weeks: StripWeek[] }[] {
  const months = Map.groupBy(days, ({ on }) => Number(on.slice(5, 7)))
  return [...months].map(([month, inMonth]) => ({ month, weeks: weeksOf(inMonth, today) }))
}

function weeksOf(days: readonly YearDay[], today: string): StripWeek[] {
  const [first] = days
  const before = first ? (weekdayOf(first.on) + 6) % 7 : 0
  const cells: (StripDay | null)[] = [
    ...Array.from({ length: before }, () => null),
    ...days.map((day) => cellOf(day, today)),
  ]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => ({ days: cells.slice(week * 7, week * 7 + 7) }))
}

function cellOf({ on, kind, status, hours }: YearDay, today: string): StripDay {
  const isHalf =
    hours.length > 0 && (hours.every(({ to }) => to <= '12:00') || hours.every(({ from }) => from >= '12:00'))
  const note = isHalf ? texts.cells.half : kind === 'working' || kind === 'weekend' ? undefined : texts.cells[kind]
  return {
    day: Number(on.slice(8)),
    tone: TONES[kind],
    ...(note === undefined ? {} : { note }),
    expected: status === 'predicted',
    today: on === today,
  }
}
