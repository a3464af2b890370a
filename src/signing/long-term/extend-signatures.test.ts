import { describe, expect, it } from 'vitest'
import { readPdf } from '../pdf/file.ts'
import { readCertificate } from '../crypto/certificate.ts'
import { LEADER, SIGNED_AT, openSigningWorld, pdfLibDocument, signingWorld } from '../testing.ts'
import { askPoppler, askQpdf, hasPeers } from '../testing-peers.ts'
import { extendSignatures } from './extend-signatures.ts'
import { readSecurityStore } from './security-store.ts'
import { signToLevel } from './sign-to-level.ts'

const request = async () => {
  const { signer } = await signingWorld()
  return {
    pdf: await pdfLibDocument(),
    field: { name: 'nguoi-ky', page: 2, rect: [300, 100, 480, 160] as [number, number, number, number] },
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    now: SIGNED_AT,
  }
}

describe('a signature at a wished level', () => {
  it('reaches B-LTA, and every step leaves the bytes before as they were', async () => {
    const { services, pki } = await signingWorld()
    const steps = []
    let pdf = await pdfLibDocument()
    for (const level of ['B-T', 'B-LT', 'B-LTA'] as const) {
      const reached =
        level === 'B-T'
          ? await signToLevel({ ...(await request()), pdf }, { level }, services)
          : await extendSignatures(pdf, { level }, services, SIGNED_AT)
      expect(reached.level).toBe(level)
      expect(reached.pdf.subarray(0, pdf.length).equals(pdf)).toBe(true)
      steps.push((pdf = reached.pdf))
    }
    expect(
      readSecurityStore(readPdf(pdf))
        .answers.map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['ocsp', 'ocsp', 'ocsp'])
    if (hasPeers) {
      for (const step of steps) {
        const [judged] = await askPoppler(pki.root, step)
        expect(judged).toMatchObject({ valid: true, trusted: true })
        expect(await askQpdf(step)).toContain('No syntax or stream encoding errors')
      }
    }
  })
})

describe.skipIf(!hasPeers)('asked by Poppler', () => {
  it('is trusted until the certificate is revoked', async () => {
    const world = await openSigningWorld({ now: () => new Date() }, { isNamed: true })
    const now = new Date()
    const { pdf } = await signToLevel(
      { ...(await request()), signer: world.signer, now },
      { level: 'B-LTA' },
      world.services,
    )
    expect(await askPoppler(world.pki.root, pdf)).toMatchObject([{ valid: true, trusted: true }, {}])
    const [certificate] = await world.signer.certificateChain(LEADER.keyRef)
    await world.pki.revocation.revoke(readCertificate(certificate ?? pdf), { at: now, reason: 'keyCompromise' })
    expect(await askPoppler(world.pki.root, pdf)).toMatchObject([{ valid: true, revoked: true }, {}])
    await Promise.all([world.server.close(), world.responder.close()])
  })
})
