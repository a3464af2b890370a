import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../platform/db.ts'
import { readCalendarFiles } from './calendar-files.ts'
import * as store from './store.ts'

export type CalendarDifference = { added: string[]; changed: string[]; removed: string[] }

/**
 * Brings `data/calendar` into the database; a second run changes nothing. Days of a year the file knows that are no longer
 * in it are removed (a prediction that did not come true); weeks and rules are only added or corrected.
 */
export async function loadCalendar(db: Db, folder?: string): Promise<CalendarDifference> {
  const files = await readCalendarFiles(folder)
  const difference: CalendarDifference = { added: [], changed: [], removed: [] }

  const days = await store.calendarDays(db)
  await bring(
    files.days,
    days,
    ({ on }) => on,
    (day) => store.saveDay(db, day),
    difference,
  )
  const years = new Set(files.days.map(({ on }) => on.slice(0, 4)))
  const known = new Set(files.days.map(({ on }) => on))
  for (const { on } of days.filter((day) => years.has(day.on.slice(0, 4)) && !known.has(day.on))) {
    await store.removeDay(db, on)
    difference.removed.push(on)
  }
  const weeks = await store.provinceWeeks(db)
  await bring(
    files.weeks,
    weeks,
    ({ validFrom }) => `week ${validFrom}`,
    (week) => store.saveProvinceWeek(db, week),
    difference,
  )
  const rules = await store.deadlineRules(db)
  await bring(
    files.rules,
    rules,
    (rule) => `${rule.name} ${rule.validFrom}`,
    (rule) => store.saveRule(db, rule),
    difference,
  )
  return difference
}

async function bring<T>(
  wanted: T[],
  present: T[],
  name: (row: T) => string,
  save: (row: T) => Promise<void>,
  difference: CalendarDifference,
): Promise<void> {
  const presentByName = new Map(present.map((row) => [name(row), row]))
  for (const row of wanted) {
    const before = presentByName.get(name(row))
    if (before !== undefined && isDeepStrictEqual({ ...before }, { ...row })) continue
    await save(row)
    difference[before === undefined ? 'added' : 'changed'].push(name(row))
  }
}
