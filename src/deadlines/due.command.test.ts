import { describe, expect, test } from 'vitest'
import { formatTerm, parseTerm } from '../platform/term.ts'
import { dueCommand } from './due.command.ts'

async function run(...argv: string[]) {
  const said = { out: '', err: '' }
  const code = await dueCommand.run(argv, { out: (text) => (said.out += text), err: (text) => (said.err += text) })
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
