import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { prepareFields } from '../prepare-fields.ts'
import { signPdf } from '../sign-pdf.ts'
import {
  AGENCY,
  LEADER,
  SIGNED_AT,
  issuedDocument,
  pdfLibDocument,
  signingWorld,
  typstDocument,
  type SigningWorld,
} from '../testing.ts'
import { signatureParts } from '../testing.ts'
import { askOpensslTime, askPoppler, hasPeers } from '../testing-peers.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { whyNotAccept } from './check-upload.ts'
import { stampLastSignature } from './stamp-signature.ts'
import { signElsewhere, tokenKey, type TokenKey } from './testing.ts'

let world: SigningWorld
let leader: TokenKey
let seal: TokenKey
let paper: Awaited<ReturnType<typeof issuedDocument>>

beforeAll(async () => {
  world = await signingWorld()
  leader = await tokenKey(world.pki.keys, LEADER)
  seal = await tokenKey(world.pki.keys, AGENCY)
  paper = await issuedDocument(world, await pdfLibDocument())
})

const judged = (uploaded: Uint8Array, handed: Uint8Array, { fingerprint }: TokenKey, trust = world.pki.trust) =>
  whyNotAccept(uploaded, { handed, fingerprint }, verifyPdf(uploaded, trust, SIGNED_AT))

const ours = (pdf: Uint8Array, fill: Record<string, string> = {}) =>
  signPdf({
    pdf,
    field: { name: 'nguoi-ky' },
    fill,
    signer: world.signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority: null,
    now: SIGNED_AT,
  })

describe('a file that comes back from a token', () => {
  it('is taken when it is the file handed out and one signature behind it, made by a program that is not ours', async () => {
    const typst = await issuedDocument(world, typstDocument())
    for (const { prepared, signed } of [paper, typst]) {
      expect(judged(await signElsewhere(prepared, leader, SIGNED_AT), prepared, leader)).toBeUndefined()
      expect(judged(await signElsewhere(signed, seal, SIGNED_AT), signed, seal)).toBeUndefined()
    }
  })

  it('is taken when it was signed in the field prepared for it', async () => {
    expect(judged(await ours(paper.prepared), paper.prepared, leader)).toBeUndefined()
  })

  it('is refused with the reason when anything else happened to it', async () => {
    const { prepared, signed } = paper
    const once = await signElsewhere(prepared, leader, SIGNED_AT)
    const twice = await signElsewhere(once, seal, SIGNED_AT, 'second')
    const filledIn = await ours(prepared, { so: '99' })
    const moreFields = await prepareFields(prepared, {
      signatures: [{ name: 'them', page: 1, rect: [10, 10, 60, 60] }],
    })
    const addedFirst = await signElsewhere(moreFields, leader, SIGNED_AT)
    const addedAfter = await prepareFields(once, { texts: [{ name: 'them', page: 1, rect: [10, 10, 60, 60] }] })
    const tail = Buffer.concat([once, Buffer.from('\n% more\n')])
    const flipped = Buffer.from(once)
    flipped.writeUInt8((flipped[700] ?? 0) ^ 1, 700)
    const spoilt = Buffer.from(once)
    const contents = spoilt.lastIndexOf('/Contents <') + 400
    spoilt.write(spoilt.toString('latin1', contents, contents + 1) === '0' ? '1' : '0', contents, 'latin1')
    const cases: [Uint8Array, Uint8Array, TokenKey, string][] = [
      [prepared, prepared, leader, 'signing.token-not-signed'],
      [await pdfLibDocument(), prepared, leader, 'signing.token-other-file'],
      [once.subarray(0, 3000), prepared, leader, 'signing.token-other-file'],
      [flipped, prepared, leader, 'signing.token-other-file'],
      [once.subarray(0, once.length - 900), prepared, leader, 'signing.token-unreadable'],
      [signed, signed, seal, 'signing.token-not-signed'],
      [moreFields, prepared, leader, 'signing.token-not-signed'],
      [twice, prepared, leader, 'signing.token-changed-document'],
      [filledIn, prepared, leader, 'signing.token-changed-document'],
      [addedFirst, prepared, leader, 'signing.token-changed-document'],
      [addedAfter, prepared, leader, 'signing.token-changed-document'],
      [tail, prepared, leader, 'signing.token-unreadable'],
      [once, prepared, seal, 'signing.token-wrong-certificate'],
      [spoilt, prepared, leader, 'signing.signature-invalid'],
    ]
    for (const [index, [uploaded, handed, key, code]] of cases.entries())
      expect(judged(uploaded, handed, key)?.code, `case ${index}`).toBe(code)
  })

  it('is refused when the authority behind the certificate is not believed', async () => {
    const once = await signElsewhere(paper.prepared, leader, SIGNED_AT)
    expect(judged(once, paper.prepared, leader, { anchors: [] })).toEqual({
      code: 'signing.token-not-believed',
      facts: { reasons: ['no-trusted-root'] },
    })
  })
})

describe('a signature without a time stamp', () => {
  it('gets one in the room its own program left, and is valid for our verifier and for others', async () => {
    const { prepared } = paper
    const once = await signElsewhere(prepared, leader, SIGNED_AT)
    const stamped = await stampLastSignature(once, world.timestampAuthority)
    expect(stamped.length).toBe(once.length)
    const report = verifyPdf(stamped, world.pki.trust, SIGNED_AT)
    expect(report).toMatchObject({ verdict: 'valid', signatures: [{ level: 'B-T', signedAt: SIGNED_AT }] })
    expect(judged(stamped, prepared, leader)).toBeUndefined()
    expect(await stampLastSignature(stamped, world.timestampAuthority)).toBe(stamped)
    if (!hasPeers) return
    expect(await askPoppler(world.pki.root, stamped)).toContainEqual({
      signer: LEADER.fullName,
      valid: true,
      trusted: true,
      total: true,
    })
    const [{ token, stamped: value }] = signatureParts(stamped) as [ReturnType<typeof signatureParts>[number]]
    const asked = { token, stamped: value, untrusted: [world.pki.issuing], at: SIGNED_AT }
    expect(await askOpensslTime(world.pki.root, asked)).toContain('Verification: OK')
  })

  it('waits for an authority that does not answer, and is not there where nobody signed', async () => {
    const { prepared } = paper
    const once = await signElsewhere(prepared, leader, SIGNED_AT)
    const down = { name: 'down', stamp: () => Promise.reject(new Refusal('signing.timestamp-unavailable')) }
    await expect(stampLastSignature(once, down)).rejects.toMatchObject({ code: 'signing.timestamp-unavailable' })
    expect(await stampLastSignature(prepared, down)).toBe(prepared)
  })
})
