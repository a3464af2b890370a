import { describe, expect, it } from 'vitest'
import type { ProcedureVersion } from '../../../catalogue/index.ts'
import { dong } from '../../../platform/figures.ts'
import { feeOutlook } from './fees.ts'

type Fee = ProcedureVersion['fees'][number]
const fee = (changes: Partial<Fee>): Fee => ({
  channel: 'online',
  kind: 'fee',
  amountDong: 75_000n,
  chargeable: true,
  doubt: null,
  text: '',
  ...changes,
})

describe('what a filing may cost', () => {
  it('is nothing where nothing is listed or everything is zero', () => {
    expect(feeOutlook({ fees: [] })).toEqual({ kind: 'free' })
    expect(feeOutlook({ fees: [fee({ amountDong: 0n })] })).toEqual({ kind: 'free' })
  })

  it('never gives an amount in doubt', () => {
    const outlook = feeOutlook({
      fees: [fee({ amountDong: 150_000n, chargeable: false, doubt: 'fee.set-by-council' })],
    })
    expect(outlook).toEqual({ kind: 'lines', lines: [{ kind: 'fee', amountDong: null, text: '' }] })
  })

  it('takes the online fees, else those of the desk, each once', () => {
    const counter = fee({ channel: 'counter', amountDong: 100_000n })
    expect(feeOutlook({ fees: [fee({}), fee({}), counter] })).toEqual({
      kind: 'lines',
      lines: [{ kind: 'fee', amountDong: 75_000n, text: '' }],
    })
    expect(feeOutlook({ fees: [counter] })).toEqual({
      kind: 'lines',
      lines: [{ kind: 'fee', amountDong: 100_000n, text: '' }],
    })
  })

  it('writes amounts the Vietnamese way', () => expect(dong(1_250_000n)).toBe('1.250.000 đồng'))
})
