import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fileById, type StoredFile } from '../../documents/index.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { accountOf } from '../move-handling.ts'
import { answersOf, type Draft, type DraftFile } from './draft.ts'
import { openDraft } from './open-draft.ts'
import { draftFiles, draftsOf } from './store.ts'

export type OpenDraft = Draft & { answers: Record<string, unknown>; files: DraftFile[] }

/** A draft with its answers and files. */
export const getDraft = query({
  name: 'dossiers.get-draft',
  roles: ['citizen', 'helper', 'intake-officer'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }) }),
  async run({ db }, actor, { resumeCode }): Promise<OpenDraft> {
    const draft = await openDraft(db, actor, resumeCode)
    return { ...draft, answers: answersOf(draft), files: await draftFiles(db, draft.id) }
  },
  reads: (actor, _, draft) => (accountOf(actor) === draft.ownerAccountId ? [] : [`draft:${draft.id}`]),
})

/** A file of a draft, for whoever may open the draft: at the desk the papers somebody attached at home are read too. */
export const getDraftFile = query({
  name: 'dossiers.get-draft-file',
  roles: ['citizen', 'helper', 'intake-officer'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }), fileId: FileIdInput }),
  async run({ db }, actor, { resumeCode, fileId }): Promise<{ draft: Draft; file: StoredFile }> {
    const draft = await openDraft(db, actor, resumeCode)
    const isThere = (await draftFiles(db, draft.id)).some((one) => one.fileId === fileId)
    const file = isThere ? await fileById(db, fileId) : undefined
    if (!file) throw new Refusal('platform.not-found')
    return { draft, file }
  },
  reads: (actor, _, { draft }) => (accountOf(actor) === draft.ownerAccountId ? [] : [`draft:${draft.id}`]),
})

/** The reader's own drafts, the last changed first. */
export const myDrafts = query({
  name: 'dossiers.my-drafts',
  roles: ['citizen', 'intake-officer'],
  input: Type.Object({}),
  run: ({ db }, actor): Promise<Draft[]> => draftsOf(db, accountOf(actor) ?? ''),
})
