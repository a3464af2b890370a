import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { extendSignatures, type LevelWish, type ReachedLevel } from '../long-term/extend-signatures.ts'
import { finishToLevel } from '../long-term/sign-to-level.ts'
import type { PreparedSignature } from '../prepare-signature.ts'
import { awaitLevel } from '../raising/await-level.ts'
import { levelServices, readAsStrangers } from '../raising/level-services.ts'
import type { SigningRaises } from '../raising/raising.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import type { SignerAnswer } from '../signer.ts'
import { refuseAnothers } from './prepare-request.ts'
import type { SigningPurpose } from './purpose.ts'

export type Finishing<Context> = { request: SigningRequest<Context>; prepared: PreparedSignature }

/** What many signings at once learn from each other: a service that was down for one is not waited for by the next. */
export type Outages = { timestamps: boolean }

/** Puts the signature value into the prepared file, takes it to the level its purpose demands and hands it on. */
export async function finishRequest<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  { request, prepared }: Finishing<Context>,
  signature: Uint8Array,
  outages: Outages = { timestamps: false },
): Promise<Kept | SigningRaises> {
  const wish = wishOf(purpose, request)
  const services = levelServices(app)
  const reachable = outages.timestamps && purpose.delayed ? { ...services, timestampAuthority: null } : services
  const reached = await finishToLevel(prepared, signature, wish, reachable, app.clock.now())
  if (reached.missing?.code === 'signing.timestamp-unavailable') outages.timestamps = true
  return handOn(app, by, purpose, request, reached)
}

/** The same for a file that was signed elsewhere and comes back whole. */
export async function acceptSigned<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  request: SigningRequest<Context>,
  pdf: Buffer,
): Promise<Kept | SigningRaises> {
  const reached = await extendSignatures(pdf, wishOf(purpose, request), levelServices(app), app.clock.now())
  return handOn(app, by, purpose, request, reached)
}

/** Read as strangers would: what does not verify is not kept. What is below its level waits and is not kept yet. */
async function handOn<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  request: SigningRequest<Context>,
  reached: ReachedLevel,
): Promise<Kept | SigningRaises> {
  const signed = readAsStrangers(app, reached.pdf)
  const own = signed.report.signatures.findLast(({ kind }) => kind === 'signature')
  refuseAnothers(request, own?.signer.fingerprint)
  const missing = reached.missing ?? (await purpose.awaits?.(app, request))
  if (!missing) return purpose.keep(app, by, request, signed)
  await purpose.delayed?.(app, request)
  return awaitLevel(app, by, request, { ...reached, missing }, wishOf(purpose, request).level)
}

/** A purpose that says what happens to a delayed signature takes what is possible now; any other takes its level or nothing. */
function wishOf<Context>(purpose: SigningPurpose<Context>, request: SigningRequest<Context>): LevelWish {
  const level = purpose.level?.(request) ?? 'B-T'
  return { level, atLeast: purpose.delayed ? 'B-B' : level }
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
