import { describe, expect, test } from 'vitest'
import type { SourceCase, SourceMethod } from '../source-procedure.ts'
import { aSourceProcedure } from '../testing.ts'
import { settleCases } from './settle-cases.ts'

const ways = (...methods: Partial<SourceMethod>[]): SourceMethod[] =>
  methods.map((method) => ({ channel: 'ONLINE', time: 0, unit: 'OTHER', fees: [], text: '', ...method }))

type Row = [string, SourceCase[], SourceMethod[], string[], string[]]

describe('settleCases', () => {
  test.each<Row>([
    [
      'order of codes, same case once',
      [
        { code: '1.001193.02', name: 'Đăng ký khai sinh', time: 1, unit: 'WORKING_DAY' },
        { code: '1.001193.01', name: 'Đăng ký khai sinh', time: 1, unit: 'WORKING_DAY' },
      ],
      ways({ time: 1, unit: 'OTHER' }),
      ['1.001193.01 1 working-day'],
      ['case.merged'],
    ],
    [
      'one name, two terms: both stay, a person must name them',
      [
        { code: '1.001193.01', name: 'Cấp phép', time: 5, unit: 'DAY' },
        { code: '1.001193.02', name: 'Cấp phép', time: 9, unit: 'DAY' },
      ],
      ways({ time: 5, unit: 'DAY' }, { time: 9, unit: 'DAY' }),
      ['1.001193.01 5 day', '1.001193.02 9 day'],
      ['case.same-name'],
    ],
    [
      'no case: one of its own',
      [],
      ways({ time: 7, unit: 'WORKING_DAY' }),
      ['1.001193 7 working-day'],
      ['case.missing', 'term.read-from-text'],
    ],
    ['no case and no term', [], ways({}), ['1.001193 unknown'], ['case.missing', 'term.unclear']],
    [
      'the ways of filing say another term',
      [{ code: '1.001193.01', name: 'Cấp', time: 20, unit: 'DAY' }],
      ways({ time: 10, unit: 'WORKING_DAY' }),
      ['1.001193.01 20 day'],
      ['term.case-and-method-differ'],
    ],
  ])('%s', (_, cases, methods, expected, doubts) => {
    const settled = settleCases(aSourceProcedure({ cases, methods }))
    expect(
      settled.cases.map(({ code, term }) => `${code} ${term ? `${term.quantity} ${term.unit}` : 'unknown'}`),
    ).toEqual(expected)
    expect(settled.doubts.map(({ code }) => code)).toEqual(doubts)
  })
})
