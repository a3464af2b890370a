import { describe, expect, test } from 'vitest'
import { afterLook, byDoubt, isSure, whyNotSettle, type Judged, type PaperValue } from './value.ts'

const said = (accountId: string, text: string | null): Judged => ({
  verdict: text === null ? 'unreadable' : text === '1968' ? 'accepted' : 'corrected',
  text,
  normalised: text,
  accountId,
  name: accountId,
  at: '2026-11-30T03:00:00.000Z',
})
const unseen = { state: 'read', first: null, second: null, settled: null, needsTwo: true } as const
const [nga, anh, third] = ['nga', 'anh', 'third']
const once = { ...afterLook(unseen, said(nga, '1968')), needsTwo: true }
const differing = { ...afterLook(once, said(anh, '1963')), needsTwo: true }

describe('after a look', () => {
  test.each([
    ['one look settles where one is enough', { ...unseen, needsTwo: false }, said(nga, '1963'), 'settled', '1963'],
    ['the first of two settles nothing', unseen, said(nga, '1968'), 'once', undefined],
    ['the same person is no second one, and may mend their own slip', once, said(nga, '1963'), 'once', undefined],
    ['two who say the same settle it', once, said(anh, '1968'), 'settled', '1968'],
    [
      'marks and spaces composed otherwise are the same',
      { ...once, first: said(nga, 'Tằng Thị Cám') },
      said(anh, 'Tằng  Thị Cám'.normalize('NFD')),
      'settled',
      'Tằng  Thị Cám'.normalize('NFD'),
    ],
    ['two who differ settle nothing', once, said(anh, '1963'), 'differs', undefined],
    ['one who cannot read it differs from one who can', once, said(anh, null), 'differs', undefined],
    ['a difference is ended by whoever looks next', differing, said(third, null), 'settled', null],
    [
      'a settled value is opened by a new look, for two again',
      { ...afterLook(once, said(anh, '1968')), needsTwo: true },
      said(third, '1963'),
      'once',
      undefined,
    ],
  ] as const)('%s', (_, value, judged, state, text) => {
    const after = afterLook(value, judged)
    expect([after.state, after.settled?.text]).toEqual([state, text])
  })

  test('whoever is one of the two may only give way to the other', () => {
    expect(whyNotSettle(differing, said(nga, '1968'))?.code).toBe('digitisation.settled-by-another')
    expect(whyNotSettle(differing, said(nga, '1963'))).toBeUndefined()
    expect(whyNotSettle(differing, said(third, '1971'))).toBeUndefined()
  })
})

const value = (changes: Partial<PaperValue>): PaperValue => ({
  ...unseen,
  id: '',
  paperId: '',
  place: 1,
  name: '',
  label: '',
  source: 'print',
  page: 1,
  box: null,
  readText: '1968',
  readNormalised: 1968,
  confidence: 0.97,
  alternatives: [],
  faults: [],
  hints: [],
  version: 1,
  ...changes,
})
const hint = (agrees: boolean) => ({ source: 'declared' as const, about: '', text: '', agrees, at: '' })

test('nothing is sure that a fault, another source or the machine itself speaks against', () => {
  const told: [Partial<PaperValue>, boolean][] = [
    [{}, true],
    [{ hints: [hint(true)] }, true],
    [{ confidence: 0.94 }, false],
    [{ faults: ['no-such-day'] }, false],
    [{ hints: [hint(true), hint(false)] }, false],
    [{ source: 'none', readText: '', confidence: 1 }, false],
  ]
  for (const [changes, is] of told) expect(isSure(value(changes)), JSON.stringify(changes)).toBe(is)
})

test('the most doubtful stands first, what was not found last', () => {
  const values = [
    value({ name: 'sure' }),
    value({ name: 'missing', source: 'none', confidence: 0 }),
    value({ name: 'faint', confidence: 0.62 }),
    value({ name: 'fault', faults: ['no-such-day'] }),
    value({ name: 'differs', state: 'differs' }),
    value({ name: 'other', hints: [hint(false)], confidence: 0.9 }),
  ]
  expect(byDoubt(values).map(({ name }) => name)).toEqual(['differs', 'other', 'fault', 'faint', 'sure', 'missing'])
})
