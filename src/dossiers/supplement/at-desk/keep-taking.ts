import { Type } from 'typebox'
import { action, type ActionContext } from '../../../platform/action.ts'
import { actorLabel, type Actor } from '../../../platform/actor.ts'
import { Refusal, refuse } from '../../../platform/refusal.ts'
import { filesByIds, takeFromVault } from '../../../documents/index.ts'
import { DossierCodeInput, FileIdInput } from '../../filing/filing-input.ts'
import { whyNotTakeFiles } from '../../filing/filing.ts'
import { processOf } from '../../known.ts'
import { accountOf, actorName } from '../../move-handling.ts'
import { whyNot } from '../../process.ts'
import { ownersWithin } from '../../vault/vault-owner.ts'
import { lockRequest, supplementRequestsOf } from '../store.ts'
import type { SupplementRequest } from '../supplement.ts'
import { halfTakingOf, saveHalfTaking } from './store.ts'
import { itemsIn, TAKING_FIELDS, wordsOrNothing } from './taking-input.ts'
import { dossierAtDesk, type AtDesk } from './taking-reach.ts'
import { whyNotKeep, withMore, withoutPaper, type HalfTaking, type TakenItem } from './taking.ts'

const UNJOURNALLED = 'what lies at the desk half brought is no answer yet; taking it writes the line'

/** Keeps what was brought so far. Files and papers are added to what is there, so that two windows lose nothing. */
export const keepTaking = action({
  name: 'dossiers.keep-taking',
  roles: ['intake-officer'],
  input: Type.Object(TAKING_FIELDS),
  unjournalled: UNJOURNALLED,
  async run(ctx, officer, { dossierCode, items, channel = 'counter', broughtBy }): Promise<{ savedAt: Date }> {
    const { db, now } = ctx
    const { dossier, request, before } = await openTaking(ctx, officer, dossierCode)
    const more = itemsIn(items)
    refuse(whyNotKeep(request, more))
    await refuseStrangePapers(ctx, officer, dossier, before, more)
    await saveHalfTaking(db, dossier.id, request.no, {
      ...before,
      channel,
      broughtBy: wordsOrNothing(broughtBy),
      items: withMore(before.items, more),
      senders: [...new Set([...before.senders, actorLabel(officer)])],
      savedAt: now,
      savedByName: actorName(officer),
    })
    return { savedAt: now }
  },
})

/** Gives back a file, or a paper of the vault, that was taken for the wrong item. */
export const dropFromTaking = action({
  name: 'dossiers.drop-from-taking',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCode: DossierCodeInput, id: FileIdInput }),
  unjournalled: UNJOURNALLED,
  async run(ctx, officer, { dossierCode, id }): Promise<void> {
    const { dossier, request, before } = await openTaking(ctx, officer, dossierCode)
    await saveHalfTaking(ctx.db, dossier.id, request.no, { ...before, items: withoutPaper(before.items, id) })
  },
})

type Open = AtDesk & { request: SupplementRequest; before: HalfTaking }

/** The request that waits, held until the transaction ends, with what was brought for it before. */
async function openTaking(ctx: ActionContext, officer: Actor, dossierCode: string): Promise<Open> {
  const { db, now } = ctx
  const { dossier, desk } = await dossierAtDesk(ctx, officer, dossierCode)
  refuse(whyNot('supplyDossier', dossier, officer, await processOf(db, dossier.processId)))
  const request = (await supplementRequestsOf(db, dossier.id)).at(-1)
  if (!request) throw new Refusal('dossiers.nothing-awaited')
  await lockRequest(db, { dossierId: dossier.id, requestNo: request.no, accountId: accountOf(officer) ?? '' })
  const none = { channel: 'counter', broughtBy: null, items: [], senders: [], savedAt: now, savedByName: '' } as const
  const kept = await halfTakingOf(db, dossier.id, request.no)
  return { dossier, desk, request, before: kept ?? { ...none, items: [], senders: [] } }
}

/** Files are the officer's own or were there before; papers of the vault are the applicant's or the submitter's. */
async function refuseStrangePapers(
  ctx: ActionContext,
  officer: Actor,
  dossier: AtDesk['dossier'],
  { items, senders }: HalfTaking,
  more: readonly TakenItem[],
): Promise<void> {
  const there = new Set(items.flatMap(({ fileIds }) => fileIds))
  const fresh = more.flatMap(({ fileIds }) => fileIds).filter((id) => !there.has(id))
  refuse(whyNotTakeFiles(fresh, await filesByIds(ctx.db, fresh), [actorLabel(officer), ...senders]))
  const entryIds = more.flatMap(({ vaultEntryIds }) => vaultEntryIds)
  await takeFromVault(ctx, await ownersWithin(ctx.db, officer, dossier, ctx.now), entryIds)
}
