import { Refusal } from '../../../platform/refusal.ts'
import { digestOf, ecdsaSignature } from '../../crypto/raw-signature.ts'
import type { Authorisation, KeyRef, SignerAnswer, ToSign } from '../../signer.ts'
import type { CscBatch, CscCredential } from './wire.ts'

/** What is asked in one call. */
export type Batch = CscBatch & { documents: readonly ToSign[] }

/** A form has one box for the PIN: where a one-time password is asked as well, it follows after a space. */
export function typedFor(
  { otpId }: CscCredential,
  { pin = '', otp = '' }: Authorisation,
): { pin: string; otp: string } {
  const at = pin.trimEnd().lastIndexOf(' ')
  if (otpId === undefined || otp !== '' || at < 1) return { pin, otp }
  return { pin: pin.slice(0, at).trimEnd(), otp: pin.slice(at + 1).trim() }
}

/** As many documents at once as the key's authorisation allows, of one hash each. */
export function batches(credentialID: KeyRef, documents: readonly ToSign[], credential: CscCredential): Batch[] {
  const { multisign } = credential
  return [...Map.groupBy(documents, ({ hash }) => hash)].flatMap(([hash, all]) =>
    Array.from({ length: Math.ceil(all.length / multisign) }, (_, index) => {
      const some = all.slice(index * multisign, (index + 1) * multisign)
      const digests = some.map(({ signedAttributesDer }) => digestOf(signedAttributesDer, hash))
      return { credentialID, credential, hash, documents: some, digests }
    }),
  )
}

export function answersOf(
  documents: readonly Pick<ToSign, 'id'>[],
  signatures: readonly unknown[],
  { chain }: CscCredential,
): SignerAnswer[] {
  return documents.map(({ id }, index) => {
    const bytes = Buffer.from(String(signatures[index] ?? ''), 'base64')
    if (bytes.length === 0) return { id, refusal: new Refusal('signing.signature-missing') }
    return { id, signature: chain[0]?.keyType === 'ec' ? asSequence(bytes) : bytes }
  })
}

/** Services give r and s side by side or in a SEQUENCE already; only the second begins with its tag and its length. */
const asSequence = (bytes: Buffer): Buffer =>
  bytes[0] === 0x30 && (bytes[1] === bytes.length - 2 || bytes[1] === 0x81) ? bytes : ecdsaSignature(bytes)
