import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { finishSignature } from '../finish-signature.ts'
import type { PreparedSignature } from '../prepare-signature.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import type { SignerAnswer } from '../signer.ts'
import { timestampAuthorityPort } from '../timestamp-authority.ts'
import { trustPort } from '../trust.ts'
import { verifyPdf } from '../verification/verify-pdf.ts'
import type { SigningPurpose } from './purpose.ts'

export type Finishing<Context> = { request: SigningRequest<Context>; prepared: PreparedSignature }

/** Puts the signature value into the prepared file, with a time stamp, and hands it to its purpose. */
export async function finishRequest<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  { request, prepared }: Finishing<Context>,
  signature: Uint8Array,
): Promise<Kept> {
  const pdf = await finishSignature(prepared, signature, app.ports.get(timestampAuthorityPort))
  return acceptSigned(app, by, purpose, request, pdf)
}

/** Reads a signed file as strangers would and has it kept: what does not verify is not kept. */
export async function acceptSigned<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  request: SigningRequest<Context>,
  pdf: Buffer,
): Promise<Kept> {
  const report = verifyPdf(pdf, app.ports.get(trustPort), app.clock.now())
  if (report.verdict !== 'valid') throw new Refusal('signing.not-believed', { reasons: report.reasons })
  return purpose.keep(app, by, request, { pdf, report })
}

/** The value for one document among the signer's answers. @throws Refusal why it was not signed */
export function signatureIn(
  answers: readonly SignerAnswer[],
  { id, signer }: Pick<SigningRequest, 'id' | 'signer'>,
): Uint8Array {
  const answer = answers.find((one) => one.id === id)
  if (!answer) throw new Refusal('signing.signer-unavailable', { name: signer })
  if ('refusal' in answer) throw answer.refusal
  return answer.signature
}
