import { createHash } from 'node:crypto'
import type { SignatureHash } from '../signer.ts'
import { integer, nullValue, octetString, oid, sequence } from './der.ts'
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
