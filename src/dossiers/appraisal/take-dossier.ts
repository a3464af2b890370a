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
  roles: ['specialist', 'system'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, specialist, { dossierCode }) {
    const dossier = await dossierWithinReach(ctx.db, specialist, dossierCode)
    const taker = takerOf(specialist)
    const assigneeAccountId = taker?.accountId ?? null
    const after = await moveHandling(ctx, specialist, dossier, 'takeDossier', {
      changes: { assigneeAccountId, handlingUnitId: unitTaking(dossier, specialist), appraisal: null },
      ...(taker ? { to: taker, undo: beforeOf(dossier) } : {}),
    })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.taken', facts: { to: assigneeAccountId } })
    if (assigneeAccountId !== null) await ctx.emit(dossierAssigned, { ...eventOf(after), assigneeAccountId })
    return { code: dossier.code, assigneeAccountId }
  },
})

/**
 * Who stands in takes it for the one they stand in for, whose it stays when they are back. What the system takes under its
 * authority is nobody's, so that a person may take it over at any time.
 */
function takerOf(specialist: Actor): { accountId: string; fullName: string } | undefined {
  if (specialist.kind === 'system') return undefined
  if (specialist.kind !== 'officer') throw new Refusal('platform.forbidden')
  const { accountId, fullName } = inPlaceOf(specialist, ['specialist']) ?? specialist
  return { accountId, fullName }
}

/** The division that has it already, else the one the specialist sits in. */
function unitTaking({ handlingUnitId, competentUnitId }: ReachedDossier, specialist: Actor): string | null {
  if (handlingUnitId !== null) return handlingUnitId
  const own = unitsOf(specialist, 'specialist')
  return own.includes(competentUnitId) ? null : (own[0] ?? null)
}
