import { describe, expect, test } from 'vitest'
import { DELIVERY_STATES, HANDLING_STATES, hasEnded, type ResultDelivery } from '../dossier.ts'
import { whyNotChange, whyNotChoose } from './delivery-change.ts'

const WAYS: ResultDelivery[] = ['electronic', 'counter', 'postal']

describe('choosing anew how to receive the result', () => {
  test('is possible exactly while there is one to come that was not handed over', () => {
    for (const handling of HANDLING_STATES) {
      for (const delivery of DELIVERY_STATES) {
        const isPossible = delivery !== 'handed-over' && !hasEnded(handling)
        const reason = whyNotChoose({ handling, delivery, resultDelivery: 'counter' })
        expect(reason === undefined, `${handling} ${delivery}`).toBe(isPossible)
      }
    }
  })

  test.each(WAYS)('%s to itself is no change, to another is one', (from) => {
    const dossier = { handling: 'appraising', delivery: 'not-ready', resultDelivery: from } as const
    for (const to of WAYS)
      expect(whyNotChange(dossier, to, 'Số 12')?.code).toBe(to === from ? 'dossiers.same-delivery' : undefined)
  })

  test('by post needs an address, the other ways none', () => {
    const dossier = { handling: 'finished', delivery: 'ready', resultDelivery: 'counter' } as const
    expect(whyNotChange(dossier, 'postal', null)?.code).toBe('dossiers.delivery-needs-address')
    expect(whyNotChange(dossier, 'electronic', null)).toBeUndefined()
  })

  test('is over with the dossier, and told apart from a result received', () => {
    const code = (handling: 'delivered' | 'withdrawn', delivery: 'handed-over' | 'not-ready') =>
      whyNotChange({ handling, delivery, resultDelivery: 'counter' }, 'electronic', null)?.code
    expect(code('delivered', 'handed-over')).toBe('dossiers.delivered-before')
    expect(code('withdrawn', 'not-ready')).toBe('dossiers.no-result-to-deliver')
  })
})
