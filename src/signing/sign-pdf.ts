import { finishSignature } from './finish-signature.ts'
import { prepareSignature } from './prepare-signature.ts'
import type { SignatureRequest } from './prepare-signature.ts'
import type { KeyRef, Signer } from './signer.ts'
import type { TimestampAuthority } from './timestamp-authority.ts'

export type SignPdf = Omit<SignatureRequest, 'certificateChain'> & {
  signer: Signer
  keyRef: KeyRef
  authorisation: { pin: string }
  /** Null only where no trusted time is wanted: the signature is then B-B. */
  timestampAuthority: TimestampAuthority | null
}

/**
 * Signs by an incremental update: signatures before stay valid, bytes before stay as they are.
 * @throws Refusal `signing.*`; nothing is changed then
 */
export async function signPdf(request: SignPdf): Promise<Buffer> {
  const certificateChain = await request.signer.certificateChain(request.keyRef)
  const prepared = await prepareSignature({ ...request, certificateChain })
  const { signedAttributesDer } = prepared
  const signature = await request.signer.sign(request.keyRef, { signedAttributesDer }, request.authorisation)
  return finishSignature(prepared, signature, request.timestampAuthority)
}
