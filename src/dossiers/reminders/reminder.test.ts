import { beforeAll, describe, expect, it, test } from 'vitest'
import { at, provinceCalendar, term } from '../../deadlines/testing.ts'
import { calendarOf, type WorkingCalendar } from '../../deadlines/index.ts'
import type { Handling } from '../dossier.ts'
import fiveSteps from '../../../data/processes/five-steps-2.json' with { type: 'json' }
import { readProcess } from '../../catalogue/index.ts'
import { LADDERS, ladderInForce, type Ladder } from './ladder.ts'
import { dueOf, keyOf, mergeDue, remindersFor, type Mark, type People } from './reminder.ts'
import { stepMark } from './step-time.ts'

let calendar: WorkingCalendar
let stormy: WorkingCalendar
const ladder = ladderInForce('2026-11-20') as Ladder

beforeAll(async () => {
  calendar = (await provinceCalendar()).calendar
  const order = { order: 'CĐ 1', reason: 'bão', recordedAt: new Date(0) }
  stormy = calendarOf(calendar.weeks, [...calendar.days.values()], [{ on: '2026-11-26', part: 'day', ...order }])
})

const due = (day: string, since = '2026-11-02T09:00'): Mark => ({ about: 'due', at: at(day), since: at(since) })
const step = (end: string, since: string): Mark => ({ about: 'step', at: at(end), since: at(since) })
const falls = (marks: Mark[], by = calendar) =>
  remindersFor(marks, ladder, by).map(({ rung, fallsAt }) => [rung.code, fallsAt.toISOString()])
const moments = (...pairs: [string, string][]) => pairs.map(([code, when]) => [code, at(when).toISOString()])

describe('the ladder', () => {
  it('has a source for every rung, each code once a mark', () => {
    for (const { rungs } of LADDERS) {
      expect(rungs.every(({ source, to }) => source !== '' && to.length > 0)).toBe(true)
      expect(new Set(rungs.map(({ code, about }) => `${about} ${code}`)).size).toBe(rungs.length)
    }
  })
  it('is dated: nothing is in force before the first', () => {
    expect(ladderInForce('2020-01-01')).toBeUndefined()
    const later: Ladder = { validFrom: '2027-01-01', rungs: [] }
    expect(ladderInForce('2027-01-01', [...LADDERS, later])).toBe(later)
    expect(ladderInForce('2026-12-31', [...LADDERS, later])).toBe(LADDERS.at(-1))
  })
})

describe('when reminders of a promised date fall', () => {
  it('counts working days over the holiday and the weekend, hours over the lunch break', () => {
    // Tuesday 24 November 2026 is a holiday.
    expect(falls([due('2026-11-25T14:00')])).toEqual(
      moments(
        ['due-soon', '2026-11-20T07:30'],
        ['apology-last-day', '2026-11-23T07:30'],
        ['due-now', '2026-11-25T10:30'],
        ['overdue', '2026-11-25T14:00'],
        ['overdue-centre', '2026-11-26T07:30'],
      ),
    )
  })
  it('leaves out Tết', () => {
    expect(falls([due('2026-02-23T16:30', '2026-02-02T09:00')])).toEqual(
      moments(
        ['due-soon', '2026-02-12T07:30'],
        ['apology-last-day', '2026-02-13T07:30'],
        ['due-now', '2026-02-23T14:30'],
        ['overdue', '2026-02-24T07:30'],
        ['overdue-centre', '2026-02-25T07:30'],
      ),
    )
  })
  it('leaves out days closed by order', () => {
    expect(falls([due('2026-11-27T16:30')], stormy).slice(0, 2)).toEqual(
      moments(['due-soon', '2026-11-23T07:30'], ['apology-last-day', '2026-11-25T07:30']),
    )
  })
  it('leaves out rungs for which the term was too short', () => {
    expect(falls([due('2026-11-23T16:30', '2026-11-20T09:00')]).map(([code]) => code)).toEqual([
      'due-now',
      'overdue',
      'overdue-centre',
    ])
  })
})

describe('what is due', () => {
  const plan = () => remindersFor([due('2026-11-27T16:30')], ladder, calendar)
  const codes = (reminders: { rung: { code: string } }[]) => reminders.map(({ rung }) => rung.code)

  it('what has fallen and was not handled; and when to look again', () => {
    const { due: now, nextAt } = dueOf(plan(), [], at('2026-11-25T08:00'))
    expect([codes(now), nextAt]).toEqual([['due-soon'], at('2026-11-26T07:30')])
    const handled = now.map(keyOf)
    expect(dueOf(plan(), handled, at('2026-11-25T08:00')).due).toEqual([])
    expect(codes(dueOf(plan(), handled, at('2026-11-30T09:00')).due)).toEqual([
      'apology-last-day',
      'due-now',
      'overdue',
    ])
    expect(dueOf(plan(), [], at('2026-12-08T08:00')).nextAt).toBeNull()
  })
  it('a date that moved is reminded of anew, the old one no more', () => {
    const handled = dueOf(plan(), [], at('2026-11-26T08:00')).due.map(keyOf)
    const moved = remindersFor([due('2026-12-04T16:30', '2026-11-26T09:00')], ladder, calendar)
    expect(dueOf(moved, handled, at('2026-11-26T10:00')).due).toEqual([])
    expect(codes(dueOf(moved, handled, at('2026-12-02T08:00')).due)).toEqual(['due-soon'])
  })
})

describe('who is told after a standstill', () => {
  const person = (name: string) => ({ accountId: name, fullName: name })
  const people: People = { officer: [person('officer')], head: [person('head')], desk: [person('desk')] }
  const told = (marks: Mark[], now: string, around = people) =>
    mergeDue(dueOf(remindersFor(marks, ladder, calendar), [], at(now)).due, around, {
      now: at(now),
      dueAt: marks.find(({ about }) => about === 'due')?.at ?? null,
    }).map(({ reminder, told: whom }) => [reminder.rung.code, ...whom.map(({ as, accountId }) => `${as} ${accountId}`)])

  it('each of the last word alone', () => {
    expect(told([due('2026-11-20T16:30')], '2026-11-30T09:00')).toEqual([
      ['due-soon'],
      ['apology-last-day'],
      ['due-now'],
      ['overdue', 'officer officer'],
      ['overdue-centre', 'head head', 'desk desk'],
    ])
  })
  it('before the mark, of what is still true', () => {
    expect(told([due('2026-11-27T16:30')], '2026-11-26T08:00')).toEqual([
      ['due-soon'],
      ['apology-last-day', 'officer officer', 'head head', 'desk desk'],
    ])
  })
  it('nothing of a step once the dossier is overdue', () => {
    const marks = [step('2026-11-19T10:00', '2026-11-18T09:00'), due('2026-11-20T16:30')]
    const now = told(marks, '2026-11-23T08:00')
    expect(now.filter(([code]) => code?.startsWith('step')).every((row) => row.length === 1)).toBe(true)
    expect(now.at(-1)).toEqual(['overdue', 'officer officer', 'head head'])
  })
  it('somebody who is officer and head at once hears once', () => {
    const alone: People = { officer: [person('head')], head: [person('head')], desk: [person('desk')] }
    expect(told([due('2026-11-20T16:30')], '2026-11-23T08:00', alone).at(-1)).toEqual(['overdue', 'officer head'])
  })
})

describe('the time of a step', () => {
  const process = readProcess(fiveSteps)
  const moved = (...pairs: [Handling, string][]) => pairs.map(([toHandling, when]) => ({ toHandling, at: at(when) }))
  const end = (handling: Handling, steps: ReturnType<typeof moved>, by = calendar) =>
    stepMark({ term: term('5 ngày làm việc'), handling }, steps, process, by, 'province')

  // Of five working days of 7.5 hours: 3.75 for reception, 21.5 for appraisal.
  test.each<[string, Handling, [Handling, string][], string]>([
    [
      'reception runs on when it is received',
      'received',
      [
        ['submitted', '2026-11-20T08:00'],
        ['received', '2026-11-20T09:00'],
      ],
      '2026-11-20T13:15',
    ],
    [
      'appraisal from its first move',
      'appraising',
      [
        ['received', '2026-11-16T08:00'],
        ['appraising', '2026-11-16T10:00'],
        ['appraising', '2026-11-17T15:00'],
      ],
      '2026-11-19T09:00',
    ],
    [
      'without what it stood still',
      'appraising',
      [
        ['appraising', '2026-11-16T10:00'],
        ['suspended', '2026-11-16T15:00'],
        ['appraising', '2026-11-23T08:00'],
      ],
      '2026-11-26T11:00',
    ],
    [
      'anew after a supplement',
      'submitted',
      [
        ['submitted', '2026-11-16T08:00'],
        ['awaiting-supplement', '2026-11-16T09:00'],
        ['submitted', '2026-11-23T08:00'],
      ],
      '2026-11-23T13:15',
    ],
    [
      'anew when it comes back',
      'appraising',
      [
        ['appraising', '2026-11-09T08:00'],
        ['awaiting-approval', '2026-11-16T09:00'],
        ['appraising', '2026-11-16T10:00'],
      ],
      '2026-11-19T09:00',
    ],
  ])('%s', (_name, handling, steps, wanted) => {
    const mark = end(handling, moved(...steps))
    expect(mark?.at).toEqual(at(wanted))
  })
  it('longer over a day closed by order', () => {
    const steps = moved(['appraising', '2026-11-25T08:00'])
    expect(end('appraising', steps)?.at).toEqual(at('2026-11-27T16:00'))
    expect(end('appraising', steps, stormy)?.at).toEqual(at('2026-11-30T16:00'))
  })
  it('none outside the steps', () => {
    expect(end('refused', moved(['refused', '2026-11-25T08:00']))).toBeUndefined()
  })
})
