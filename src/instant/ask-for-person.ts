import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { dossierById, dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { openCorrection, resultOf } from '../results/index.ts'
import { whyNotAskForPerson } from './run.ts'
import { noteAskedForPerson, runOf } from './store.ts'
import { LOOKING } from './system.ts'
import { REVIEW_BASIS, handOverWords } from './officers.texts.ts'

/**
 * A citizen whose result no officer saw has a person look again, without having to say why it is wrong. The dossier lies with
 * the agency's officers again; the result stays in force until theirs takes its place. Căn cứ: Nghị định 224/2026/NĐ-CP, Điều
 * 16 (quyền xác nhận, từ chối, điều chỉnh; khôi phục trạng thái trước), Điều 17.
 */
export const askForPerson = action({
  name: 'instant.ask-for-person',
  roles: ['citizen'],
  input: Type.Object({
    dossierCode: Type.String({ minLength: 5, maxLength: 60 }),
    reason: Type.String({ minLength: 5, maxLength: 1_000 }),
  }),
  async run(ctx, citizen, { dossierCode, reason }) {
    if (citizen.kind !== 'citizen') throw new Refusal('platform.forbidden')
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const run = await runOf(db, dossier.id)
    refuse(whyNotAskForPerson(run, await resultOf(db, dossier.id)))
    if (!(await noteAskedForPerson(db, dossier.id, now))) throw new Refusal('instant.asked-before')
    // The right stands in for the decision of a head of division, by which a result is taken up again otherwise.
    await openCorrection(
      ctx,
      citizen,
      { ...dossier, roles: ['head-of-division'] },
      { reason, legalBasis: REVIEW_BASIS },
    )
    const opened = await dossierById(db, dossier.id)
    if (!opened) throw new Error(`no dossier ${dossier.id}`)
    // Nobody has it: back to where the office takes up its dossiers.
    const after = await moveHandling(ctx, LOOKING, { ...opened, roles: ['specialist'] }, 'returnStep', {
      changes: { assigneeAccountId: null, appraisal: null },
      note: handOverWords,
    })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'instant.person-asked' })
    return { code: dossier.code, handling: after.handling }
  },
})
