import { finishSignature } from './finish-signature.ts'
import { prepareSignature } from './prepare-signature.ts'
import type { SignatureRequest } from './prepare-signature.ts'
import { signAtOnce } from './sign-at-once.ts'
import type { Authorisation, KeyRef, Signer } from './signer.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'

export type SignPdf = Omit<SignatureRequest, 'certificateChain'> & {
  signer: Signer
  keyRef: KeyRef
  authorisation: Authorisation
  /** Null only where no trusted time is wanted: the signature is then B-B. */
  timestampAuthority: TimestampAuthority | null
}

/**
 * Signs by an incremental update: signatures before stay valid, bytes before stay as they are.
 * Only by a signer that answers at once; see `prepareSignature` for the others.
 * @throws Refusal `signing.*`; nothing is changed then
 */
export async function signPdf(request: SignPdf): Promise<Buffer> {
  const certificateChain = await request.signer.certificateChain(request.keyRef)
  const prepared = await prepareSignature({ ...request, certificateChain })
  const { signedAttributesDer, hash } = prepared
  const document = { title: request.reason ?? request.field.name, signedAttributesDer, hash }
  const signature = await signAtOnce(request.signer, request.keyRef, document, request.authorisation)
  return finishSignature(prepared, signature, request.timestampAuthority)
}
