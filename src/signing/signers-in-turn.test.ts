import { describe, expect, it } from 'vitest'
import { handwrittenSignatureImage } from './appearance/handwriting.ts'
import { sealImage } from './appearance/seal-image.ts'
import { copyBlock } from './appearance/text-blocks.ts'
import { hashFor, readSignedData } from './crypto/cms.ts'
import type { KeyType } from './crypto/issue-certificate.ts'
import { readPdf } from './pdf/file.ts'
import type { SignPdf } from './sign-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { AGENCY, LEADER, SIGNED_AT, signatureParts, signingWorld, typstDocument } from './testing.ts'
import { askOpenssl, askOpensslTime, askPoppler, askQpdf, hasPeers } from './testing-peers.ts'
import { findSignatures } from './verification/find-signatures.ts'
import { verifyPdf } from './verification/verify-pdf.ts'

type Look = Pick<SignPdf, 'field' | 'appearance'>
type Turn = { who: string; keyType: KeyType; hash: string; look(before: Buffer, name: string): Promise<Look> }

const picture = async (name: string) => ({ image: await handwrittenSignatureImage(name) })
/** Points: 52 × 24 mm and 34 mm across, as on results. */
const HAND = { width: 147, height: 68 }
const SEAL = { width: 96, height: 96 }

/** From the citizen's application to the agency's seal, each with another kind of key, each where there is room. */
const TURNS: Turn[] = [
  {
    who: 'Phạm Văn Đức',
    keyType: 'p-256',
    hash: 'sha256',
    look: async (_, name) => ({
      field: { name, place: { ...HAND, near: { page: 1, corner: 'bottom-left' } } },
      appearance: { text: { lines: ['Người nộp hồ sơ', 'Phạm Văn Đức'], size: 12, align: 'centre' } },
    }),
  },
  {
    who: 'Trần Thị Mai',
    keyType: 'rsa-3072',
    hash: 'sha256',
    look: async (_, name) => {
      const { place, appearance } = copyBlock({
        form: 'certified-copy',
        agencyName: AGENCY.agencyName,
        signedAt: SIGNED_AT,
      })
      return { field: { name, place }, appearance }
    },
  },
  {
    who: 'Lê Hoàng Nam',
    keyType: 'p-384',
    hash: 'sha384',
    look: async (_, name) => ({
      field: { name, place: { width: 44, height: 18, near: { phrase: 'Quảng Ninh.', side: 'right' } } },
      appearance: await picture('Lê Hoàng Nam'),
    }),
  },
  {
    who: LEADER.fullName,
    keyType: 'rsa-4096',
    hash: 'sha256',
    look: async (_, name) => ({
      field: { name, place: { ...HAND, near: { page: 1, corner: 'bottom-right' } } },
      appearance: await picture(LEADER.fullName),
    }),
  },
  {
    who: AGENCY.agencyName,
    keyType: 'rsa-2048',
    hash: 'sha256',
    look: async (before, name) => {
      const leader = findSignatures(readPdf(before)).at(-1)?.place
      if (!leader) throw new Error('the leader has signed')
      return {
        field: { name, place: { ...SEAL, near: { beside: leader } } },
        appearance: { image: await sealImage(AGENCY.agencyName) },
      }
    },
  },
]

async function signedInTurn(): Promise<Buffer[]> {
  const { pki, signer, timestampAuthority } = await signingWorld()
  const files = [typstDocument()]
  for (const [index, { who, keyType, look }] of TURNS.entries()) {
    const keyRef = `turn-${index}`
    await pki.person({ ...LEADER, keyRef, fullName: who }, SIGNED_AT, keyType)
    const pdf = files.at(-1) ?? Buffer.alloc(0)
    const signed = await signPdf({
      pdf,
      ...(await look(pdf, `ky-${index}`)),
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
    expect(report.signatures.map(({ signer }) => signer.commonName)).toEqual(TURNS.map(({ who }) => who))
  })

  it('shows each apart, the seal over a third of the signature it belongs to', async () => {
    const places = findSignatures(readPdf((await chain()).at(-1) ?? Buffer.alloc(0))).map(({ place }) => place?.rect)
    const [, , , leader, seal] = places
    if (!leader || !seal) throw new Error('everybody shows a signature')
    expect((seal[2] - leader[0]) / (leader[2] - leader[0])).toBeCloseTo(1 / 3)
    const touching = places.flatMap((one, index) =>
      places
        .slice(index + 1)
        .filter(
          (other) => one && other && one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3],
        ),
    )
    expect(touching).toEqual([seal])
  })

  it('hashes as strongly as the key signs', async () => {
    const found = findSignatures(readPdf((await chain()).at(-1) ?? Buffer.alloc(0)))
    const signed = found.map(({ contents }) => readSignedData(contents, true))
    const expected = TURNS.map(({ hash }) => hash)
    expect(signed.map(({ digestAlgorithm }) => digestAlgorithm)).toEqual(expected)
    expect(signed.map(({ signer }) => hashFor(signer))).toEqual(expected)
  })

  it.skipIf(!hasPeers)('is accepted by Poppler, OpenSSL and qpdf at every turn', async () => {
    const { pki } = await signingWorld()
    const files = await chain()
    const names = TURNS.map(({ who }) => who)
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
