import { describe, expect, test } from 'vitest'
import {
  linkUntil,
  severalRule,
  standingOf,
  standsFor,
  waysToAgree,
  whyNotAgree,
  whyNotFileTogether,
  whyNotName,
  whyNotOpenLink,
  whyNotRemind,
  type DraftCoApplicant,
} from './co-applicant.ts'
import { invitationPath, isToken, linkToken } from './link.ts'
import { waitsForOf } from './withdrawal.ts'

const NOW = new Date('2026-11-20T02:00:00Z')
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
const MAI = { fullName: 'Trần Thị Mai', personalId: '022190000111' }

const person = (changes: Partial<DraftCoApplicant> = {}): DraftCoApplicant => ({
  ...MAI,
  id: 'p1',
  draftId: 'd',
  phone: null,
  email: null,
  addedAt: NOW,
  linkNo: 1,
  linkUntil: linkUntil(NOW),
  linkOpenedAt: null,
  reminders: 0,
  remindedAt: null,
  citizenId: null,
  answer: null,
  how: null,
  contentSha256: null,
  reason: null,
  answeredAt: null,
  voidedAt: null,
  signerName: null,
  fingerprint: null,
  signedSha256: null,
  ...changes,
})
const agreed = person({ answer: 'agreed', how: 'recorded-consent', contentSha256: 'aa', answeredAt: NOW })

test.each([
  ['nobody named, where one may apply alone', [], 'allowed', undefined],
  ['nobody named, where several must', [], 'demanded', 'dossiers.co-applicants-demanded'],
  ['not answered', [agreed, person()], 'allowed', 'dossiers.co-applicants-missing'],
  ['declined', [person({ answer: 'declined' })], 'allowed', 'dossiers.co-applicant-declined'],
  [
    'agreed to another content',
    [person({ ...agreed, contentSha256: 'bb' })],
    'allowed',
    'dossiers.co-applicants-changed',
  ],
  ['all agreed', [agreed], 'demanded', undefined],
] as const)('filing: %s', (_, people, rule, code) => {
  expect(whyNotFileTogether(people, { content: 'aa', rule, demand: 'offered' })?.code).toBe(code)
})

test('where everybody must sign, agreeing alone will not do', () => {
  const signed = { ...agreed, how: 'digital-signature' } as const
  const demanded = { content: 'aa', rule: 'allowed', demand: 'required' } as const
  expect(whyNotFileTogether([signed], demanded)).toBeUndefined()
  expect(whyNotFileTogether([signed, agreed], demanded)).toEqual({
    code: 'dossiers.co-signatures-missing',
    facts: { names: 'Trần Thị Mai' },
  })
  expect(whyNotFileTogether([person()], demanded)?.code).toBe('dossiers.co-signatures-missing')
  expect([standsFor(signed, 'aa', 'required'), standsFor(agreed, 'aa', 'required')]).toEqual([true, false])
  expect([standsFor(agreed, 'aa', 'offered'), standsFor(agreed, 'bb', 'offered')]).toEqual([true, false])
})

test('who is missing is said by name', () => {
  expect(whyNotFileTogether([person()], { content: 'aa', rule: 'allowed', demand: 'offered' })?.facts).toEqual({
    names: 'Trần Thị Mai',
  })
})

test.each([
  ['the person named, in time', person(), {}, undefined],
  ['no such link, or an older one', person(), { isLatest: false }, 'dossiers.co-link-over'],
  ['another person', person(), { personalId: '022085000274' }, 'dossiers.co-link-not-yours'],
  ['opened before', person({ linkOpenedAt: NOW }), {}, 'dossiers.co-link-used'],
  ['too late', person({ linkUntil: hours(-1) }), {}, 'dossiers.co-link-over'],
  ['withdrawn by a change', person({ linkUntil: null }), {}, 'dossiers.co-link-over'],
])('opening a link: %s', (_, who, changes, code) => {
  expect(whyNotOpenLink(who, { personalId: MAI.personalId, isLatest: true, ...changes }, NOW)?.code).toBe(code)
})

test.each([
  ['waiting', person(), undefined],
  ['answered', agreed, 'dossiers.co-applicant-not-waiting'],
  ['never asked', person({ linkUntil: null }), 'dossiers.co-applicant-not-waiting'],
  ['reminded an hour ago', person({ reminders: 1, remindedAt: hours(-1) }), 'dossiers.co-applicant-reminded-today'],
  ['reminded the day before', person({ reminders: 1, remindedAt: hours(-25) }), undefined],
  ['three times', person({ reminders: 3, remindedAt: hours(-99) }), 'dossiers.co-applicant-reminded-enough'],
])('reminding: %s', (_, who, code) => {
  expect(whyNotRemind(who, NOW)?.code).toBe(code)
})

describe('agreeing', () => {
  const said = {
    how: 'recorded-consent',
    demand: 'offered',
    askedAt: hours(-2),
    shownSha256: 'aa',
    contentSha256: 'aa',
  } as const
  test.each([
    ['to what was shown', said, null, undefined],
    ['to what has changed since', { ...said, contentSha256: 'bb' }, null, 'dossiers.co-content-changed'],
    ['to nothing that is asked', { ...said, askedAt: undefined }, null, 'dossiers.co-content-changed'],
    ['with a proof of minutes ago', { ...said, how: 'confirmed-identity' as const }, hours(-0.1), undefined],
    [
      'with a proof of before it was asked',
      { ...said, how: 'confirmed-identity' as const },
      hours(-3),
      'dossiers.identity-not-proved',
    ],
    ['with an old proof', { ...said, how: 'confirmed-identity' as const }, hours(-1), 'dossiers.identity-not-proved'],
  ])('%s', (_, given, provedAt, code) => {
    expect(whyNotAgree(given, provedAt, NOW)?.code).toBe(code)
  })

  test('without a signature is not enough where applications must be signed', () => {
    for (const how of ['recorded-consent', 'confirmed-identity'] as const)
      expect(whyNotAgree({ ...said, how, demand: 'required' }, hours(-0.1), NOW)?.code).toBe(
        'dossiers.co-signature-demanded',
      )
    expect(whyNotAgree({ ...said, demand: 'none' }, null, NOW)).toBeUndefined()
    expect(waysToAgree('required')).toEqual(['digital-signature'])
  })
})

test.each([
  [person({ linkNo: 0, linkUntil: null }), 'not-asked'],
  [person({ linkUntil: null, voidedAt: NOW }), 'voided'],
  [person(), 'asked'],
  [person({ linkUntil: hours(-1) }), 'link-over'],
  [person({ citizenId: 'c' }), 'opened'],
  [agreed, 'agreed'],
])('where somebody stands %#', (who, standing) => {
  expect(standingOf(who, NOW)).toBe(standing)
})

test('who is named is another person, once', () => {
  expect(whyNotName(person(), MAI.personalId, [])?.code).toBe('dossiers.co-applicant-is-you')
  expect(whyNotName(person(), 'x', [person()])?.code).toBe('dossiers.co-applicant-twice')
  const many = Array.from({ length: 20 }, (_, at) => person({ personalId: String(at) }))
  expect(whyNotName(person(), 'x', many)?.code).toBe('dossiers.co-applicants-too-many')
  expect(whyNotName(person(), 'x', [])).toBeUndefined()
})

test('a link is one’s own and the last', () => {
  const token = linkToken('secret', person())
  expect(isToken('secret', person(), token)).toBe(true)
  expect(isToken('secret', person({ linkNo: 2 }), token)).toBe(false)
  expect(isToken('other', person(), token)).toBe(false)
  expect(invitationPath('secret', person())).toContain(token)
  expect(invitationPath('secret', person({ citizenId: 'c' }))).toBe('/cung-dung-ten/p1')
})

test('several may apply wherever nothing else is declared, and must for a marriage', () => {
  expect([severalRule('2.000815', '2026-11-20'), severalRule('1.000894', '2026-11-20')]).toEqual([
    'allowed',
    'demanded',
  ])
  expect(severalRule('2.000815', '2020-01-01')).toBe('refused')
})

test('a dossier of several is withdrawn when each has asked', () => {
  const dossier = { applicant: { fullName: 'Hạnh' } as never, applicantCitizenId: 'h', submitterCitizenId: 'h' }
  const others = [{ fullName: 'Mai', citizenId: 'm' }]
  const wish = (citizenId: string, takenBackAt: Date | null = null) => ({
    no: 1,
    citizenId,
    byName: '',
    reason: '',
    at: NOW,
    takenBackAt,
  })
  expect(waitsForOf(dossier, others, [])).toEqual(['Hạnh', 'Mai'])
  expect(waitsForOf(dossier, others, [wish('m')])).toEqual(['Hạnh'])
  expect(waitsForOf(dossier, others, [wish('m', NOW), wish('h')])).toEqual(['Mai'])
  expect(waitsForOf(dossier, others, [wish('m'), wish('h')])).toEqual([])
})
