import {
  calendarFromFiles,
  clockOf,
  computeDue,
  rulesInForce,
  type ClockEvent,
  type Term,
} from '../../src/deadlines/index.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'

// Terms the catalogue has most of; the longest that is explained has 30 days.
const TERMS: Term[] = [
  { quantity: 20, unit: 'working-day' },
  { quantity: 7, unit: 'working-day' },
  { quantity: 1, unit: 'working-day' },
  { quantity: 15, unit: 'day' },
  { quantity: 30, unit: 'day' },
  { quantity: 8, unit: 'hour' },
]
const WANTED = { plain: 100_000, explained: 10_000 }

/**
 * Due dates a second on one core, over receipts at every hour of 2024–2027: the plain date, the date with its reason for
 * every day, the whole clock of a dossier that was stopped and extended.
 */
export const deadlines: Part = async ({ quick }) => {
  const files = await calendarFromFiles()
  const { calendar } = files
  const rules = rulesInForce(files.rules, '2026-11-21')
  const first = Date.parse('2024-01-02T00:00:00+07:00')
  const receipts = Array.from({ length: 9973 }, (_, index) => new Date(first + index * 8.4e6))
  const asked = (index: number) => ({
    receivedAt: receipts[index % receipts.length] ?? new Date(first),
    term: TERMS[index % TERMS.length] ?? { quantity: 1, unit: 'day' as const },
    calendar,
    rules,
  })
  const size = quick ? 0.05 : 1
  const plain = perCpuSecond(600_000 * size, (index) => computeDue(asked(index)).dueAt.getTime())
  const explained = perCpuSecond(120_000 * size, (index) => computeDue(asked(index)).explanation.length)
  const clocks = perCpuSecond(60_000 * size, (index) => {
    const { receivedAt, term } = asked(index)
    return clockOf({ term, events: turned(receivedAt), calendar, rules }).movedBy.length
  })
  return [
    row('Due dates', plain, WANTED.plain),
    row('Due dates with the reason of every day', explained, WANTED.explained),
    row('Clocks of dossiers stopped, resumed and extended', clocks, WANTED.explained),
  ]
}

/** Received, stopped a day later for four days, extended. */
function turned(receivedAt: Date): ClockEvent[] {
  const after = (hours: number) => new Date(receivedAt.getTime() + hours * 3_600_000)
  const until = after(40 * 24)
    .toISOString()
    .slice(0, 10)
  return [
    { kind: 'received', at: receivedAt },
    { kind: 'stopped', at: after(24), ground: 'legal-basis', document: 'TB 1', legalBasis: 'Điều 1' },
    { kind: 'resumed', at: after(120) },
    { kind: 'extended', at: after(121), until, document: 'XL 1', reason: 'chờ xác minh' },
  ]
}

/** By processor time, so that what runs beside does not count; warmed up first. */
function perCpuSecond(count: number, one: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count / 4; index++) sum += one(index)
  const before = process.cpuUsage()
  for (let index = 0; index < count; index++) sum += one(index)
  const { user, system } = process.cpuUsage(before)
  if (!Number.isFinite(sum)) throw new Error('a due date is not a number')
  return count / ((user + system) / 1e6)
}

function row(what: string, measured: number, wanted: number): Row {
  const figure = (value: number) => `${Math.round(value).toLocaleString('en')}/s`
  return { what, measured: `${figure(measured)} per core`, aim: figure(wanted), isMet: measured >= wanted }
}
