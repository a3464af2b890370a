import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
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

/** The reader's own drafts, the last changed first. */
export const myDrafts = query({
  name: 'dossiers.my-drafts',
  roles: ['citizen', 'intake-officer'],
  input: Type.Object({}),
  run: ({ db }, actor): Promise<Draft[]> => draftsOf(db, accountOf(actor) ?? ''),
})
