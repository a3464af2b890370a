import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { execute, sql } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { CALENDAR_FOLDER, calendarFromFiles } from './calendar-files.ts'
import { calendarFor, rulesFor } from './calendar-for.ts'
import { rulesInForce } from './deadline-rules.ts'
import { loadCalendar } from './load-calendar.ts'
import { isWorkingDay, sessionsOn } from './working-calendar.ts'

let opened: TestApp
let folder: string
beforeAll(async () => {
  opened = await openTestApp()
  folder = await mkdtemp(join(tmpdir(), 'calendar-'))
  await cp(CALENDAR_FOLDER, folder, { recursive: true })
})
afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

test('loads the files once, then only what differs, and the database answers as the files do', async () => {
  const { db } = opened.app
  const first = await loadCalendar(db)
  expect(first.added.length).toBe(68)
  expect(await loadCalendar(db)).toEqual({ added: [], changed: [], removed: [] })

  const files = await calendarFromFiles()
  expect(await calendarFor(db, null, '2026-11-21')).toEqual(expect.objectContaining({ days: files.calendar.days }))
  expect(await rulesFor(db, '2026-11-21')).toEqual(rulesInForce(files.rules, '2026-11-21'))
})

test('a prediction that did not come true leaves with the next load', async () => {
  const { db } = opened.app
  const path = join(folder, 'holidays.csv')
  const text = await readFile(path, 'utf8')
  const corrected = text
    .split('\n')
    .filter((line) => !line.startsWith('2027-02-11'))
    .join('\n')
    .replace('2027-02-10,compensatory,Nghỉ bù Tết,predicted', '2027-02-10,compensatory,Nghỉ bù Tết,official')
  await writeFile(path, corrected)
  expect(await loadCalendar(db, folder)).toEqual({ added: [], changed: ['2027-02-10'], removed: ['2027-02-11'] })
  expect(isWorkingDay(await calendarFor(db, null, '2026-11-21'), '2027-02-11')).toBe(true)
})

test('a file with an unknown kind or a day that does not exist is refused with its line', async () => {
  const path = join(folder, 'holidays.csv')
  const text = await readFile(path, 'utf8')
  await writeFile(path, `${text.split('\n')[0]}\n2027-02-30,holiday,x,official,y,\n`)
  await expect(loadCalendar(opened.app.db, folder)).rejects.toThrow('holidays.csv, line 2: "2027-02-30" is not a day')
  await writeFile(path, `${text.split('\n')[0]}\n2027-02-03,feast,x,official,y,\n`)
  await expect(loadCalendar(opened.app.db, folder)).rejects.toThrow('"feast" is not one of holiday')
  await writeFile(path, text)
})

test('a unit with its own office hours works by them, others by those of the province', async () => {
  const { db } = opened.app
  const unitId = newId()
  const morning = [{ from: '08:00', to: '12:00' }]
  const sessions = JSON.stringify([[], morning, morning, morning, morning, morning, morning])
  await execute(
    db,
    sql`insert into deadlines.working_calendar (id, unit_id, valid_from, sessions, source)
        values (${newId()}, ${unitId}, '2025-07-01', ${sessions}::jsonb, 'test')`,
  )
  expect(sessionsOn(await calendarFor(db, unitId, '2026-11-21'), '2026-11-21')).toEqual(morning)
  expect(sessionsOn(await calendarFor(db, newId(), '2026-11-21'), '2026-11-21')).toEqual([])
})
