import { join } from 'node:path'
import { inject } from 'vitest'
import { openKeyFolder } from '../../../src/signing/key-folder.ts'
import { askOpenssl, askPoppler, askQpdf } from '../../../src/signing/testing-peers.ts'
import { expect } from 'vitest'

/** What Poppler, OpenSSL and qpdf, which know nothing of us but the root certificate, say of a delivered result. */
export async function expectTrusted(pdf: Buffer, signers: string[]): Promise<void> {
  const root = (await openKeyFolder(join(inject('system').folder, 'keys')).read('demo-root'))?.chain[0]
  if (!root) throw new Error('the root certificate is missing')
  const judged = await askPoppler(root, pdf)
  expect(judged.map(({ signer, valid, trusted }) => ({ signer, valid, trusted }))).toEqual(
    signers.map((signer) => ({ signer: expect.stringContaining(signer) as string, valid: true, trusted: true })),
  )
  const signatures = signaturesIn(pdf)
  // For the long term (B-LT): behind the last signature stands what proves it, which no signature can cover.
  expect(pdf.subarray(signatures.at(-1)?.end).toString('latin1')).toContain('/DSS')
  for (const { cms, covered } of signatures) await askOpenssl(root, { cms, covered, at: new Date() })
  expect(await askQpdf(pdf)).toContain('No syntax or stream encoding errors found')
}

/** The signatures of a PDF as they lie in its bytes: what is covered, and the CMS that covers it. */
function signaturesIn(pdf: Buffer): { cms: Buffer; covered: Buffer; end: number }[] {
  const text = pdf.toString('latin1')
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
  return ranges.map((match) => {
    const [from = 0, length = 0, next = 0, rest = 0] = match.slice(1).map(Number)
    const hex = text.slice(from + length, next).replace(/[<>\s]/g, '')
    const padded = Buffer.from(hex, 'hex')
    return {
      cms: padded.subarray(0, derLength(padded)),
      covered: Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(next, next + rest)]),
      end: next + rest,
    }
  })
}

/** Bytes of the DER value at the beginning: what follows is padding. */
function derLength(der: Buffer): number {
  const first = der[1] ?? 0
  if (first < 0x80) return 2 + first
  return 2 + (first & 0x7f) + der.readUIntBE(2, first & 0x7f)
}
