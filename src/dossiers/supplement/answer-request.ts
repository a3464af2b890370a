import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { Refusal, refuse, type Facts } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { expectedDue } from '../clock/due.ts'
import type { ReachedDossier } from '../dossier.ts'
import { dossierSupplemented } from '../events.ts'
import { fileIdsOf } from '../filing/filing.ts'
import type { ComponentInput } from '../filing/filing-input.ts'
import { procedureOf } from '../known.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { noteChanged, withHashes } from '../rebuild/note-changes.ts'
import { addFiles, componentsOfDossier } from '../store.ts'
import { recordTaken, takePapers, whyNotTakeAll } from '../vault/take-papers.ts'
import { ownersWithin } from '../vault/vault-owner.ts'
import { forgetHalfTaking } from './at-desk/store.ts'
import { answerSupplementRequest, forgetHalfAnswers } from './store.ts'
import { placeSupplied } from './supplement.ts'

export type Answer = {
  components: readonly ComponentInput[]
  /** Words for what is no paper, for what cannot be brought, or for a request the citizen thinks wrong. */
  note: string | undefined
  /** Labels of those who may have sent the files. */
  senders: readonly string[]
  /** What the journal says besides. */
  facts?: Facts
}

/** The last request of a dossier is answered, whoever sent or took the answer: it goes back to the desk as handed in. */
export async function answerRequest(
  ctx: ActionContext,
  actor: Actor,
  dossier: ReachedDossier,
  { components, note, senders, facts = {} }: Answer,
): Promise<ReachedDossier> {
  const { db, now } = ctx
  const given = await takePapers(ctx, await ownersWithin(db, actor, dossier, now), components)
  const ids = fileIdsOf(given.components)
  if (ids.length === 0 && note === undefined) throw new Refusal('dossiers.nothing-supplied')
  const procedure = await procedureOf(db, dossier.procedureVersionId)
  const papers = papersAskedOf(procedure, dossier.answers)
  const strange = components.find(({ componentCode }) => !papers.some(({ code }) => code === componentCode))
  if (strange) throw new Refusal('dossiers.unknown-component', { component: strange.componentCode })
  const files = await filesByIds(db, ids)
  refuse(whyNotTakeAll(given, files, senders))

  const requestNo = dossier.supplementCount
  const after = await moveHandling(ctx, actor, dossier, 'supplyDossier', {
    changes: { suppliedAt: now, waitingSince: null, appraisal: null },
    queueAt: await expectedDue(ctx, dossier.competentUnitId, dossier.term),
  })
  const supplied = given.components.filter(({ fileIds }) => fileIds.length > 0)
  const placed = supplied.length === 0 ? [] : placeSupplied(await componentsOfDossier(db, dossier.id), supplied)
  if (placed.length > 0) await addFiles(db, dossier.id, requestNo, placed)
  await recordTaken(ctx, actor, given.taken, dossier, procedure)
  await answerSupplementRequest(db, dossier.id, requestNo, note ?? null, now)
  await forgetHalfAnswers(db, dossier.id)
  await forgetHalfTaking(db, dossier.id)
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
    facts: { requestNo, files: ids, withNote: note !== undefined, ...facts },
  })
  await ctx.emit(dossierSupplemented, { ...eventOf(after), requestNo })
  return after
}
