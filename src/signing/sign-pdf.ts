import { finishSignature } from './finish-signature.ts'
import { prepareSignature } from './prepare-signature.ts'
import type { PreparedSignature, SignatureRequest } from './prepare-signature.ts'
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
  const { prepared, signature } = await askSigner(request)
  return finishSignature(prepared, signature, request.timestampAuthority)
}

/** The file prepared and the signature over it, not yet put together. */
export async function askSigner(
  request: Omit<SignPdf, 'timestampAuthority'>,
): Promise<{ prepared: PreparedSignature; signature: Uint8Array }> {
  const certificateChain = await request.signer.certificateChain(request.keyRef)
  const prepared = await prepareSignature({ ...request, certificateChain })
  const { signedAttributesDer, hash } = prepared
  const document = { title: request.reason ?? request.field.name, signedAttributesDer, hash }
  return { prepared, signature: await signAtOnce(request.signer, request.keyRef, document, request.authorisation) }
}
