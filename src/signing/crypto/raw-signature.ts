import { createHash } from 'node:crypto'
import type { SignatureHash } from '../signer.ts'
import type { Certificate } from './certificate.ts'
import { TAG, children, decode, expectTag, integer, nullValue, octetString, oid, sequence } from './der.ts'
import { OID } from './oid.ts'

/** What devices and services sign that are given a ready hash. */
export const digestOf = (bytes: Uint8Array, hash: SignatureHash): Buffer => createHash(hash).update(bytes).digest()

/** DigestInfo of PKCS#1 v1.5 (RFC 8017, 9.2): for devices that pad what they are given and sign it. */
export const digestInfo = (digest: Uint8Array, hash: SignatureHash): Buffer =>
  sequence(sequence(oid(OID[hash]), nullValue()), octetString(digest))

/** r and s side by side, as devices give them, to ECDSA-Sig-Value (RFC 3279, 2.2.3). */
export function ecdsaSignature(sideBySide: Uint8Array): Buffer {
  const half = sideBySide.length / 2
  const number = (bytes: Uint8Array) => {
    const first = bytes.findIndex((byte) => byte !== 0)
    return integer(first < 0 ? Buffer.from([0]) : bytes.subarray(first))
  }
  return sequence(number(sideBySide.subarray(0, half)), number(sideBySide.subarray(half)))
}

/** The other way round: r and s of ECDSA-Sig-Value side by side, each as long as the curve of the key. */
export function ecdsaSideBySide(signature: Uint8Array, { x509 }: Certificate): Buffer {
  const bits = { prime256v1: 256, secp384r1: 384, secp521r1: 521 }[
    x509.publicKey.asymmetricKeyDetails?.namedCurve ?? ''
  ]
  if (bits === undefined) throw new Error('a key on a known curve expected')
  const length = Math.ceil(bits / 8)
  const numbers = children(expectTag(decode(signature), TAG.sequence)).map(({ content }) => {
    const bytes = content.subarray(Math.max(0, content.length - length))
    return Buffer.concat([Buffer.alloc(length - bytes.length), bytes])
  })
  return Buffer.concat(numbers)
}
