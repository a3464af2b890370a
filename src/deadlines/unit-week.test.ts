import { expect, test } from 'vitest'
import { formatSessions, parseSessions, whyNotSetWeek, type UnitWeek } from './unit-week.ts'
import type { Session } from './working-calendar.ts'

test.each([
  ['07:30-11:30, 13:00-16:30', '07:30-11:30, 13:00-16:30'],
  ['7h30 – 11h30; 13h-16h30', '07:30-11:30, 13:00-16:30'],
  ['7.30-11.30', '07:30-11:30'],
  ['', ''],
  [' , ', ''],
])('reads "%s"', (typed, read) => expect(formatSessions(parseSessions(typed) ?? [{ from: '?', to: '?' }])).toBe(read))

test.each(['sáng', '7-11', '07:30', '25:00-26:00', '07:30-11:30-13:00'])('does not guess "%s"', (typed) =>
  expect(parseSessions(typed)).toBeUndefined(),
)

const day: Session[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '16:30' },
]
const week = (changes: Partial<UnitWeek> = {}, saturday: Session[] = []): UnitWeek => {
  return { validFrom: '2026-12-01', validTo: null, sessions: [[], day, day, day, day, day, saturday], ...changes }
}

test.each([
  ['from a later day on', week(), undefined],
  [
    'with Saturday mornings, for a season',
    week({ validTo: '2027-04-15' }, [{ from: '07:30', to: '11:00' }]),
    undefined,
  ],
  ['from today on', week({ validFrom: '2026-11-20' }), 'deadlines.week-in-past'],
  ['ended before it begins', week({ validTo: '2026-11-30' }), 'deadlines.week-dates'],
  ['never open', week({ sessions: Array.from({ length: 7 }, () => []) }), 'deadlines.week-never-open'],
  ['closing before it opens', week({}, [{ from: '11:00', to: '07:30' }]), 'deadlines.week-hours'],
  [
    'with hours that overlap',
    week({}, [
      { from: '07:30', to: '11:30' },
      { from: '11:00', to: '12:00' },
    ]),
    'deadlines.week-hours',
  ],
])('a week %s', (_name, planned, code) => expect(whyNotSetWeek(planned, '2026-11-20')?.code).toBe(code))
