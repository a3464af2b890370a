import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { expectedDue } from '../clock/due.ts'
import { dossierSupplemented } from '../events.ts'
import { fileIdsOf } from '../filing/filing.ts'
import { ComponentInput, DossierCodeInput } from '../filing/filing-input.ts'
import { procedureOf, processOf } from '../known.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteChanged, withHashes } from '../rebuild/note-changes.ts'
import { addFiles, componentsOfDossier } from '../store.ts'
import { recordTaken, takePapers, whyNotTakeAll } from '../vault/take-papers.ts'
import { ownersWithin } from '../vault/vault-owner.ts'
import { answerSupplementRequest, forgetHalfAnswers } from './store.ts'
import { placeSupplied } from './supplement.ts'

/**
 * The citizen answers a supplement request with files, words or both; the dossier goes back to the desk, which receives it
 * anew. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4, nay là Nghị định 118/2025/NĐ-CP.
 */
export const supplyDossier = action({
  name: 'dossiers.supply',
  roles: ['citizen'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    components: Type.Array(ComponentInput, { maxItems: 100 }),
    /** Words for what is no paper, or for a request the citizen thinks wrong. */
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
  }),
  async run(ctx, citizen, { dossierCode, components, note }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    refuse(whyNot('supplyDossier', dossier, citizen, await processOf(db, dossier.processId)))
    const given = await takePapers(ctx, await ownersWithin(db, citizen, dossier, now), components)
    const ids = fileIdsOf(given.components)
    if (ids.length === 0 && note === undefined) throw new Refusal('dossiers.nothing-supplied')
    const procedure = await procedureOf(db, dossier.procedureVersionId)
    const papers = papersAskedOf(procedure, dossier.answers)
    const strange = components.find(({ componentCode }) => !papers.some(({ code }) => code === componentCode))
    if (strange) throw new Refusal('dossiers.unknown-component', { component: strange.componentCode })
    const files = await filesByIds(db, ids)
    refuse(whyNotTakeAll(given, files, [actorLabel(citizen)]))

    const requestNo = dossier.supplementCount
    const after = await moveHandling(ctx, citizen, dossier, 'supplyDossier', {
      changes: { suppliedAt: now, waitingSince: null, appraisal: null },
      queueAt: await expectedDue(ctx, dossier.competentUnitId, dossier.term),
    })
    const supplied = given.components.filter(({ fileIds }) => fileIds.length > 0)
    const placed = supplied.length === 0 ? [] : placeSupplied(await componentsOfDossier(db, dossier.id), supplied)
    if (placed.length > 0) await addFiles(db, dossier.id, requestNo, placed)
    await recordTaken(ctx, citizen, given.taken, dossier, procedure)
    await answerSupplementRequest(db, dossier.id, requestNo, note ?? null, now)
    await forgetHalfAnswers(db, dossier.id)
    noteChanged(ctx, dossier.id, {
      component: placed.map(({ componentNo: no, code, form }) => ({ no, code, form, omitted: null })),
      componentFile: withHashes(
        placed.flatMap(({ componentNo, fileIds }) =>
          fileIds.map((fileId) => ({ componentNo, fileId, round: requestNo })),
        ),
        files,
      ),
      supplementRequest: [{ no: requestNo, answeredAt: now, answerNote: note ?? null }],
    })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.supplemented',
      facts: { requestNo, files: ids, withNote: note !== undefined },
    })
    await ctx.emit(dossierSupplemented, { ...eventOf(after), requestNo })
    return { code: dossier.code, suppliedAt: now }
  },
})
