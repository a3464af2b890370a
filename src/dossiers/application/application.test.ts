import { describe, expect, test } from 'vitest'
import { readCertificate } from '../../signing/index.ts'
import { signingWorld } from '../../signing/testing.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import {
  contentSha256,
  demandOf,
  isSignedFor,
  whyNotConfirm,
  paperOf,
  signPlace,
  whyNotFileUnsigned,
  whyNotKeep,
  whyNotSign,
  whyNotYours,
  type DraftApplication,
} from './application.ts'

const INPUT: FilingInput = {
  procedureCode: '2.000815',
  answers: { fullName: 'Nguyễn Thu Hạnh', request: 'Hai bản sao' },
  components: [{ componentCode: 'A', form: 'electronic', fileIds: ['00000000-0000-7000-8000-000000000001'] }],
}
const NOW = new Date('2026-11-20T02:42:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

const application = (changes: Partial<DraftApplication> = {}): DraftApplication => ({
  draftId: 'd',
  inputSha256: contentSha256(INPUT),
  fileId: 'f',
  sha256: 'aa',
  preparedAt: minutes(-5),
  places: {},
  voidedAt: null,
  how: 'digital-signature',
  signedFileId: 's',
  signedSha256: 'bb',
  signerName: 'Nguyễn Thu Hạnh',
  fingerprint: 'cc',
  signedAt: NOW,
  ...changes,
})

describe('what a signature stands for', () => {
  test.each([
    [
      'the same words in another order',
      { ...INPUT, answers: { request: 'Hai bản sao', fullName: 'Nguyễn Thu Hạnh' } },
      true,
    ],
    ['the draft it came from', { ...INPUT, draftCode: '7KQ-402' }, true],
    ['another answer', { ...INPUT, answers: { ...INPUT.answers, request: 'Ba bản sao' } }, false],
    ['a paper less', { ...INPUT, components: [] }, false],
    ['another agency', { ...INPUT, competentUnitCode: 'H49.158' }, false],
  ])('%s', (_, input, isSame) => {
    expect(contentSha256(input) === contentSha256(INPUT)).toBe(isSame)
    expect(isSignedFor(application(), contentSha256(input))).toBe(isSame)
  })
})

describe('filing without a signature', () => {
  test.each([
    ['signed', application(), 'required', undefined],
    ['laid out, not signed', application({ how: null }), 'offered', undefined],
    ['laid out, not signed, where it must be', application({ how: null }), 'required', 'dossiers.application-unsigned'],
    ['nothing laid out, where it must be', undefined, 'required', 'dossiers.application-unsigned'],
    ['signed, and voided by a change', application({ voidedAt: NOW }), 'offered', 'dossiers.application-changed'],
    ['signed and changed', application({ inputSha256: 'other' }), 'offered', 'dossiers.application-changed'],
  ] as const)('%s', (_, given, demand, code) => {
    expect(whyNotFileUnsigned(given, contentSha256(INPUT), demand)?.code).toBe(code)
  })

  test('is offered by the data, not demanded, where no rule of its own is known', () => {
    expect(demandOf('2.000815', '2026-11-20')).toBe('offered')
    expect(demandOf('2.000815', '2020-01-01')).toBe('none')
  })
})

const MAI = { fullName: 'Trần Thị Mai', personalId: '022190000111' }

test('another answer, another person, another hash; not the draft, not the order', () => {
  const hash = contentSha256(INPUT, [MAI])
  expect(hash).not.toBe(contentSha256(INPUT))
  expect(contentSha256({ ...INPUT, draftCode: '7KQ-402' }, [MAI])).toBe(hash)
  expect(contentSha256({ ...INPUT, answers: { a: 2 } }, [MAI])).not.toBe(hash)
  const hoa = { fullName: 'Lê Hoa', personalId: '022091000222' }
  expect(contentSha256(INPUT, [MAI, hoa])).not.toBe(hash)
  expect(contentSha256(INPUT, [MAI, hoa])).toBe(contentSha256(INPUT, [hoa, MAI]))
})

describe('several signatures on one paper', () => {
  const bare = application({ how: null, signedFileId: null, signedSha256: null })

  test('go over the paper as it stands', () => {
    expect(paperOf(bare)).toEqual({ fileId: 'f', sha256: 'aa' })
    expect(paperOf(application())).toEqual({ fileId: 's', sha256: 'bb' })
    expect([signPlace(null), signPlace('p1')]).toEqual(['sign', 'sign-p1'])
  })

  test.each([
    ['the content they read', application(), null, undefined],
    ['another content', application({ inputSha256: 'other' }), null, 'dossiers.application-changed'],
    ['what a change voided', application({ voidedAt: NOW }), null, 'dossiers.application-changed'],
    ['nothing', undefined, null, 'dossiers.application-changed'],
    ['what they agreed to before', application(), 'agreed', 'dossiers.co-answered-before'],
  ] as const)('signing %s', (_, given, answer, code) => {
    expect(whyNotSign(given, { content: contentSha256(INPUT), answer })?.code).toBe(code)
  })

  test.each([
    ['the first', bare, 'f', undefined],
    ['over the signature before it', application(), 's', undefined],
    ['over a paper that somebody else signed meanwhile', application(), 'f', 'dossiers.application-signed-meanwhile'],
    ['over one a change voided', application({ voidedAt: NOW }), 's', 'dossiers.application-changed'],
  ])('keeping %s', (_, given, over, code) => {
    expect(whyNotKeep(given, over)?.code).toBe(code)
  })
})

describe('confirming by proving who one is', () => {
  test.each([
    ['after it was laid out, just now', minutes(-2), undefined],
    ['before it was laid out', minutes(-6), 'dossiers.identity-not-proved'],
    ['never', null, 'dossiers.identity-not-proved'],
  ])('%s', (_, provedAt, code) => {
    expect(whyNotConfirm(application({ how: null }), provedAt, NOW)?.code).toBe(code)
  })

  test('too long ago, or with nothing laid out', () => {
    const old = application({ how: null, preparedAt: minutes(-60) })
    expect(whyNotConfirm(old, minutes(-11), NOW)?.code).toBe('dossiers.identity-not-proved')
    expect(whyNotConfirm(undefined, NOW, NOW)?.code).toBe('dossiers.application-changed')
  })
})

test('a certificate is one’s own when it carries one’s personal number', async () => {
  const { pki } = await signingWorld()
  const [der] = (await pki.keys.read('leader'))?.chain ?? []
  if (!der) throw new Error('the leader has a certificate')
  const certificate = readCertificate(der.der)
  expect(whyNotYours(certificate.subject.userId, '022099000001')).toBeUndefined()
  expect(whyNotYours(certificate.subject.userId, '022099000002')?.code).toBe('dossiers.not-your-certificate')
})
