import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { requestsWaiting, type ShownPaper } from '../register/store.ts'
import type { Signer, ToSign } from '../signer.ts'
import { matchingCode } from '../signers/remote/matching-code.ts'
import type { Confirmation } from './confirmation.ts'
import { followLater } from './follow-confirmation.ts'
import { BOOKKEEPER, noteFailed } from './note-failed.ts'
import type { PreparedItem } from './prepare-request.ts'
import type { SigningWaits } from './signing-outcome.ts'
import { insertConfirmation, insertPrepared } from './store.ts'

/** A prepared file that is kept: nothing of it stays in memory. */
export type SetAside = { id: string; keyRef: string; signer: Signer; document: ToSign }

export async function setAside<Context>(app: App, item: PreparedItem<Context>): Promise<SetAside> {
  const { id, request, signer, prepared, sizeBefore, document } = item
  await insertPrepared(app.db, request.id, prepared, sizeBefore)
  return { id, keyRef: request.keyRef, signer, document }
}

/** Asks the holder once for all of them. @throws what the signing service refuses them with */
export async function askForConfirmation(
  app: App,
  by: Actor,
  items: readonly SetAside[],
): Promise<({ id: string } & SigningWaits)[]> {
  const [first] = items
  if (!first) return []
  const documents = items.map(({ document }) => document)
  const requestIds = documents.map(({ id }) => id)
  try {
    // Nobody holds a telephone for the system.
    if (by.kind !== 'officer' && by.kind !== 'citizen') throw new Refusal('signing.must-be-confirmed')
    const progress = await first.signer.start(first.keyRef, documents, {})
    if (progress.state !== 'waiting') throw new Error(`${first.signer.name} did not ask its holder`)
    const { transaction, expiresAt } = progress
    const confirmation = { id: newId(), signer: first.signer.name, keyRef: first.keyRef, transaction, expiresAt }
    const asked = { ...confirmation, byAccountId: by.accountId }
    const shown = documents.map(({ id, title, signedAttributesDer }) => ({
      id,
      title,
      code: matchingCode(signedAttributesDer),
    }))
    await runAction(app, noteWaiting, BOOKKEEPER, { asked, shown })
    return items.map(({ id }) => ({ id, state: 'waiting', confirmationId: confirmation.id, expiresAt }))
  } catch (error) {
    await noteFailed(app, requestIds, error)
    throw error
  }
}

const noteWaiting = action({
  name: 'signing.await-confirmation',
  roles: ['system'],
  input: Type.Object({
    asked: Type.Unsafe<Omit<Confirmation, 'begunAt' | 'endedAt'>>({}),
    shown: Type.Unsafe<ShownPaper[]>({ type: 'array', minItems: 1 }),
  }),
  async run(ctx, _, { asked, shown }) {
    await insertConfirmation(ctx.db, { ...asked, begunAt: ctx.now, endedAt: null })
    await requestsWaiting(ctx.db, shown, asked.id)
    await followLater(ctx, asked)
    for (const { id } of shown) {
      const facts = { confirmation: asked.id, of: shown.length, expiresAt: asked.expiresAt }
      ctx.journal({ subject: `signature:${id}`, what: 'signing.waiting', facts })
    }
  },
})
