import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Authorisation, SignerAnswer } from '../signer.ts'
import { isRaising, type SigningRaises } from '../raising/raising.ts'
import { finishRequest, signatureIn, type Outages } from './accept-signed.ts'
import { askForConfirmation, setAside, type SetAside } from './ask-for-confirmation.ts'
import { noteFailed, orFailed } from './note-failed.ts'
import { preparedSlices, type PreparedItem } from './prepare-request.ts'
import { passEnds } from '../token/token-pass.ts'
import type { SigningPurpose } from './purpose.ts'
import type { SigningItem, SigningOutcome, SigningWaits } from './signing-outcome.ts'

/**
 * Signs one file or many on one authorisation, while no transaction is open; each succeeds or fails alone. A key opened by PIN
 * answers at once. Where its holder confirms on their own device every file waits for that, and `settleSigning` goes on. A key that
 * refuses is asked once: a wrong PIN for sixty files is one wrong PIN.
 */
export async function beginSigning<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  items: readonly SigningItem<Context>[],
  authorisation: Authorisation,
): Promise<SigningOutcome<Kept>[]> {
  const outcomes = new Map<string, SigningOutcome<Kept>>()
  const note = (those: readonly SigningOutcome<Kept>[]) => those.forEach((one) => outcomes.set(one.id, one))
  const toConfirm: SetAside[] = []
  let refusedByKey: unknown
  try {
    const outages: Outages = { timestamps: false }
    for await (const { ready, failed } of preparedSlices(app, purpose, items)) {
      note(failed)
      if (ready[0]?.signer.authorisedBy === 'confirmation') {
        for (const one of ready) toConfirm.push(await setAside(app, one))
      } else {
        const signed = await signSlice(app, by, purpose, { ready, outages }, authorisation)
        note(signed)
        if (signed.length > 0 && signed.every(lacksStamp)) throw new Refusal('signing.timestamp-unavailable')
      }
    }
    note(await askForConfirmation(app, by, toConfirm))
  } catch (error) {
    refusedByKey = error
  }
  return items.map(({ id }) => outcomes.get(id) ?? { id, state: 'failed', error: refusedByKey })
}

/** The same for one file: what it was refused with is thrown; `isWaiting` tells whether its holder has to confirm first. */
export async function beginOne<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  ask: SigningItem<Context>['ask'],
  authorisation: Authorisation,
): Promise<Kept | SigningWaits | SigningRaises> {
  const request = await ask()
  // Its holder signs on the page of this very request, through their own machine.
  if (request.signer === 'token')
    return { state: 'waiting', confirmationId: request.id, expiresAt: passEnds(app.clock.now()) }
  const item = { id: 'only', ask: async () => request }
  const [outcome] = await beginSigning(app, by, purpose, [item], authorisation)
  if (!outcome) throw new Error('one file has one outcome')
  if (outcome.state === 'failed') throw outcome.error
  if (outcome.state === 'signed') return outcome.kept
  const { id: _, ...waits } = outcome
  return waits
}

/** A time-stamp authority that is down is not waited for sixty times. */
function lacksStamp(outcome: SigningOutcome<unknown>): boolean {
  return (
    outcome.state === 'failed' &&
    outcome.error instanceof Refusal &&
    outcome.error.code === 'signing.timestamp-unavailable'
  )
}

/** @throws what the key refuses all of them with */
async function signSlice<Context, Kept>(
  app: App,
  by: Actor,
  purpose: SigningPurpose<Context, Kept>,
  { ready, outages }: { ready: readonly PreparedItem<Context>[]; outages: Outages },
  authorisation: Authorisation,
): Promise<SigningOutcome<Kept>[]> {
  const [first] = ready
  if (!first) return []
  const answers = await answersAtOnce(first, ready, authorisation).catch(async (error: unknown) => {
    await noteFailed(
      app,
      ready.map(({ request }) => request.id),
      error,
    )
    throw error
  })
  return Promise.all(
    ready.map(async ({ id, ...one }): Promise<SigningOutcome<Kept>> => {
      const finish = async () => finishRequest(app, by, purpose, one, signatureIn(answers, one.request), outages)
      try {
        const kept = await orFailed(app, one.request.id, finish)
        return isRaising(kept) ? { id, ...kept } : { id, state: 'signed', kept }
      } catch (error) {
        return { id, state: 'failed', error }
      }
    }),
  )
}

async function answersAtOnce<Context>(
  { signer, request }: PreparedItem<Context>,
  ready: readonly PreparedItem<Context>[],
  authorisation: Authorisation,
): Promise<SignerAnswer[]> {
  if (authorisation.pin === undefined) throw new Refusal('signing.pin-missing')
  const documents = ready.map(({ document }) => document)
  const progress = await signer.start(request.keyRef, documents, authorisation)
  if (progress.state === 'waiting') throw new Refusal('signing.must-be-confirmed')
  return progress.answers
}
