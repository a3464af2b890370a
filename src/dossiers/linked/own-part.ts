import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { whyNotLead } from '../consultation/consultation.ts'
import { whyNotLeadSteps } from '../demands/leading.ts'
import type { Dossier, ReachedDossier } from '../dossier.ts'
import { DossierCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import { dossierById } from '../store.ts'
import type { LinkedPart } from './linked-part.ts'
import { partWithinReach } from './part-reach.ts'
import { partsForUpdate } from './store.ts'

/** Names a part the actor's body does. */
export const PART_FIELDS = { partId: FileIdInput }
/** Names a part of a dossier the actor reaches. */
export const LED_PART_FIELDS = { dossierCode: DossierCodeInput, ...PART_FIELDS }

type Context = Pick<ActionContext, 'db'>

/** A part for somebody of its body, held until the transaction ends. */
export async function ownPart(
  { db }: Context,
  officer: Actor,
  partId: string,
): Promise<{ dossier: Dossier; part: LinkedPart }> {
  const { dossierId } = await partWithinReach(db, officer, partId)
  const dossier = await dossierById(db, dossierId)
  const part = (await partsForUpdate(db, dossierId)).find(({ id }) => id === partId)
  if (!dossier || !part) throw new Refusal('platform.not-found')
  return { dossier, part }
}

/** A part of a dossier for somebody who leads its step, held until the transaction ends. */
export async function ledPart(
  ctx: Context,
  officer: Actor,
  asked: { dossierCode: string; partId: string },
): Promise<{ dossier: ReachedDossier; part: LinkedPart }> {
  const found = await partOfDossier(ctx, officer, asked)
  refuse((await whyNotLeadSteps(ctx.db, found.dossier, officer))(found.part.stepCode))
  return found
}

/** As `ledPart`, for the office that sent it: what came back lies with it. */
export async function sentPart(
  ctx: Context,
  officer: Actor,
  asked: { dossierCode: string; partId: string },
): Promise<{ dossier: ReachedDossier; part: LinkedPart }> {
  const found = await partOfDossier(ctx, officer, asked)
  refuse(whyNotLead(found.dossier, officer))
  return found
}

async function partOfDossier(
  { db }: Context,
  officer: Actor,
  { dossierCode, partId }: { dossierCode: string; partId: string },
): Promise<{ dossier: ReachedDossier; part: LinkedPart }> {
  const dossier = await dossierWithinReach(db, officer, dossierCode)
  const part = (await partsForUpdate(db, dossier.id)).find(({ id }) => id === partId)
  if (!part) throw new Refusal('platform.not-found')
  return { dossier, part }
}
