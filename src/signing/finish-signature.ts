import { verify } from 'node:crypto'
import { Refusal } from '../platform/refusal.ts'
import { readCertificate } from './crypto/certificate.ts'
import { assembleSignedData, sha256 } from './crypto/cms.ts'
import type { PreparedSignature } from './prepare-signature.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'

/**
 * Puts the signature value into the prepared file: PAdES B-T with a time-stamp authority, B-B without.
 * @throws Refusal `signing.signature-invalid`, `signing.timestamp-unavailable`; the file before is untouched
 */
export async function finishSignature(
  prepared: PreparedSignature,
  signature: Uint8Array,
  timestampAuthority: TimestampAuthority | null,
): Promise<Buffer> {
  const certificates = prepared.certificateChain.map(readCertificate)
  const signer = certificates[0]
  if (!signer || !verify(prepared.hash, prepared.signedAttributesDer, signer.x509.publicKey, signature)) {
    throw new Refusal('signing.signature-invalid')
  }
  const timestampToken = timestampAuthority ? await timestampAuthority.stamp(sha256(signature)) : undefined
  const cms = assembleSignedData({
    attributesDer: prepared.signedAttributesDer,
    hash: prepared.hash,
    signature,
    certificates,
    timestampToken,
  })
  const { start, end } = prepared.contents
  if (cms.length * 2 > end - start - 2) throw new Error(`a signature of ${cms.length} bytes does not fit its place`)
  const pdf = Buffer.from(prepared.pdf)
  pdf.write(cms.toString('hex'), start + 1, 'latin1')
  return pdf
}
