import { describe, expect, it } from 'vitest'
import type { KeyType } from '../crypto/issue-certificate.ts'
import { readSignedData } from '../crypto/cms.ts'
import { readPdf } from '../pdf/file.ts'
import { LEADER, SIGNED_AT, pdfLibDocument, signingWorld, type SigningWorld } from '../testing.ts'
import { askOpenssl, askOpensslTime, askPoppler, askQpdf, hasPeers } from '../testing-peers.ts'
import { findSignatures } from '../verification/find-signatures.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import { extendSignatures } from './extend-signatures.ts'
import { signToLevel } from './sign-to-level.ts'

const KEY_TYPES: KeyType[] = [
  ...(['rsa-2048', 'rsa-3072', 'rsa-4096', 'rsa-2048'] as const),
  ...(['p-256', 'p-384', 'p-256', 'p-384', 'p-256', 'p-384'] as const),
]
const keyRefOf = (index: number) => `signer-${index}`

/** Ten people sign one after the other; every file on the way is kept. */
async function signedByTen(world: SigningWorld): Promise<Buffer[]> {
  const { pki, signer, services } = world
  await Promise.all(
    KEY_TYPES.map((keyType, index) => pki.person({ ...LEADER, keyRef: keyRefOf(index) }, SIGNED_AT, keyType)),
  )
  const files = [await pdfLibDocument()]
  for (const index of KEY_TYPES.keys()) {
    const left = 60 + 100 * (index % 5)
    const bottom = index < 5 ? 60 : 160
    const { pdf } = await signToLevel(
      {
        pdf: files.at(-1) ?? Buffer.alloc(0),
        field: { name: `ky-${index}`, page: 1, rect: [left, bottom, left + 90, bottom + 60] },
        appearance: { text: { lines: [`Người ký ${index + 1}`], size: 10 } },
        signer,
        keyRef: keyRefOf(index),
        authorisation: { pin: LEADER.pin },
        now: SIGNED_AT,
      },
      { level: 'B-T' },
      services,
    )
    files.push(pdf)
  }
  const { pdf } = await extendSignatures(files.at(-1) ?? Buffer.alloc(0), { level: 'B-LTA' }, services, SIGNED_AT)
  return [...files, pdf]
}

let signed: Promise<Buffer[]> | undefined
const theFiles = async () => (signed ??= signedByTen(await signingWorld()))

describe('ten signatures with every kind of key, taken to B-LTA', () => {
  it('leaves each file on the way in the next one, byte for byte', async () => {
    const files = await theFiles()
    for (const [index, file] of files.slice(1).entries()) {
      const before = files[index] ?? Buffer.alloc(0)
      expect(file.subarray(0, before.length).equals(before)).toBe(true)
    }
  })

  it('is valid for our verifier, all of it archived, within the time allowed', async () => {
    const pdf = (await theFiles()).at(-1) ?? Buffer.alloc(0)
    const { pki } = await signingWorld()
    verifyPdf(pdf, pki.trust, SIGNED_AT)
    const began = performance.now()
    const report = verifyPdf(pdf, pki.trust, SIGNED_AT)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(report).toMatchObject({ verdict: 'valid', reasons: [] })
    const [stamp, ...signers] = report.signatures.toReversed()
    expect(stamp).toMatchObject({ kind: 'document-timestamp', trusted: true, signedAt: SIGNED_AT })
    expect(signers).toHaveLength(10)
    for (const one of signers) {
      expect(one).toMatchObject({ level: 'B-LTA', integrity: 'intact', revocation: { state: 'good' } })
    }
  })

  it.skipIf(!hasPeers)('is valid and trusted for Poppler, OpenSSL and qpdf', async () => {
    const pdf = (await theFiles()).at(-1) ?? Buffer.alloc(0)
    const { pki } = await signingWorld()
    const judged = await askPoppler(pki.root, pdf)
    expect(judged.slice(0, 10).map(({ valid, trusted }) => valid && trusted)).toEqual(Array(10).fill(true))
    expect(await askQpdf(pdf)).toContain('No syntax or stream encoding errors')
    const untrusted = [pki.issuing]
    const found = findSignatures(readPdf(pdf))
    for (const { contents, range, subFilter } of found) {
      const { gapStart = 0, gapEnd = 0, end = 0 } = range ?? {}
      const covered = Buffer.concat([pdf.subarray(0, gapStart), pdf.subarray(gapEnd, end)])
      const isStamp = subFilter === 'ETSI.RFC3161'
      const own = isStamp ? undefined : readSignedData(contents, true)
      if (!isStamp) await askOpenssl(pki.root, { cms: contents, covered, at: SIGNED_AT })
      const token = own ? (own.timestampToken ?? Buffer.alloc(0)) : contents
      const stamped = own?.signature ?? covered
      expect(await askOpensslTime(pki.root, { token, stamped, untrusted, at: SIGNED_AT })).toContain('Verification: OK')
    }
    expect(found).toHaveLength(11)
  })
})
