import { Type } from 'typebox'
import { inPlaceOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ReachedDossier } from '../dossier.ts'
import { dossierAssigned } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { beforeOf } from '../undo/undo.ts'

/**
 * A specialist takes a dossier nobody has yet from the pool of their office. Of two who reach for one at once, one gets it
 * and the other is told who. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 1, nay là Nghị định 118/2025/NĐ-CP.
 */
export const takeDossier = action({
  name: 'dossiers.take',
  roles: ['specialist'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, specialist, { dossierCode }) {
    if (specialist.kind !== 'officer') throw new Refusal('platform.forbidden')
    const dossier = await dossierWithinReach(ctx.db, specialist, dossierCode)
    // Who stands in takes it for the one they stand in for, whose it stays when they are back.
    const { accountId, fullName } = inPlaceOf(specialist, ['specialist']) ?? specialist
    const after = await moveHandling(ctx, specialist, dossier, 'takeDossier', {
      changes: { assigneeAccountId: accountId, handlingUnitId: unitTaking(dossier, specialist), appraisal: null },
      to: { accountId, fullName },
      undo: beforeOf(dossier),
    })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.taken', facts: { to: accountId } })
    await ctx.emit(dossierAssigned, { ...eventOf(after), assigneeAccountId: accountId })
    return { code: dossier.code, assigneeAccountId: accountId }
  },
})

/** The division that has it already, else the one the specialist sits in. */
function unitTaking({ handlingUnitId, competentUnitId }: ReachedDossier, specialist: Actor): string | null {
  if (handlingUnitId !== null) return handlingUnitId
  const own = unitsOf(specialist, 'specialist')
  return own.includes(competentUnitId) ? null : (own[0] ?? null)
}
