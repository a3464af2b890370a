import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import { actorOfAccount } from '../../identity/index.ts'
import type { SigningRequest } from '../register/signing-request.ts'
import { requestById } from '../register/store.ts'
import { signersPort, type SignerAnswer } from '../signer.ts'
import { finishRequest } from './accept-signed.ts'
import { isGivenUp, isSilent, type Confirmation } from './confirmation.ts'
import { noteFailed } from './note-failed.ts'
import { bytesOf } from './prepare-request.ts'
import { signingPurposesPort } from './purpose.ts'
import {
  claimConfirmation,
  deletePrepared,
  endConfirmation,
  keepSignature,
  preparedById,
  releaseConfirmation,
  waitingIn,
} from './store.ts'

/** `elsewhere`: ended before, unknown, or somebody else is at it. */
export type Settled = 'ended' | 'waiting' | 'elsewhere'

/** A process that dies in the middle holds nobody up longer. */
const CLAIM_MS = 5 * 60_000

/**
 * Goes on with a signing that waited: asked by its page, by a job every few seconds and by the signing service, in any order and
 * more than once. Every file is finished and kept by its own purpose, alone.
 */
export async function settleSigning(
  app: App,
  { signer, transaction }: Pick<Confirmation, 'signer' | 'transaction'>,
): Promise<Settled> {
  const now = app.clock.now()
  const until = new Date(now.getTime() + CLAIM_MS)
  const confirmation = await claimConfirmation(app.db, { signer, transaction }, { now, until })
  if (!confirmation) return 'elsewhere'
  try {
    const unsigned = await waitingIn(app.db, confirmation.id, 'holder')
    if (unsigned.length > 0) await collectAnswers(app, confirmation, unsigned)
    for (const requestId of await waitingIn(app.db, confirmation.id, 'finishing'))
      await finishOne(app, confirmation, requestId)
    const isEnded = await endConfirmation(app.db, confirmation.id, app.clock.now())
    return isEnded ? 'ended' : 'waiting'
  } finally {
    await releaseConfirmation(app.db, confirmation.id)
  }
}

/** Keeps what the holder agreed to and notes what they did not; nothing while they have not answered. */
async function collectAnswers(app: App, confirmation: Confirmation, requestIds: readonly string[]): Promise<void> {
  const answers = await answersOf(app, confirmation).catch(async (error: unknown) => {
    await noteFailed(app, requestIds, error)
    return []
  })
  if (!answers) return
  for (const id of requestIds) {
    const answer = answers.find((one) => one.id === id)
    if (answer && 'signature' in answer) await keepSignature(app.db, id, answer.signature)
    else await noteFailed(app, [id], answer?.refusal ?? new Refusal('signing.signer-unavailable'))
  }
}

/** @throws what stops them all; a service that does not answer may do so later, within bounds */
async function answersOf(app: App, confirmation: Confirmation): Promise<SignerAnswer[] | undefined> {
  const { signer, keyRef, transaction } = confirmation
  const isOver = isSilent(confirmation, app.clock.now())
  try {
    const progress = await app.ports.get(signersPort).named(signer).follow(keyRef, transaction)
    if (progress.state === 'answered') return progress.answers
    if (isOver) throw new Refusal('signing.expired')
  } catch (error) {
    const mayAnswerYet = error instanceof Refusal && error.code === 'signing.signer-unavailable' && !isOver
    if (!mayAnswerYet) throw error
  }
  return undefined
}

async function finishOne(app: App, confirmation: Confirmation, requestId: string): Promise<void> {
  try {
    const request = await requestById(app.db, requestId)
    const purpose = app.ports.get(signingPurposesPort).find(({ name }) => name === request?.purpose)
    // Whoever asked for it must be allowed to at this moment still.
    const by = await actorOfAccount(app.db, confirmation.byAccountId, app.clock.now())
    if (!request || !purpose || !by) throw new Refusal('signing.nobody-to-keep')
    const { signature, ...prepared } = await preparedById(app.db, requestId, await bytesOf(app, request))
    await finishRequest(app, by, purpose, { request: request as SigningRequest<never>, prepared }, signature)
    await deletePrepared(app.db, requestId)
  } catch (error) {
    const isDelayed = error instanceof Refusal && error.code === 'signing.timestamp-unavailable'
    if (isDelayed && !isGivenUp(confirmation, app.clock.now())) return
    if (!(error instanceof Refusal)) app.log.error({ err: error, requestId }, 'a confirmed signature was not kept')
    await noteFailed(app, [requestId], error)
  }
}
