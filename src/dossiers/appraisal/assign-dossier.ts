import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { unitsOf, type Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { officersAt } from '../../identity/index.ts'
import type { ReachedDossier } from '../dossier.ts'
import { dossierAssigned } from '../events.ts'
import { AccountIdInput, DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { beforeOf } from '../undo/undo.ts'

export type Candidate = { accountId: string; fullName: string; position: string; unitId: string }

/**
 * The head of division gives a dossier to a specialist of their unit, or takes it over for another. The first assignment
 * begins the appraisal. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 1, nay là Nghị định 118/2025/NĐ-CP.
 */
export const assignDossier = action({
  name: 'dossiers.assign',
  roles: ['head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    assigneeAccountId: AccountIdInput,
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  async run(ctx, head, { dossierCode, assigneeAccountId, note }) {
    const { db } = ctx
    const dossier = await dossierWithinReach(db, head, dossierCode)
    refuse(whyNot('assignDossier', dossier, head, await processOf(db, dossier.processId)))
    const assignee = (await candidatesFor(ctx, head)).find(({ accountId }) => accountId === assigneeAccountId)
    if (!assignee) throw new Refusal('dossiers.not-a-specialist-here')
    const handlingUnitId = assignee.unitId === dossier.competentUnitId ? null : assignee.unitId
    const after = await moveHandling(ctx, head, dossier, 'assignDossier', {
      changes: { assigneeAccountId, handlingUnitId, ...appraisalAfter(dossier, assigneeAccountId) },
      to: assignee,
      undo: beforeOf(dossier),
      ...(note === undefined ? {} : { note }),
    })
    const before = dossier.assigneeAccountId
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.assigned',
      facts: { to: assigneeAccountId, before },
    })
    await ctx.emit(dossierAssigned, { ...eventOf(after), assigneeAccountId })
    return { code: dossier.code, assigneeAccountId }
  },
})

/** The specialists a head may give dossiers to: those of the units where they are head. */
export async function candidatesFor({ db, now }: Pick<ActionContext, 'db' | 'now'>, head: Actor): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const unitId of new Set(unitsOf(head, 'head-of-division'))) {
    const there = await officersAt(db, unitId, 'specialist', vietnamDate(now))
    found.push(...there.map(({ accountId, fullName, position }) => ({ accountId, fullName, position, unitId })))
  }
  return found
}

/** Another person's conclusion is not the new one's: they write their own. */
function appraisalAfter(dossier: ReachedDossier, assigneeAccountId: string): { appraisal?: null } {
  return dossier.assigneeAccountId === assigneeAccountId ? {} : { appraisal: null }
}
