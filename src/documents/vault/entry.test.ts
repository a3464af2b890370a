import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/dates.ts'
import { contentHash, isSurer, PROOFS, statusOf, whyNotUse } from './entry.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
const state = fc.constantFrom('in-force' as const, 'replaced' as const, 'revoked' as const)
const limit = fc.option(day, { nil: null })
const entry = fc
  .record({ state, validFrom: limit, validUntil: limit })
  .filter(({ validFrom, validUntil }) => validFrom === null || validUntil === null || validFrom <= validUntil)

describe('the status of a paper', () => {
  test('is what was done to it, whatever the day', () => {
    fc.assert(
      fc.property(entry, day, (one, on) => {
        if (one.state !== 'in-force') expect(statusOf(one, on)).toBe(one.state)
      }),
    )
  })

  test('is in force from its first day to its last, both included, and on no other', () => {
    fc.assert(
      fc.property(entry, day, ({ validFrom, validUntil }, on) => {
        const isWithin = (validFrom === null || on >= validFrom) && (validUntil === null || on <= validUntil)
        expect(statusOf({ state: 'in-force', validFrom, validUntil }, on) === 'in-force').toBe(isWithin)
      }),
    )
  })

  test('never comes back once it has expired', () => {
    fc.assert(
      fc.property(entry, day, fc.nat(5_000), (one, on, later) => {
        if (statusOf(one, on) === 'expired') expect(statusOf(one, addDays(on, later))).toBe('expired')
      }),
    )
  })

  test('lets a paper be used exactly while it is in force', () => {
    fc.assert(
      fc.property(entry, day, (one, on) => {
        const status = statusOf(one, on)
        const reason = whyNotUse({ ...one, title: 'Giấy khai sinh' }, on)
        expect(reason?.code).toBe(status === 'in-force' ? undefined : `documents.vault-${status}`)
      }),
    )
  })
})

describe('one content', () => {
  test('is known by the hash of its file, of several files in their order', () => {
    const [a, b] = ['a'.repeat(64), 'b'.repeat(64)]
    expect(contentHash([a])).toBe(a)
    expect(contentHash([a, b])).toMatch(/^[0-9a-f]{64}$/)
    expect(contentHash([a, b])).not.toBe(contentHash([b, a]))
    expect(() => contentHash([])).toThrow('a paper has a file')
  })

  test('is surer the better it is proven', () => {
    expect(isSurer('issued-here', 'seen')).toBe(true)
    expect(isSurer('compared', 'certified-copy')).toBe(false)
    for (const proof of PROOFS) expect(isSurer(proof, proof)).toBe(false)
  })
})
