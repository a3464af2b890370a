import { describe, expect, it } from 'vitest'
import { readSignedData } from './crypto/cms.ts'
import { readPdf } from './pdf/file.ts'
import { signPdf } from './sign-pdf.ts'
import type { Signer } from './signer.ts'
import { AGENCY, LEADER, SIGNED_AT, issuedDocument, pdfLibDocument, signingWorld, typstDocument } from './testing.ts'
import { askOpenssl, askOpensslTime, askPoppler, askQpdf, hasPeers } from './testing-peers.ts'
import { findSignatures } from './verification/find-signatures.ts'
import { verifyPdf } from './verification/verify-pdf.ts'

describe.skipIf(!hasPeers).each([
  ['a document of pdf-lib, classic cross-references', pdfLibDocument],
  ['a document of Typst, PDF/A-2b with cross-reference streams', async () => typstDocument()],
])('signed by the leader, numbered and sealed: %s', (_, makeDocument) => {
  it('is valid and trusted for Poppler, both signatures', async () => {
    const world = await signingWorld()
    const { sealed } = await issuedDocument(world, await makeDocument())
    expect(await askPoppler(world.pki.root, sealed)).toEqual([
      { signer: LEADER.fullName, valid: true, trusted: true, total: false },
      { signer: AGENCY.agencyName, valid: true, trusted: true, total: true },
    ])
    expect(await askQpdf(sealed)).toContain('No syntax or stream encoding errors')
  })

  it('is a CAdES signature with a time stamp for OpenSSL, both signatures', async () => {
    const world = await signingWorld()
    const { sealed } = await issuedDocument(world, await makeDocument())
    for (const { contents, range } of findSignatures(readPdf(sealed))) {
      if (!range) throw new Error('no byte range')
      const covered = Buffer.concat([sealed.subarray(0, range.gapStart), sealed.subarray(range.gapEnd, range.end)])
      const signed = readSignedData(contents, true)
      await askOpenssl(world.pki.root, { cms: contents, covered, at: SIGNED_AT })
      const token = signed.timestampToken ?? Buffer.alloc(0)
      const untrusted = [world.pki.issuing]
      const judgement = await askOpensslTime(world.pki.root, {
        token,
        stamped: signed.signature,
        untrusted,
        at: SIGNED_AT,
      })
      expect(judgement).toContain('Verification: OK')
      expect(signed.hasSigningTime).toBe(false)
    }
  })

  it('is valid for our verifier, with names, time and the number filled in', async () => {
    const world = await signingWorld()
    const { prepared, signed, sealed } = await issuedDocument(world, await makeDocument())
    const report = verifyPdf(sealed, world.pki.trust, SIGNED_AT)
    expect(report).toMatchObject({
      verdict: 'valid',
      reasons: [],
      filledTexts: [
        { fieldName: 'so', text: '123' },
        { fieldName: 'ngay', text: 'Hạ Long, ngày 20 tháng 11 năm 2026' },
      ],
      signatures: [
        { fieldName: 'nguoi-ky', level: 'B-T', trusted: true, coversWholeDocument: false, signedAt: SIGNED_AT },
        { fieldName: 'con-dau', level: 'B-T', trusted: true, coversWholeDocument: true, signedAt: SIGNED_AT },
      ],
    })
    expect(report.signatures[0]?.signer).toMatchObject({
      commonName: LEADER.fullName,
      organisation: LEADER.agency,
      userId: `CCCD:${LEADER.personalId}`,
    })
    expect(signed.subarray(0, prepared.length).equals(prepared)).toBe(true)
    expect(sealed.subarray(0, signed.length).equals(signed)).toBe(true)
  })
})

describe('signing', () => {
  const request = async () => {
    const { signer, timestampAuthority } = await signingWorld()
    return {
      pdf: await pdfLibDocument(),
      field: { name: 'nguoi-ky', page: 2, rect: [300, 100, 480, 160] as [number, number, number, number] },
      appearance: {
        text: { lines: ['Người ký: Nguyễn Thị Hương Giang', 'Thời gian ký: 20/11/2026 09:42:00 +07:00'], size: 10 },
      },
      signer,
      keyRef: LEADER.keyRef,
      authorisation: { pin: LEADER.pin },
      timestampAuthority,
      now: SIGNED_AT,
    }
  }

  it('makes a new field where none was prepared', async () => {
    const { pki } = await signingWorld()
    const report = verifyPdf(await signPdf(await request()), pki.trust, SIGNED_AT)
    expect(report.verdict).toBe('valid')
    expect(report.signatures[0]?.place).toEqual({ page: 2, rect: [300, 100, 480, 160] })
  })

  it('is B-B without a time-stamp authority, and says so', async () => {
    const { pki } = await signingWorld()
    const pdf = await signPdf({ ...(await request()), timestampAuthority: null })
    const report = verifyPdf(pdf, pki.trust, SIGNED_AT)
    expect(report).toMatchObject({ verdict: 'valid', reasons: ['no-timestamp'], signatures: [{ level: 'B-B' }] })
    expect(report.signatures[0]?.signedAt).toBeUndefined()
  })

  it('refuses a used field, an unknown field, a text for no field, and an expired certificate', async () => {
    const world = await signingWorld()
    const signed = await signPdf(await request())
    const refused = async (change: object) => signPdf({ ...(await request()), ...change })
    await expect(refused({ pdf: signed })).rejects.toMatchObject({ code: 'signing.field-unavailable' })
    await expect(refused({ field: { name: 'khac' } })).rejects.toMatchObject({ code: 'signing.field-unavailable' })
    await expect(refused({ fill: { so: '1' } })).rejects.toMatchObject({ code: 'signing.field-unavailable' })
    await expect(refused({ now: new Date('2040-01-01') })).rejects.toMatchObject({
      code: 'signing.certificate-expired',
    })
    await expect(refused({ pdf: Buffer.from('not a pdf') })).rejects.toMatchObject({ code: 'signing.unreadable-pdf' })
    await expect(refused({ authorisation: { pin: '000000' } })).rejects.toMatchObject({ code: 'signing.wrong-pin' })
    world.server.behave({ mode: 'down' })
    await expect(refused({})).rejects.toMatchObject({ code: 'signing.timestamp-unavailable' })
    world.server.behave({ mode: 'normal' })
  })

  it('refuses a signature value that is not of the certificate', async () => {
    const wrong: Signer = {
      ...(await request()).signer,
      start: async (_, [document]) => ({
        state: 'answered',
        answers: [{ id: document?.id ?? '', signature: Buffer.alloc(256, 1) }],
      }),
    }
    await expect(signPdf({ ...(await request()), signer: wrong })).rejects.toMatchObject({
      code: 'signing.signature-invalid',
    })
  })
})
