import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { wishToWithdraw } from '../co-applicants/wish-to-withdraw.ts'
import { dossierWithdrawn } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import type { Closure } from './closure.ts'
import { insertClosure } from './store.ts'

export type Withdrawn = {
  code: string
  /** Nothing while others who applied with them have not asked for it too. */
  withdrawnAt: Date | null
  waitsFor: string[]
}

/**
 * The citizen takes the dossier back, at any time before the result is signed. Căn cứ: Thông tư 22/2019/TT-BTTTT, Phụ lục I
 * (trạng thái "Công dân yêu cầu rút hồ sơ").
 */
export const withdrawDossier = action({
  name: 'dossiers.withdraw',
  roles: ['citizen'],
  input: Type.Object({ dossierCode: DossierCodeInput, reason: Type.String({ minLength: 1, maxLength: 1_000 }) }),
  async run(ctx, citizen, { dossierCode, reason }): Promise<Withdrawn> {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const waitsFor = await wishToWithdraw(ctx, citizen, dossier, reason)
    if (waitsFor.length > 0) return { code: dossier.code, withdrawnAt: null, waitsFor }
    const after = await moveHandling(ctx, citizen, dossier, 'withdrawDossier', {
      changes: { finishedAt: now, waitingSince: null },
      clock: { event: { kind: 'finished', at: now } },
      note: reason,
    })
    const closure: Closure = {
      kind: 'withdrawn',
      ground: 'asked-by-applicant',
      reason,
      legalBasis: null,
      byAccountId: accountOf(citizen) ?? '',
      byName: actorName(citizen),
      at: now,
    }
    await insertClosure(db, dossier.id, closure)
    noteAdded(ctx, dossier.id, { closure: [closure] })
    const facts = { from: dossier.handling }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.withdrawn', facts })
    await ctx.emit(dossierWithdrawn, eventOf(after))
    return { code: dossier.code, withdrawnAt: now, waitsFor: [] }
  },
})
