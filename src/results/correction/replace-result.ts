import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Citizen, Officer } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { dossierWithinReach, moveHandling, type ReachedDossier } from '../../dossiers/index.ts'
import { correctionOpened } from '../events.ts'
import { issuedOf } from '../issued-store.ts'
import { DossierCode } from '../result-input.ts'
import { resultForUpdate } from '../store.ts'
import { whyNotReplace } from './correction.ts'
import { insertCorrection } from './store.ts'

const DAY_MS = 24 * 60 * 60_000

/** No law says how soon a mistake is put right: in lists it stands as if due in three days, never as overdue from the start. */
function placeInLists(dueAt: Date | null, now: Date): Date {
  return new Date(Math.max(dueAt?.getTime() ?? 0, now.getTime() + 3 * DAY_MS))
}

/**
 * The head of division has an issued result put right: another is drafted, approved, signed and sealed like the first, and only
 * then stands in its place. The old one is in force until then. No new term begins and the clock is not turned: the dossier was
 * resolved when it was resolved. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3.
 */
export const replaceResult = action({
  name: 'results.replace',
  roles: ['head-of-division'],
  input: Type.Object({
    dossierCode: DossierCode,
    reason: Type.String({ minLength: 5, maxLength: 2_000, description: 'What is wrong in the issued document' }),
    legalBasis: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run(ctx, head, { dossierCode, reason, legalBasis }) {
    if (head.kind !== 'officer') throw new Refusal('platform.forbidden')
    const dossier = await dossierWithinReach(ctx.db, head, dossierCode)
    return openCorrection(ctx, head, dossier, { reason, legalBasis })
  },
})

/** Takes an issued result up again for an officer: the head of division asks for it, or a citizen whose result no officer saw. */
export async function openCorrection(
  ctx: ActionContext,
  by: Officer | Citizen,
  dossier: ReachedDossier,
  { reason, legalBasis }: { reason: string; legalBasis: string },
) {
  const { db, now } = ctx
  const after = await moveHandling(ctx, by, dossier, 'replaceResult', {
    changes: { delivery: 'not-ready' },
    queueAt: placeInLists(dossier.dueAt, now),
    note: reason,
    // What was issued is in force still, but it is not the document that is drafted and signed now.
    voids: ['result-draft', 'approval', 'result'],
  })
  const result = await resultForUpdate(db, dossier.id)
  refuse(whyNotReplace(result))
  const issued = result && (await issuedOf(db, result))
  if (!result || !issued) throw new Refusal('results.not-issued')
  const [oldNo, newNo] = [result.no, result.no + 1]
  const { accountId: byAccountId, fullName: byName } = by
  await insertCorrection(db, dossier.id, { oldNo, newNo, reason, legalBasis, byAccountId, byName, at: now })
  const number = issued.numberText
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'results.correction-opened',
    facts: { oldNo, newNo, number, legalBasis },
  })
  const { id: dossierId, code } = dossier
  await ctx.emit(correctionOpened, { dossierId, code, version: after.version, number })
  return { code, handling: after.handling, replaces: number, resultNo: newNo }
}
