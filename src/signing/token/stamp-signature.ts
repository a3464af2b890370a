import { children, decode, encode, expectTag, explicit, oid, sequence, setOf, TAG, type Der } from '../crypto/der.ts'
import { sha256 } from '../crypto/cms.ts'
import { OID } from '../crypto/oid.ts'
import { readPdf } from '../pdf/file.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'
import { findSignatures } from '../verification/find-signatures.ts'

const UNSIGNED_ATTRIBUTES = 0xa1

/**
 * Puts a time stamp beside the last signature, in the room its own program left in the file: B-T where that made B-B. What was signed
 * stays byte for byte. The file comes back as it was when there is a stamp already or no room for one.
 * @throws Refusal `signing.timestamp-unavailable`
 */
export async function stampLastSignature(pdf: Buffer, authority: TimestampAuthority): Promise<Buffer> {
  const last = findSignatures(readPdf(pdf)).at(-1)
  if (!last?.range) return pdf
  const cms = decode(last.contents, true)
  const info = signerInfoOf(cms)
  if (info.some(({ tag }) => tag === UNSIGNED_ATTRIBUTES)) return pdf
  const token = await authority.stamp(sha256(signatureIn(info)))
  const stamped = withUnsigned(cms, sequence(oid(OID.timestampToken), setOf(token))).toString('hex')
  const { gapStart, gapEnd } = last.range
  if (stamped.length > gapEnd - gapStart - 2) return pdf
  const copy = Buffer.from(pdf)
  copy.write(stamped.padEnd(gapEnd - gapStart - 2, '0'), gapStart + 1, 'latin1')
  return copy
}

const signedDataOf = (cms: Der): Der[] =>
  children(expectTag(children(expectTag(children(cms)[1], 0xa0))[0], TAG.sequence))

const signerInfoOf = (cms: Der): Der[] => {
  const infos = children(expectTag(signedDataOf(cms).at(-1), TAG.set))
  return children(expectTag(infos[0], TAG.sequence))
}

/** Behind the attributes and the algorithm (RFC 5652, 5.3). */
const signatureIn = (info: Der[]): Buffer => expectTag(info.at(-1), TAG.octetString).content

function withUnsigned(cms: Der, attribute: Buffer): Buffer {
  const info = sequence(...signerInfoOf(cms).map(({ raw }) => raw), explicit(1, attribute))
  const others = signedDataOf(cms).slice(0, -1)
  const signedData = sequence(...others.map(({ raw }) => raw), encode(TAG.set, info))
  const [type] = children(cms)
  return sequence(type?.raw ?? oid(OID.signedData), explicit(0, signedData))
}
