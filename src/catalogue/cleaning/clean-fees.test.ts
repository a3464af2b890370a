import { describe, expect, test } from 'vitest'
import type { SourceFee, SourceMethod } from '../source-procedure.ts'
import { aSourceProcedure } from '../testing.ts'
import { cleanFees } from './clean-fees.ts'

const counter = (fees: SourceFee[], channel: SourceMethod['channel'] = 'DIRECT'): SourceMethod => ({
  channel,
  time: 1,
  unit: 'DAY',
  fees,
  text: '',
})
const clean = (...methods: SourceMethod[]) => cleanFees(aSourceProcedure({ methods }))

describe('cleanFees', () => {
  test('one amount may be collected, and waits for a confirmation of its source', () => {
    const { fees, doubts } = clean(counter([{ type: 'FEE', value: 120000 }]))
    expect(fees).toEqual([
      { channel: 'counter', kind: 'fee', amountDong: 120000n, chargeable: true, doubt: null, text: '' },
    ])
    expect(doubts.map(({ code }) => code)).toEqual(['fee.unconfirmed'])
  })

  test('the same fee stated twice for a channel counts once, each channel keeps its own', () => {
    const { fees } = clean(
      counter([{ type: 'FEE', value: 8000 }]),
      counter([{ type: 'FEE', value: 8000 }]),
      counter([{ type: 'FEE', value: 4000 }], 'ONLINE'),
    )
    expect(fees.map(({ channel, amountDong }) => [channel, amountDong])).toEqual([
      ['counter', 8000n],
      ['online', 4000n],
    ])
  })

  test('two amounts of one kind in one channel are not collected', () => {
    const { fees, doubts } = clean(
      counter([
        { type: 'FEE', value: 10000 },
        { type: 'FEE', value: 20000 },
      ]),
    )
    expect(fees.map(({ chargeable, doubt }) => [chargeable, doubt])).toEqual([
      [false, 'fee.several-amounts'],
      [false, 'fee.several-amounts'],
    ])
    expect(doubts).toHaveLength(2)
  })

  test('a fee and a charge stand side by side', () => {
    const { fees } = clean(
      counter([
        { type: 'FEE', value: 10000 },
        { type: 'SERVICE_FEE', value: 20000 },
      ]),
    )
    expect(fees.every(({ chargeable }) => chargeable)).toBe(true)
  })

  test('an empty zero beside an amount goes; alone it means nothing to pay', () => {
    expect(
      clean(
        counter([
          { type: 'FEE', value: 0 },
          { type: 'SERVICE_FEE', value: 20000 },
        ]),
      ).fees,
    ).toHaveLength(1)
    const free = clean(counter([{ type: 'FEE', value: 0 }]))
    expect(free.fees.map(({ amountDong, chargeable }) => [amountDong, chargeable])).toEqual([[0n, true]])
    expect(free.doubts).toEqual([])
  })
})
