import { describe, expect, test } from 'vitest'
import type { ProcedureFee } from '../procedure.ts'
import { feeFact, feeLines, feeTexts, type FeeFact } from './fees.ts'

const fee = (changes: Partial<ProcedureFee>): ProcedureFee => ({
  channel: 'online',
  kind: 'charge',
  amountDong: 75_000n,
  chargeable: true,
  doubt: null,
  text: '',
  ...changes,
})

describe('lines of fees', () => {
  test('the same in two channels stands once, with both', () => {
    expect(feeLines([fee({}), fee({ channel: 'counter' })])).toEqual([
      { kind: 'charge', amountDong: 75_000n, doubt: null, words: '', channels: ['online', 'counter'] },
    ])
  })

  test.each([
    ['/trang', 2000n, '2.000 đồng/trang'],
    ['', 150_000n, '150.000 đồng'],
    ['Theo Hội đồng nhân dân', 150_000n, '150.000 đồng · Theo Hội đồng nhân dân'],
    ['- Thu 7.000 đồng/lần', 7000n, 'Thu 7.000 đồng/lần'],
    ['/bản', null, ''],
  ])('in doubt, "%s" is told in words and never as an amount', (text, amountDong, words) => {
    expect(feeLines([fee({ text, amountDong, chargeable: false, doubt: 'fee.per-unit' })])).toEqual([
      { kind: 'charge', amountDong: null, doubt: 'fee.per-unit', words, channels: ['online'] },
    ])
  })
})

test.each<[string, (bigint | null)[], FeeFact]>([
  ['nothing stated', [], { kind: 'none' }],
  ['zero', [0n], { kind: 'free' }],
  ['zero beside a doubt', [0n, null], { kind: 'unknown' }],
  ['a doubt', [null], { kind: 'unknown' }],
  ['one amount', [75_000n], { kind: 'amount', words: '75.000 đồng' }],
  ['two amounts', [100_000n, 75_000n], { kind: 'range', least: '75.000 đồng', most: '100.000 đồng' }],
  ['an amount beside a doubt', [75_000n, null], { kind: 'some', words: '75.000 đồng' }],
])('%s in one line', (_, amounts, fact) => {
  expect(feeFact(amounts)).toEqual(fact)
})

test('sentences about money are found in the ways of filing', () => {
  const method = (text: string) => ({ channel: 'counter' as const, term: null, text })
  expect(feeTexts([method('Nộp tại quầy.\nTại cơ quan đại diện: 10 USD/bản.'), method('Giờ làm việc: 8 giờ')])).toEqual(
    ['Tại cơ quan đại diện: 10 USD/bản.'],
  )
})
