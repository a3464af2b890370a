import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { voidAgreements } from '../co-applicants/void-agreements.ts'
import { whyNotTakeFiles } from '../filing/filing.ts'
import { ComponentCodeInput, FileIdInput } from '../filing/filing-input.ts'
import { noteStep } from '../helping/open-help.ts'
import { procedureOf } from '../known.ts'
import { answersOf, labelsOf } from './draft.ts'
import { openDraft } from './open-draft.ts'
import { deleteDraftFile, draftFiles, insertDraftFile, lockDraft } from './store.ts'

/** Attaches an uploaded file to a paper of the procedure's list. The same file pressed twice or sent twice is attached once. */
export const attachDraftFile = action({
  name: 'dossiers.attach-draft-file',
  roles: ['citizen', 'helper', 'intake-officer'],
  input: Type.Object({
    resumeCode: Type.String({ maxLength: 12 }),
    componentCode: ComponentCodeInput,
    fileId: FileIdInput,
  }),
  async run(ctx, actor, { resumeCode, componentCode, fileId }): Promise<void> {
    const { db, now, journal } = ctx
    const draft = await openDraft(db, actor, resumeCode)
    const papers = papersAskedOf(await procedureOf(db, draft.procedureVersionId), answersOf(draft))
    if (!papers.some(({ code }) => code === componentCode))
      throw new Refusal('dossiers.unknown-component', { component: componentCode })
    const files = await filesByIds(db, [fileId])
    refuse(whyNotTakeFiles([fileId], files, [...labelsOf(draft), actorLabel(actor)]))
    // Two presses at once come one after the other here.
    await lockDraft(db, draft.id)
    const own = (await draftFiles(db, draft.id)).filter((one) => one.componentCode === componentCode)
    const there = await filesByIds(
      db,
      own.map((one) => one.fileId),
    )
    const same = there.find(({ sha256, name }) => files.some((file) => file.sha256 === sha256 && file.name === name))
    if (!same) await insertDraftFile(db, draft.id, { componentCode, fileId }, now)
    await noteStep({ db, now }, actor, draft, { what: 'file', about: componentCode })
    journal({
      subject: `draft:${draft.id}`,
      what: 'dossiers.draft-file-attached',
      facts: { component: componentCode, file: same?.id ?? fileId, again: same !== undefined },
    })
    if (!same) await voidAgreements(ctx, draft, 'files')
  },
})

/** Takes a file off a draft; the file itself stays the uploader's. */
export const removeDraftFile = action({
  name: 'dossiers.remove-draft-file',
  roles: ['citizen', 'helper', 'intake-officer'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }), fileId: FileIdInput }),
  async run(ctx, actor, { resumeCode, fileId }): Promise<void> {
    const draft = await openDraft(ctx.db, actor, resumeCode)
    const removed = await deleteDraftFile(ctx.db, draft.id, fileId)
    if (removed === 0) throw new Refusal('dossiers.file-not-found', { fileId })
    await noteStep(ctx, actor, draft, { what: 'file-removed', about: fileId })
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.draft-file-removed', facts: { file: fileId } })
    await voidAgreements(ctx, draft, 'files')
  },
})
