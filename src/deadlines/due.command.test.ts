import { describe, expect, test } from 'vitest'
import { formatTerm, parseTerm } from '../platform/term.ts'
import { Refusal } from '../platform/refusal.ts'
import { calendarFromFiles } from './calendar-files.ts'
import { rulesInForce } from './deadline-rules.ts'
import { dueCommand, type DueSources } from './due.command.ts'
import { calendarOf } from './working-calendar.ts'

/** The pure answers need no installation; those that do are told apart by what they ask of it. */
const sources: DueSources = {
  termOf: async (code, on) => {
    if (code !== '1.001193') throw new Refusal('deadlines.procedure-unknown', { code, on })
    return { quantity: 5, unit: 'working-day' }
  },
  calendarOf: async (code, on) => {
    const { calendar, rules } = await calendarFromFiles()
    const closed = {
      on: '2026-11-25',
      part: 'day',
      order: `lệnh cho ${code}`,
      reason: 'bão',
      recordedAt: new Date(0),
    } as const
    return {
      calendar: calendarOf(calendar.weeks, [...calendar.days.values()], [closed]),
      rules: rulesInForce(rules, on),
    }
  },
}

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const code = await dueCommand.run(
    argv,
    { out: (text) => (said.out += text), err: (text) => (said.err += text) },
    sources,
  )
  return { code, ...said }
}

describe('motcua due', () => {
  test('answers as JSON with the reckoning day by day', async () => {
    const { code, out } = await run('--received', '2026-11-20T09:48:00+07:00', '--term', '2 working-day', '--json')
    const answer = JSON.parse(out)
    expect(code).toBe(0)
    expect(answer.due).toBe('2026-11-25T16:30:00+07:00')
    expect(answer.explanation.at(-2).text).toBe('Thứ Ba 24/11/2026: nghỉ lễ (Ngày Văn hóa Việt Nam), không tính')
  })

  test('takes UTC and Vietnamese words, and answers in words', async () => {
    const { out } = await run('--received', '2026-11-20T02:48:00Z', '--term', '1 ngày làm việc')
    expect(out).toContain('Hẹn trả: 16:30 ngày 23/11/2026 (01 ngày làm việc)')
  })

  test.each([
    [['--term', '1 day'], '--received'],
    [['--received', '2026-02-30T08:00', '--term', '1 day'], '--received'],
    [['--received', 'yesterday', '--term', '1 day'], '--received'],
    [['--received', '2026-11-20T08:00', '--term', '0 day'], '--term'],
    [['--received', '2026-11-20T08:00', '--term', 'soon'], '--term'],
    [['--received', '2026-11-20T08:00', '--term', '1 day', '--stop', 'x'], '--stop'],
  ])('tells which argument is wrong: %j', async (argv, named) => {
    const { code, err } = await run(...argv)
    expect(code).toBe(2)
    expect(err.split('\n')[0]).toContain(named)
  })

  test.each([
    ['two whole days', ['--stop', '2026-11-18/2026-11-19'], '2026-11-26T16:30:00+07:00'],
    ['a weekend, which would not count anyway', ['--stop', '2026-11-21/2026-11-22'], '2026-11-23T16:30:00+07:00'],
    [
      'recorded and lifted on the same day',
      ['--stop', '2026-11-18T08:00/2026-11-18T15:00'],
      '2026-11-23T16:30:00+07:00',
    ],
    [
      'from a moment to a moment, two days on',
      ['--stop', '2026-11-18T10:00/2026-11-20T09:00'],
      '2026-11-26T16:30:00+07:00',
    ],
    [
      'the same day twice',
      ['--stop', '2026-11-18/2026-11-18', '--stop', '2026-11-18/2026-11-18'],
      '2026-11-25T16:30:00+07:00',
    ],
    [
      'for hours, to the minute',
      ['--term', '16 hour', '--stop', '2026-11-17T08:00/2026-11-17T09:15'],
      '2026-11-18T10:15:00+07:00',
    ],
  ])('counts a stop: %s', async (_name, more, expected) => {
    const term = more.includes('--term') ? [] : ['--term', '5 working-day']
    const { out } = await run('--received', '2026-11-16T08:00', ...term, ...more, '--json')
    expect(JSON.parse(out).due).toBe(expected)
  })

  test('takes the term of the procedure when none is stated, and the calendar of the unit', async () => {
    const asked = ['--received', '2026-11-19T08:00', '--procedure', '1.001193', '--json']
    expect(JSON.parse((await run(...asked)).out).due).toBe('2026-11-27T16:30:00+07:00')
    const { due, explanation } = JSON.parse((await run(...asked, '--unit', 'H49.12')).out)
    expect(due).toBe('2026-11-30T16:30:00+07:00')
    expect(explanation.find(({ mark }: { mark: string }) => mark === 'closed').text).toBe(
      'Thứ Tư 25/11/2026: đóng cửa theo lệnh (bão), không tính (theo lệnh cho H49.12)',
    )
    expect(JSON.parse((await run(...asked, '--term', '1 day')).out).due).toBe('2026-11-20T16:30:00+07:00')
    const unknown = await run('--received', '2026-11-19T08:00', '--procedure', '9.999999')
    expect([unknown.code, unknown.err]).toEqual([1, 'Không có thủ tục 9.999999 áp dụng ngày 19/11/2026.\n'])
  })

  test('says in Vietnamese when the calendar cannot answer', async () => {
    const { code, err } = await run('--received', '2016-11-20T08:00', '--term', '1 day')
    expect(code).toBe(1)
    expect(err).toMatch(/^Chưa có quy định/)
  })

  test('explains itself', async () => expect((await run('--help')).out).toContain('--received'))
})

test.each([
  ['20 working-days', { quantity: 20, unit: 'working-day' }, '20 ngày làm việc'],
  ['7 ngày làm việc', { quantity: 7, unit: 'working-day' }, '07 ngày làm việc'],
  ['3,5 NGÀY LÀM VIỆC', { quantity: 3.5, unit: 'working-day' }, '3,5 ngày làm việc'],
  ['8giờ', { quantity: 8, unit: 'hour' }, '08 giờ làm việc'],
  ['1 năm', { quantity: 1, unit: 'year' }, '01 năm'],
  ['trong ngày', { quantity: 1, unit: 'within-day' }, 'trong ngày'],
] as const)('reads and writes the term %s', (words, term, written) => {
  expect(parseTerm(words)).toEqual(term)
  expect(formatTerm(term)).toBe(written)
})
