import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { citizenOnly } from '../application/open-application.ts'
import type { ReachedDossier } from '../dossier.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf } from '../move-handling.ts'
import { processOf } from '../known.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { withdrawalNeedsAll } from './co-applicant.ts'
import { withdrawalAsked } from './events.ts'
import { coApplicantsOf } from './store.ts'
import { openWishes, waitsForOf, type WithdrawalWish } from './withdrawal.ts'
import { insertWish, saveWishTakenBack, wishesOf } from './withdrawal-store.ts'

/**
 * Notes that one of several applicants wants the dossier back, and gives the names of those who have not said so yet; none when
 * everybody has, or one may do it alone. Căn cứ: data/co-applicants/rules.json.
 */
export async function wishToWithdraw(
  ctx: ActionContext,
  actor: Actor,
  dossier: ReachedDossier,
  reason: string,
): Promise<string[]> {
  const others = await coApplicantsOf(ctx.db, dossier.id)
  if (others.length === 0 || !withdrawalNeedsAll(dossier.procedureCode, vietnamDate(ctx.now))) return []
  const citizen = citizenOnly(actor)
  refuse(whyNot('withdrawDossier', dossier, actor, await processOf(ctx.db, dossier.processId)))
  const wishes = await wishesOf(ctx.db, dossier.id)
  if (openWishes(wishes).some(({ citizenId }) => citizenId === citizen.citizenId))
    throw new Refusal('dossiers.withdrawal-asked-before')
  const wish: WithdrawalWish = {
    no: wishes.length + 1,
    citizenId: citizen.citizenId,
    byName: citizen.fullName,
    reason,
    at: ctx.now,
    takenBackAt: null,
  }
  await insertWish(ctx.db, dossier.id, wish)
  noteAdded(ctx, dossier.id, { withdrawalWish: [wish] })
  const waitsFor = waitsForOf(dossier, others, [...wishes, wish])
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'dossiers.withdrawal-asked',
    facts: { no: wish.no, waitsFor: waitsFor.length },
  })
  if (waitsFor.length > 0) await ctx.emit(withdrawalAsked, { ...eventOf(dossier), no: wish.no })
  return waitsFor
}

/** One of the applicants keeps the dossier: what others asked for before counts no more. */
export const keepDossier = action({
  name: 'dossiers.keep',
  roles: ['citizen'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, actor, { dossierCode }): Promise<void> {
    const dossier = await dossierWithinReach(ctx.db, actor, dossierCode)
    const open = openWishes(await wishesOf(ctx.db, dossier.id))
    if (open.length === 0) throw new Refusal('dossiers.withdrawal-not-asked')
    await saveWishTakenBack(ctx.db, dossier.id, ctx.now)
    noteChanged(ctx, dossier.id, { withdrawalWish: open.map(({ no }) => ({ no, takenBackAt: ctx.now })) })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.kept',
      facts: { wishes: open.map(({ no }) => no) },
    })
  },
})
