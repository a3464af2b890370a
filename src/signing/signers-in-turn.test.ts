import { describe, expect, it } from 'vitest'
import { handwrittenSignatureImage } from './appearance/handwriting.ts'
import { sealImage } from './appearance/seal-image.ts'
import { hashFor, readSignedData } from './crypto/cms.ts'
import type { KeyType } from './crypto/issue-certificate.ts'
import type { Rect } from './pdf/form.ts'
import { readPdf } from './pdf/file.ts'
import type { SignPdf } from './sign-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { AGENCY, LEADER, SIGNED_AT, signatureParts, signingWorld, typstDocument } from './testing.ts'
import { askOpenssl, askOpensslTime, askPoppler, askQpdf, hasPeers } from './testing-peers.ts'
import { findSignatures } from './verification/find-signatures.ts'
import { verifyPdf } from './verification/verify-pdf.ts'

type Turn = { who: string; keyType: KeyType; hash: string; rect: Rect; shows: SignPdf['appearance'] }

/** From the citizen's application to the agency's seal, each with another kind of key. */
const turns = async (): Promise<Turn[]> => [
  {
    who: 'Phạm Văn Đức',
    keyType: 'p-256',
    hash: 'sha256',
    rect: [330, 560, 500, 600],
    shows: { text: { lines: ['Người nộp hồ sơ: Phạm Văn Đức'], size: 10 } },
  },
  {
    who: 'Trần Thị Mai',
    keyType: 'rsa-3072',
    hash: 'sha256',
    rect: [330, 780, 560, 820],
    shows: { text: { lines: ['SAO Y', AGENCY.agencyName, 'Thời gian ký: 20/11/2026 09:42:00 +07:00'], size: 10 } },
  },
  {
    who: 'Lê Hoàng Nam',
    keyType: 'p-384',
    hash: 'sha384',
    rect: [90, 400, 150, 425],
    shows: { image: await handwrittenSignatureImage('Lê Hoàng Nam') },
  },
  {
    who: LEADER.fullName,
    keyType: 'rsa-4096',
    hash: 'sha256',
    rect: [330, 120, 478, 188],
    shows: { image: await handwrittenSignatureImage(LEADER.fullName) },
  },
  {
    who: AGENCY.agencyName,
    keyType: 'rsa-2048',
    hash: 'sha256',
    rect: [282, 105, 378, 201],
    shows: { image: await sealImage(AGENCY.agencyName) },
  },
]

async function signedInTurn(): Promise<Buffer[]> {
  const { pki, signer, timestampAuthority } = await signingWorld()
  const files = [typstDocument()]
  for (const [index, turn] of (await turns()).entries()) {
    const keyRef = `turn-${index}`
    await pki.person({ ...LEADER, keyRef, fullName: turn.who }, SIGNED_AT, turn.keyType)
    const signed = await signPdf({
      pdf: files.at(-1) ?? Buffer.alloc(0),
      field: { name: `ky-${index}`, page: 1, rect: turn.rect },
      ...(turn.shows ? { appearance: turn.shows } : {}),
      signer,
      keyRef,
      authorisation: { pin: LEADER.pin },
      timestampAuthority,
      now: SIGNED_AT,
    })
    files.push(signed)
  }
  return files
}

let made: Promise<Buffer[]> | undefined
const chain = (): Promise<Buffer[]> => (made ??= signedInTurn())

describe('signers in turn, with RSA and elliptic keys of every size', { timeout: 60_000 }, () => {
  it('leaves the bytes and the signatures of all before as they were', async () => {
    const { pki } = await signingWorld()
    const files = await chain()
    for (const [index, file] of files.slice(1).entries()) {
      const before = files[index] ?? Buffer.alloc(0)
      expect(file.subarray(0, before.length).equals(before)).toBe(true)
      expect(verifyPdf(file, pki.trust, SIGNED_AT)).toMatchObject({ verdict: 'valid', reasons: [] })
    }
    const report = verifyPdf(files.at(-1) ?? Buffer.alloc(0), pki.trust, SIGNED_AT)
    expect(report.signatures.map(({ signer }) => signer.commonName)).toEqual((await turns()).map(({ who }) => who))
  })

  it('hashes as strongly as the key signs', async () => {
    const found = findSignatures(readPdf((await chain()).at(-1) ?? Buffer.alloc(0)))
    const signed = found.map(({ contents }) => readSignedData(contents, true))
    const expected = (await turns()).map(({ hash }) => hash)
    expect(signed.map(({ digestAlgorithm }) => digestAlgorithm)).toEqual(expected)
    expect(signed.map(({ signer }) => hashFor(signer))).toEqual(expected)
  })

  it.skipIf(!hasPeers)('is accepted by Poppler, OpenSSL and qpdf at every turn', async () => {
    const { pki } = await signingWorld()
    const files = await chain()
    const names = (await turns()).map(({ who }) => who)
    for (const [count, file] of files.entries()) {
      if (count > 0) {
        const judged = await askPoppler(pki.root, file)
        expect(judged.map(({ signer }) => signer)).toEqual(names.slice(0, count))
        expect(judged.every(({ valid, trusted }) => valid && trusted)).toBe(true)
        expect(judged.at(-1)?.total).toBe(true)
      }
      expect(await askQpdf(file)).toContain('No syntax or stream encoding errors')
    }
    for (const { cms, covered, token, stamped } of signatureParts(files.at(-1) ?? Buffer.alloc(0))) {
      await askOpenssl(pki.root, { cms, covered, at: SIGNED_AT })
      const parts = { token, stamped, untrusted: [pki.issuing], at: SIGNED_AT }
      expect(await askOpensslTime(pki.root, parts)).toContain('Verification: OK')
    }
  })
})
