import { sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { TAG, children, expectTag, nullValue, oid, oidText, sequence } from './der.ts'
import type { Der } from './der.ts'
import { OID } from './oid.ts'

/** Algorithms with which certificates, lists and answers may be signed; SHA-1 is not one. */
const SIGNATURE_HASHES: Record<string, { hash: string; key: 'rsa' | 'ec' }> = {
  [OID.sha256WithRsa]: { hash: 'sha256', key: 'rsa' },
  [OID.sha384WithRsa]: { hash: 'sha384', key: 'rsa' },
  [OID.sha512WithRsa]: { hash: 'sha512', key: 'rsa' },
  [OID.ecdsaWithSha256]: { hash: 'sha256', key: 'ec' },
  [OID.ecdsaWithSha384]: { hash: 'sha384', key: 'ec' },
  [OID.ecdsaWithSha512]: { hash: 'sha512', key: 'ec' },
}

export const sha256AlgorithmOf = (key: KeyObject): Buffer =>
  key.asymmetricKeyType === 'rsa' ? sequence(oid(OID.sha256WithRsa), nullValue()) : sequence(oid(OID.ecdsaWithSha256))

export const signDer = (body: Uint8Array, key: KeyObject): Buffer => sign('sha256', body, key)

/** The form certificates, revocation lists and OCSP answers share: body, algorithm, BIT STRING over the body. */
export function isSignedBy(key: KeyObject, body: Der, algorithm: Der | undefined, signature: Der | undefined): boolean {
  const known = SIGNATURE_HASHES[oidText(children(expectTag(algorithm, TAG.sequence))[0])]
  if (!known || known.key !== key.asymmetricKeyType) return false
  return verify(known.hash, body.raw, key, expectTag(signature, TAG.bitString).content.subarray(1))
}
