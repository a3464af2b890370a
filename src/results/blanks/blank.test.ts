import { describe, expect, it, test } from 'vitest'
import { readRange, serialsOf, whyNotDestroy, whyNotSpoil, whyNotUse, type Blank, type BlankState } from './blank.ts'
import { BLANK_KINDS, blankKind, blankKindFor, PROCEDURES_ON_BLANK } from './blank-kind.ts'

const land = { serial: '^[A-ZĐ]{2} \\d{6,8}$' }

describe('a run of serial numbers', () => {
  it('is read as it is printed, with zeros and letters kept', () => {
    const range = readRange(land, ' aa  00000998', 'AA 00001001')
    expect(range).toEqual({ prefix: 'AA ', digits: 8, first: 998, count: 4 })
    expect('code' in range ? [] : serialsOf(range)).toEqual([
      'AA 00000998',
      'AA 00000999',
      'AA 00001000',
      'AA 00001001',
    ])
  })

  test.each([
    ['00000998', 'AA 00001001', 'results.blank-serial-wrong'],
    ['AA 00000998', 'AA 1001', 'results.blank-serial-wrong'],
    ['AA 00000998', 'AB 00001001', 'results.blank-range-wrong'],
    ['AA 0000998', 'AA 00001001', 'results.blank-range-wrong'],
    ['AA 00001001', 'AA 00000998', 'results.blank-range-wrong'],
    ['AA 00000001', 'AA 00005001', 'results.blank-range-long'],
  ])('%s to %s is %s', (from, to, code) => {
    expect(readRange(land, from, to)).toMatchObject({ code })
  })
})

const blank = (state: BlankState, more: Partial<Blank> = {}) =>
  ({ kind: 'gcn-dat', unitId: 'here', serial: 'AA 00000001', state, cause: null, ...more }) as Blank

describe('a blank', () => {
  const here = { kind: 'gcn-dat', unitId: 'here' }
  test.each<[Blank | undefined, string | undefined]>([
    [blank('in-stock'), undefined],
    [blank('used'), 'results.blank-not-in-stock'],
    [blank('spoiled'), 'results.blank-not-in-stock'],
    [blank('destroyed'), 'results.blank-not-in-stock'],
    [blank('in-stock', { unitId: 'elsewhere' }), 'results.blank-not-here'],
    [blank('in-stock', { kind: 'van-bang' }), 'results.blank-not-here'],
    [undefined, 'results.blank-not-here'],
  ])('is used once, by who keeps it (%#)', (one, code) => {
    expect(whyNotUse(one, here)?.code).toBe(code)
  })

  test.each<[BlankState, boolean, string | undefined]>([
    ['in-stock', false, undefined],
    ['used', false, undefined],
    ['used', true, 'results.blank-issued'],
    ['spoiled', false, 'results.blank-gone'],
    ['destroyed', false, 'results.blank-gone'],
  ])('%s, issued %s, is spoiled: %s', (state, isIssued, code) => {
    expect(whyNotSpoil(blank(state), isIssued)?.code).toBe(code)
  })

  test.each<[BlankState, Blank['cause'], string | undefined]>([
    ['spoiled', 'misprinted', undefined],
    ['spoiled', 'lost', 'results.blank-lost'],
    ['in-stock', null, 'results.blank-not-spoiled'],
    ['used', null, 'results.blank-not-spoiled'],
    ['destroyed', 'damaged', 'results.blank-not-spoiled'],
  ])('%s by %s is destroyed: %s', (state, cause, code) => {
    expect(whyNotDestroy(blank(state, { cause }))?.code).toBe(code)
  })
})

describe('the declared branch', () => {
  it('holds for a procedure in its time alone', () => {
    expect(blankKindFor('1.012753', '2026-11-20')?.code).toBe('gcn-dat')
    expect(blankKindFor('1.012753', '2025-06-30')).toBeUndefined()
    expect(blankKindFor('2.000815', '2026-11-20')).toBeUndefined()
  })

  it('names kinds that are known, each with an example of its own pattern and its source', () => {
    for (const { kind } of PROCEDURES_ON_BLANK) expect(blankKind(kind), kind).toBeDefined()
    for (const { serial, example, instrument, certainty } of BLANK_KINDS) {
      expect(example).toMatch(new RegExp(serial))
      expect(instrument).toMatch(/^(Thông tư|Nghị định)/)
      expect(['law', 'law-to-verify']).toContain(certainty)
    }
  })
})
