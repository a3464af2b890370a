import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import { takeIn } from './take-in.ts'

/**
 * The desk takes a complete dossier: the term begins, the due date is promised, the appointment slip (form 01) is made. After
 * a supplement the term is counted anew from now. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 17 và Điều 19 khoản 4, nay là Nghị
 * định 118/2025/NĐ-CP.
 */
export const receiveDossier = action({
  name: 'dossiers.receive',
  roles: ['intake-officer', 'system'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(ctx, officer, { dossierCode }) {
    const dossier = await dossierWithinReach(ctx.db, officer, dossierCode)
    const { dueAt, dueOn } = await takeIn(ctx, officer, dossier)
    return { code: dossier.code, receivedAt: ctx.now, dueAt, dueOn }
  },
})
