import type { ActionContext } from '../../platform/action.ts'
import { actorLabel, type Actor, type Citizen } from '../../platform/actor.ts'
import { refuse } from '../../platform/refusal.ts'
import type { ProcedureVersion } from '../../catalogue/index.ts'
import { filesByIds, type StoredFile } from '../../documents/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import type { DraftApplication } from '../application/application.ts'
import { draftApplication } from '../application/store.ts'
import type { DraftCoApplicant } from '../co-applicants/co-applicant.ts'
import { draftCoApplicants } from '../co-applicants/store.ts'
import type { DossierComponent } from '../dossier.ts'
import { labelsOf } from '../drafts/draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { deleteDraft } from '../drafts/store.ts'
import { takePapers, whyNotTakeAll, type TakenPaper } from '../vault/take-papers.ts'
import { ownersWithin } from '../vault/vault-owner.ts'
import { componentsOf, fileIdsOf, whyNotFile } from './filing.ts'
import type { FilingInput } from './filing-input.ts'
import type { Parties } from './parties.ts'

type TakenComponents = {
  components: DossierComponent[]
  files: StoredFile[]
  application: DraftApplication | undefined
  /** Those named in the draft beside its filer. */
  together: DraftCoApplicant[]
  taken: TakenPaper[]
}

/** The papers of a filing with their files, what the draft held besides, and the draft itself gone. */
export async function takeComponents(
  ctx: ActionContext,
  actor: Actor,
  filer: Citizen | null,
  procedure: ProcedureVersion,
  input: FilingInput,
  parties: Parties,
): Promise<TakenComponents> {
  const papers = papersAskedOf(procedure, input.answers)
  const given = await takePapers(ctx, await ownersWithin(ctx.db, filer ?? actor, parties, ctx.now), input.components)
  const filing = { ...input, components: given.components }
  refuse(whyNotFile(filing, papers, ctx.settings.uploadLimits.filesPerDossier))
  const senders = [actorLabel(actor)]
  let application: DraftApplication | undefined
  let together: DraftCoApplicant[] = []
  if (input.draftCode !== undefined) {
    const draft = await openDraft(ctx.db, actor, input.draftCode)
    // A citizen who began at home may have the rest done at a desk: the files they attached come along.
    senders.push(...labelsOf(draft))
    application = await draftApplication(ctx.db, draft.id)
    together = await draftCoApplicants(ctx.db, draft.id)
    await deleteDraft(ctx.db, draft.id)
  }
  const ids = fileIdsOf(given.components)
  const files = ids.length === 0 ? [] : await filesByIds(ctx.db, ids)
  refuse(whyNotTakeAll(given, files, senders))
  return { components: componentsOf(filing, papers), files, application, together, taken: given.taken }
}
