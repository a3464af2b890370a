import { describe, expect, test } from 'vitest'
import { readCertificate } from '../../signing/index.ts'
import { signingWorld } from '../../signing/testing.ts'
import type { FilingInput } from '../filing/filing-input.ts'
import {
  demandOf,
  inputSha256,
  isSignedFor,
  whyNotConfirm,
  whyNotFileUnsigned,
  type DraftApplication,
} from './application.ts'
import { whyNotYours } from './sign-application.ts'

const INPUT: FilingInput = {
  procedureCode: '2.000815',
  answers: { fullName: 'Nguyễn Thu Hạnh', request: 'Hai bản sao' },
  components: [{ componentCode: 'A', form: 'electronic', fileIds: ['00000000-0000-7000-8000-000000000001'] }],
}
const NOW = new Date('2026-11-20T02:42:00Z')
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

const application = (changes: Partial<DraftApplication> = {}): DraftApplication => ({
  draftId: 'd',
  inputSha256: inputSha256(INPUT),
  fileId: 'f',
  sha256: 'aa',
  preparedAt: minutes(-5),
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
    expect(inputSha256(input) === inputSha256(INPUT)).toBe(isSame)
    expect(isSignedFor(application(), input)).toBe(isSame)
  })
})

describe('filing without a signature', () => {
  test.each([
    ['signed', application(), 'required', undefined],
    ['laid out, not signed', application({ how: null }), 'offered', undefined],
    ['laid out, not signed, where it must be', application({ how: null }), 'required', 'dossiers.application-unsigned'],
    ['nothing laid out, where it must be', undefined, 'required', 'dossiers.application-unsigned'],
    ['signed and changed', application({ inputSha256: 'other' }), 'offered', 'dossiers.application-changed'],
  ] as const)('%s', (_, given, demand, code) => {
    expect(whyNotFileUnsigned(given, INPUT, demand)?.code).toBe(code)
  })

  test('is offered by the data, not demanded, where no rule of its own is known', () => {
    expect(demandOf('2.000815', '2026-11-20')).toBe('offered')
    expect(demandOf('2.000815', '2020-01-01')).toBe('none')
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
  expect(whyNotYours(certificate, '022099000001')).toBeUndefined()
  expect(whyNotYours(certificate, '022099000002')?.code).toBe('dossiers.not-your-certificate')
})
