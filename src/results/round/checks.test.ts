import { describe, expect, test } from 'vitest'
import { checksOf, groupOf, sealChecksOf, whyNotInRound, type PaperFacts } from './checks.ts'

const content = {
  title: 'Giấy phép xây dựng',
  addressee: 'Nguyễn Thu Hạnh',
  facts: [{ label: 'Nơi cư trú', value: 'Số 12, ngõ 5' }],
  signature: { authority: ['KT. Chủ tịch'], position: 'Phó Chủ tịch', fullName: 'Bùi Đức Thịnh' },
} as PaperFacts['result']['content']

const facts = (changes: Partial<PaperFacts> = {}, result: Partial<PaperFacts['result']> = {}): PaperFacts => ({
  result: {
    kind: 'result',
    version: 1,
    title: 'Giấy phép xây dựng',
    template: 'licence',
    content,
    approvedSha256: 'a1',
    approvedByName: 'Đỗ Minh Châu',
    attention: null,
    draftedByName: 'Phạm Quang Huy',
    ...result,
  },
  unsignedSha256: 'a1',
  initialledAt: null,
  expected: { title: 'Giấy phép xây dựng', template: 'licence', addressee: content.addressee, facts: content.facts },
  isMine: true,
  whyNotByAuthority: undefined,
  opinions: [],
  lateSince: null,
  isApologised: false,
  replaces: null,
  ...changes,
})

const late = new Date('2026-11-19T17:00:00+07:00')
const opinion = (state: PaperFacts['opinions'][number]['state']) => ({ body: 'VPĐK đất đai', state })

describe('what the machine finds before signing', () => {
  test.each([
    ['as-approved', 'passed', facts()],
    ['changed-after-approval', 'refused', facts({ unsignedSha256: 'b2' })],
    ['not-approved', 'refused', facts({}, { approvedSha256: null })],
    ['initialled', 'passed', facts({ initialledAt: new Date('2026-11-18T10:20:00+07:00') })],
    ['data-matches', 'passed', facts()],
    ['data-differs', 'doubt', facts({}, { content: { ...content, addressee: 'Nguyễn Thu Hằng' } })],
    ['data-differs', 'doubt', facts({}, { content: { ...content, facts: [{ label: 'Nơi cư trú', value: 'Số 21' }] } })],
    ['data-matches', 'passed', facts({}, { content: { ...content, facts: [] } })],
    ['right-paper', 'passed', facts()],
    ['paper-differs', 'doubt', facts({}, { title: 'Giấy xác nhận' })],
    ['paper-differs', 'doubt', facts({}, { template: 'reply' })],
    ['competent', 'passed', facts()],
    [
      'for-another',
      'passed',
      facts({}, { content: { ...content, signature: { ...content.signature, delegationId: 'd' } } }),
    ],
    ['not-mine', 'refused', facts({ isMine: false })],
    ['authority-ended', 'refused', facts({ whyNotByAuthority: { code: 'results.authority-ended' } })],
    ['opinions-agree', 'passed', facts({ opinions: [opinion('agree'), opinion('silent')] })],
    ['opinions-against', 'doubt', facts({ opinions: [opinion('agree'), opinion('disagree')] })],
    ['opinions-missing', 'doubt', facts({ opinions: [opinion('missing')] })],
    ['opinions-conditional', 'doubt', facts({ opinions: [opinion('agree-with-conditions')] })],
    ['in-time', 'passed', facts()],
    ['late', 'doubt', facts({ lateSince: late })],
    ['late-apologised', 'doubt', facts({ lateSince: late, isApologised: true })],
    ['attention', 'doubt', facts({}, { attention: 'Chung tường nhà số 14' })],
    ['refuses-applicant', 'doubt', facts({}, { kind: 'rejection' })],
    ['drafted-again', 'doubt', facts({}, { version: 2 })],
    ['replaces', 'doubt', facts({ replaces: '12/GPXD' })],
  ] as const)('%s is %s', (code, outcome, given) => {
    expect(checksOf(given)).toContainEqual(expect.objectContaining({ code, outcome }))
  })

  test('where nothing is found everything passed, and nothing is said about bodies nobody asked', () => {
    expect(groupOf(checksOf(facts()))).toBe('quick')
    expect(checksOf(facts()).map(({ code }) => code)).toEqual([
      'as-approved',
      'data-matches',
      'right-paper',
      'competent',
      'in-time',
    ])
  })

  test('a doubt is to be looked at, and what cannot be signed outweighs a doubt', () => {
    expect(groupOf(checksOf(facts({ lateSince: late })))).toBe('look')
    expect(groupOf(checksOf(facts({ lateSince: late, isMine: false })))).toBe('blocked')
  })

  test('the seal rests on the signature before it', () => {
    const sealed = { result: { content }, replaces: null }
    expect(groupOf(sealChecksOf({ ...sealed, signed: { madeAt: late } }))).toBe('quick')
    expect(groupOf(sealChecksOf({ ...sealed, signed: undefined }))).toBe('blocked')
    expect(groupOf(sealChecksOf({ ...sealed, signed: { madeAt: late }, replaces: '12/GPXD' }))).toBe('look')
  })
})

describe('what goes with a round', () => {
  const doubtful = checksOf(facts({ lateSince: late }))
  test.each([
    ['passes the checks', checksOf(facts()), 1, false, undefined],
    ['in doubt and not opened', doubtful, 1, false, 'results.not-opened'],
    ['in doubt and opened', doubtful, 1, true, undefined],
    ['changed since it was read', checksOf(facts()), 2, true, 'results.draft-changed'],
  ] as const)('%s', (_, checks, seen, isOpened, code) => {
    expect(whyNotInRound(checks, { version: 1 }, { seen, isOpened })?.code).toBe(code)
  })
})
