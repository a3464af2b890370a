import { Type } from 'typebox'
import { action, type ActionContext } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { dossierById, dossierWithinReach, markDelivered, type ReachedDossier } from '../dossiers/index.ts'
import { DossierCode } from './result-input.ts'
import { whyNotDeliver, type ResultDelivered } from './result.ts'
import { insertDelivery, resultForUpdate, saveResult } from './store.ts'

const Text = (maxLength: number) => Type.Optional(Type.String({ minLength: 1, maxLength }))

/**
 * The desk that received hands the result over: at the counter to whom, by post under which number. Overdue or not, a result
 * is handed over. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 20, nay là Nghị định 118/2025/NĐ-CP.
 */
export const deliverResult = action({
  name: 'results.deliver',
  roles: ['intake-officer'],
  input: Type.Object({
    dossierCode: DossierCode,
    how: Type.Enum(['electronic', 'counter', 'postal']),
    receiverName: Text(200),
    receiverRelation: Text(200),
    postalCode: Text(60),
    note: Text(500),
  }),
  async run(ctx, officer, { dossierCode, how, receiverName, receiverRelation, postalCode, note }) {
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const dossier = await dossierWithinReach(ctx.db, officer, dossierCode)
    const delivered = {
      how,
      receiverName: receiverName ?? null,
      receiverRelation: receiverRelation ?? null,
      postalCode: postalCode ?? null,
      note: note ?? null,
      byAccountId: officer.accountId,
      byName: officer.fullName,
    }
    return deliver(ctx, officer, dossier, delivered)
  },
})

/**
 * An electronic result is with the citizen from the moment it is finished: it lies in their account. The system notes it in
 * the desk's place. Sent again, it finds it done.
 */
export const deliverElectronically = action({
  name: 'results.deliver-electronically',
  roles: ['system'],
  input: Type.Object({ dossierId: Type.String() }),
  unjournalled: 'a second delivery of the same event changes nothing; the first writes its lines',
  async run(ctx, system, { dossierId }) {
    const dossier = await dossierById(ctx.db, dossierId)
    if (!dossier || dossier.resultDelivery !== 'electronic' || dossier.handling !== 'finished') return
    const byName = system.kind === 'system' ? system.name : ''
    await deliver(ctx, system, { ...dossier, roles: ['intake-officer'] }, { ...NOBODY, how: 'electronic', byName })
  },
})

const NOBODY = { receiverName: null, receiverRelation: null, postalCode: null, note: null, byAccountId: null }

async function deliver(
  ctx: ActionContext,
  actor: Actor,
  dossier: ReachedDossier,
  delivered: Omit<ResultDelivered, 'at'>,
) {
  const after = await markDelivered(ctx, actor, dossier)
  const result = await resultForUpdate(ctx.db, dossier.id)
  refuse(whyNotDeliver(result, delivered))
  if (!result) throw new Refusal('results.not-issued')
  await saveResult(ctx.db, { ...result, state: 'delivered' }, result)
  await insertDelivery(ctx.db, result, { ...delivered, at: ctx.now })
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'results.delivered',
    facts: { no: result.no, how: delivered.how },
  })
  return { code: dossier.code, handling: after.handling, how: delivered.how }
}
