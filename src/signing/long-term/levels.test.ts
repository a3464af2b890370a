import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { readPdf } from '../pdf/file.ts'
import {
  AGENCY,
  LEADER,
  SIGNED_AT,
  issuedDocument,
  openSigningWorld,
  pdfLibDocument,
  typstDocument,
  type SigningWorld,
} from '../testing.ts'
import { verifyAside } from '../verification/verify-aside.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { extendSignatures } from './extend-signatures.ts'
import type { LevelWish } from './extend-signatures.ts'
import { addToSecurityStore, readSecurityStore } from './security-store.ts'
import { signToLevel } from './sign-to-level.ts'

let world: SigningWorld
beforeAll(async () => {
  world = await openSigningWorld()
})
beforeEach(() => {
  world.server.behave({ mode: 'normal' })
  world.responder.behave({ mode: 'normal' })
})
afterAll(() => Promise.all([world.server.close(), world.responder.close()]))

/** Nothing asked before is kept. */
const services = () => ({ ...world.services, revocation: world.revocation() })
const verified = (pdf: Uint8Array) => verifyPdf(pdf, world.pki.trust, SIGNED_AT)
const levelOf = (pdf: Uint8Array) => verified(pdf).signatures[0]?.level

async function signed(wish: LevelWish, more: { keyRef?: string; pin?: string } = {}) {
  const { keyRef = LEADER.keyRef, pin = LEADER.pin } = more
  return signToLevel(
    {
      pdf: await pdfLibDocument(),
      field: { name: 'nguoi-ky', page: 2, rect: [300, 100, 480, 160] },
      signer: world.signer,
      keyRef,
      authorisation: { pin },
      now: SIGNED_AT,
    },
    wish,
    services(),
  )
}

describe('a service that does not answer', () => {
  it('leaves the signature without time where that is accepted, and says so; later it is made up for', async () => {
    world.server.behave({ mode: 'down' })
    await expect(signed({ level: 'B-LT' })).rejects.toMatchObject({ code: 'signing.timestamp-unavailable' })
    await expect(signed({ level: 'B-LT', atLeast: 'B-T' })).rejects.toMatchObject({
      code: 'signing.timestamp-unavailable',
    })
    const { pdf, level, missing } = await signed({ level: 'B-LT', atLeast: 'B-B' })
    expect({ level, missing: missing?.code }).toEqual({ level: 'B-B', missing: 'signing.timestamp-unavailable' })
    expect(levelOf(pdf)).toBe('B-B')
    world.server.behave({ mode: 'normal' })
    for (const wanted of ['B-T', 'B-LT', 'B-LTA'] as const) {
      const later = await extendSignatures(pdf, { level: wanted }, services(), SIGNED_AT)
      expect(later.pdf.subarray(0, pdf.length).equals(pdf)).toBe(true)
      const report = verified(later.pdf)
      expect(report).toMatchObject({
        verdict: 'valid',
        reasons: [],
      })
      expect(report.signatures).toHaveLength(wanted === 'B-LTA' ? 3 : 2)
      expect(report.signatures[0]).toMatchObject({
        level: wanted,
        signedAt: SIGNED_AT,
        timestampAuthority: expect.stringContaining('Dấu thời gian'),
      })
    }
  })

  it('leaves the signature at B-T when nobody tells about revocations', async () => {
    world.responder.behave({ mode: 'down' })
    await expect(signed({ level: 'B-LTA' })).rejects.toMatchObject({ code: 'signing.revocation-unavailable' })
    const { pdf, level, missing } = await signed({ level: 'B-LTA', atLeast: 'B-T' })
    expect({ level, missing: missing?.code }).toEqual({ level: 'B-T', missing: 'signing.revocation-unavailable' })
    expect(levelOf(pdf)).toBe('B-T')
    expect(readSecurityStore(readPdf(pdf)).answers).toEqual([])
    world.responder.behave({ mode: 'normal' })
    expect(levelOf((await extendSignatures(pdf, { level: 'B-LTA' }, services(), SIGNED_AT)).pdf)).toBe('B-LTA')
  })

  it('leaves the signature at B-LT when the archive stamp cannot be had', async () => {
    const { pdf } = await signed({ level: 'B-T' })
    const failing = { name: 'none', stamp: () => Promise.reject(new Refusal('signing.timestamp-unavailable')) }
    const without = { ...services(), timestampAuthority: failing }
    const reached = await extendSignatures(pdf, { level: 'B-LTA', atLeast: 'B-T' }, without, SIGNED_AT)
    expect(reached).toMatchObject({ level: 'B-LT', missing: { code: 'signing.timestamp-unavailable' } })
    expect(levelOf(reached.pdf)).toBe('B-LT')
  })

  it('says so where this installation has no such service', async () => {
    const { pdf } = await signed({ level: 'B-B' })
    const none = { ...services(), timestampAuthority: null, revocation: null }
    const refused = (level: 'B-T' | 'B-LT', from = pdf) => extendSignatures(from, { level }, none, SIGNED_AT)
    await expect(refused('B-T')).rejects.toMatchObject({ code: 'signing.timestamp-unavailable' })
    const stamped = await signed({ level: 'B-T' })
    await expect(refused('B-LT', stamped.pdf)).rejects.toMatchObject({ code: 'signing.revocation-unavailable' })
  })
})

describe('taking a file further', () => {
  it('adds nothing to what is there already', async () => {
    const { pdf } = await signed({ level: 'B-LTA' })
    for (const level of ['B-T', 'B-LT', 'B-LTA'] as const) {
      expect((await extendSignatures(pdf, { level }, services(), SIGNED_AT)).pdf.equals(pdf)).toBe(true)
    }
  })

  it.each([
    ['classic', pdfLibDocument],
    ['with cross-reference streams', async () => typstDocument()],
  ])('keeps a result that was certified, numbered and sealed: %s', async (_, document) => {
    const { sealed } = await issuedDocument(world, await document())
    const { pdf } = await extendSignatures(sealed, { level: 'B-LTA' }, services(), SIGNED_AT)
    const report = verified(pdf)
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(report.signatures.map(({ level }) => level).slice(0, 2)).toEqual(['B-LTA', 'B-LTA'])
    expect(pdf.subarray(0, sealed.length).equals(sealed)).toBe(true)
  })

  it('is refused for what is no PDF', async () => {
    await expect(extendSignatures(Buffer.from('chữ'), { level: 'B-LTA' }, services(), SIGNED_AT)).rejects.toMatchObject(
      { code: 'signing.unreadable-pdf' },
    )
  })

  it('counts no answer that somebody signed who may not', async () => {
    const { pdf } = await signed({ level: 'B-T' })
    const { pdf: good } = await signed({ level: 'B-LT' })
    const { certificates } = readSecurityStore(readPdf(good))
    const wrong = await world.pki.revocation.list('demo-issuing', SIGNED_AT, 'other-signer')
    const data = {
      certificates: certificates.map(({ certificate }) => certificate),
      answers: [{ kind: 'crl' as const, der: wrong ?? Buffer.alloc(0) }],
    }
    const report = verified(addToSecurityStore(readPdf(pdf), data) ?? pdf)
    expect(report.signatures[0]).toMatchObject({ level: 'B-T', revocation: { state: 'not-known' }, trusted: true })
  })
})

describe('a certificate that was taken back', () => {
  const HOUR = 3_600_000
  const asked = async (pdf: Uint8Array) => verifyAside(pdf, world.pki.trust, SIGNED_AT, world.revocation())
  let number = 0
  const person = async () => {
    const keyRef = `taken-back-${number++}`
    const certificate = await world.pki.agency({ ...AGENCY, keyRef }, SIGNED_AT)
    return { keyRef, pin: AGENCY.pin, certificate }
  }
  const revoke = (certificate: Certificate, at: Date) =>
    world.pki.revocation.revoke(certificate, { at, reason: 'keyCompromise' })

  it('before the proven time: the signature is not valid', async () => {
    const signer = await person()
    const { pdf } = await signed({ level: 'B-T' }, signer)
    const at = new Date(SIGNED_AT.getTime() - HOUR)
    await revoke(signer.certificate, at)
    const report = await asked(pdf)
    expect(report).toMatchObject({ verdict: 'valid-untrusted', reasons: ['certificate-revoked'] })
    expect(report.signatures[0]?.revocation).toEqual({ state: 'revoked', at, reason: 'keyCompromise' })
    expect(verified(pdf).signatures[0]?.revocation).toEqual({ state: 'not-known' })
    const { pdf: stored } = await extendSignatures(pdf, { level: 'B-LTA' }, services(), SIGNED_AT)
    expect(verified(stored)).toMatchObject({ verdict: 'valid-untrusted', reasons: ['certificate-revoked'] })
  })

  it('after the proven time: the signature stays valid, and the report says when', async () => {
    const signer = await person()
    const { pdf } = await signed({ level: 'B-LT' }, signer)
    const at = new Date(SIGNED_AT.getTime() + HOUR)
    await revoke(signer.certificate, at)
    const report = await asked(pdf)
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    expect(report.signatures[0]?.revocation).toEqual({ state: 'revoked-later', at, reason: 'keyCompromise' })
  })

  it('with nothing to prove the time: the signature is not valid, whenever it was', async () => {
    const signer = await person()
    const { pdf } = await signed({ level: 'B-B' }, signer)
    await revoke(signer.certificate, SIGNED_AT)
    expect((await asked(pdf)).signatures[0]).toMatchObject({
      trusted: false,
      reasons: ['no-timestamp', 'certificate-revoked'],
    })
  })

  it('of the time-stamp authority: its stamps prove nothing any more', async () => {
    const own = await openSigningWorld()
    const { pki, signer } = own
    const request = {
      pdf: await pdfLibDocument(),
      field: { name: 'ky', page: 1, rect: [50, 50, 150, 100] as [number, number, number, number] },
    }
    const whom = { signer, keyRef: LEADER.keyRef, authorisation: { pin: LEADER.pin }, now: SIGNED_AT }
    const { pdf } = await signToLevel({ ...request, ...whom }, { level: 'B-T' }, own.services)
    const [stamping] = pki.timestampAuthority.chain
    if (!stamping) throw new Error('no certificate')
    await pki.revocation.revoke(stamping, { at: SIGNED_AT, reason: 'keyCompromise' })
    const report = await verifyAside(pdf, pki.trust, SIGNED_AT, own.revocation())
    expect(report).toMatchObject({ verdict: 'valid-untrusted', reasons: ['timestamp-authority-revoked'] })
    await Promise.all([own.server.close(), own.responder.close()])
  })
})
