import { Refusal } from '../../platform/refusal.ts'
import { finishSignature } from '../finish-signature.ts'
import type { PreparedSignature } from '../prepare-signature.ts'
import { askSigner } from '../sign-pdf.ts'
import type { SignPdf } from '../sign-pdf.ts'
import { extendSignatures } from './extend-signatures.ts'
import type { LevelServices, LevelWish, ReachedLevel } from './extend-signatures.ts'
import { isAtLeast } from './signature-level.ts'

/**
 * `finishSignature` up to a wished level. When a service does not answer and less is accepted, the file comes back at the level
 * reached and says what is missing; `extendSignatures` takes it further later.
 * @throws Refusal `signing.signature-invalid`, `signing.timestamp-unavailable`, `signing.revocation-unavailable`
 */
export async function finishToLevel(
  prepared: PreparedSignature,
  signature: Uint8Array,
  wish: LevelWish,
  services: LevelServices,
  now: Date,
): Promise<ReachedLevel> {
  const atLeast = wish.atLeast ?? wish.level
  if (wish.level === 'B-B') return { pdf: await finishSignature(prepared, signature, null), level: 'B-B' }
  let stamped: Buffer
  try {
    if (!services.timestampAuthority) throw new Refusal('signing.timestamp-unavailable')
    stamped = await finishSignature(prepared, signature, services.timestampAuthority)
  } catch (error) {
    const isMissing = error instanceof Refusal && error.code === 'signing.timestamp-unavailable'
    if (!isMissing || isAtLeast(atLeast, 'B-T')) throw error
    return { pdf: await finishSignature(prepared, signature, null), level: 'B-B', missing: error }
  }
  if (wish.level === 'B-T') return { pdf: stamped, level: 'B-T' }
  return extendSignatures(stamped, { level: wish.level, atLeast }, services, now)
}

/** `signPdf` up to a wished level, by a signer that answers at once. */
export async function signToLevel(
  request: Omit<SignPdf, 'timestampAuthority'>,
  wish: LevelWish,
  services: LevelServices,
): Promise<ReachedLevel> {
  const { prepared, signature } = await askSigner(request)
  return finishToLevel(prepared, signature, wish, services, request.now)
}
