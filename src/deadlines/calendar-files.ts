import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../platform/root.ts'
import { nfc } from '../platform/text.ts'
import { RULE_NAMES, type DeadlineRule } from './deadline-rules.ts'
import {
  calendarOf,
  type CalendarDay,
  type Session,
  type WorkingCalendar,
  type WorkingWeek,
} from './working-calendar.ts'

export const CALENDAR_FOLDER = join(PROJECT_ROOT, 'data/calendar')

export type SourcedWeek = WorkingWeek & { source: string }
export type CalendarFiles = { weeks: SourcedWeek[]; days: CalendarDay[]; rules: DeadlineRule[] }

const DAY_KINDS = ['holiday', 'compensatory', 'swap_off', 'makeup_workday'] as const
const DAY_STATUSES = ['official', 'official_unverified', 'statutory', 'predicted'] as const
const CERTAINTIES = ['law', 'law-to-verify', 'local-setting'] as const
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** The project's own copy of the calendar. Throws with file and line when a row cannot be read. */
export async function readCalendarFiles(folder = CALENDAR_FOLDER): Promise<CalendarFiles> {
  const [days, weeks, rules] = await Promise.all([
    readRows(folder, 'holidays.csv', dayOf),
    readRows(folder, 'working-weeks.csv', weekOf),
    readRows(folder, 'deadline-rules.csv', ruleOf),
  ])
  return { days, weeks, rules }
}

/** The province's calendar straight from the files, for commands that run without a database. */
export async function calendarFromFiles(): Promise<{ calendar: WorkingCalendar; rules: DeadlineRule[] }> {
  const { weeks, days, rules } = await readCalendarFiles()
  return { calendar: calendarOf(weeks, days), rules }
}

type Cells = (column: string) => string

const dayOf = (cell: Cells): CalendarDay => ({
  on: legalDay(cell('date')),
  kind: oneOf(DAY_KINDS, cell('kind')),
  name: cell('name'),
  status: oneOf(DAY_STATUSES, cell('status')),
  source: [cell('source'), cell('note')].filter(Boolean).join('; '),
})

const weekOf = (cell: Cells): SourcedWeek => ({
  validFrom: legalDay(cell('valid_from')),
  validTo: cell('valid_to') === '' ? null : legalDay(cell('valid_to')),
  sessions: WEEKDAYS.map((weekday) => cell(weekday).split(' ').filter(Boolean).map(sessionOf)),
  source: cell('source'),
})

const ruleOf = (cell: Cells): DeadlineRule => ({
  name: oneOf(RULE_NAMES, cell('name')),
  value: cell('value'),
  validFrom: legalDay(cell('valid_from')),
  validTo: cell('valid_to') === '' ? null : legalDay(cell('valid_to')),
  certainty: oneOf(CERTAINTIES, cell('certainty')),
  article: cell('article'),
})

async function readRows<T>(folder: string, file: string, read: (cell: Cells) => T): Promise<T[]> {
  const [columns = [], ...lines] = parseCsv(nfc(await readFile(join(folder, file), 'utf8')))
  return lines.map((cells, index) => {
    try {
      return read((column) => {
        if (!columns.includes(column)) throw new Error(`no column ${column}`)
        return cells[columns.indexOf(column)] ?? ''
      })
    } catch (error) {
      throw new Error(`${file}, line ${index + 2}: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  })
}

function parseCsv(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    )
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((name) => name === text)
  if (found === undefined) throw new Error(`"${text}" is not one of ${known.join(', ')}`)
  return found
}

function legalDay(text: string): string {
  const parsed = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text)
    throw new Error(`"${text}" is not a day`)
  return text
}

function sessionOf(text: string): Session {
  const [, from = '', to = ''] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? []
  if (from === '' || from >= to) throw new Error(`"${text}" are not office hours`)
  return { from, to }
}
