import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { keepUntil } from './draft.ts'
import { openDraft } from './open-draft.ts'
import { saveDraftAnswers, saveDraftUnit } from './store.ts'

/** Keeps the answers of one page of a form as they are, wrong ones too: they are checked when the dossier is filed. */
export const saveDraftPage = action({
  name: 'dossiers.save-draft-page',
  roles: ['citizen', 'intake-officer'],
  input: Type.Object({
    resumeCode: Type.String({ maxLength: 12 }),
    page: Type.String({ minLength: 1, maxLength: 60 }),
    answers: Type.Record(Type.String(), Type.Unknown()),
    competentUnitCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  }),
  unjournalled: 'a half-done form is the citizen’s own note; filing it writes the line',
  async run({ db, now }, actor, { resumeCode, page, answers, competentUnitCode }): Promise<{ savedAt: Date }> {
    const draft = await openDraft(db, actor, resumeCode)
    const change = { now, keepUntil: keepUntil(now) }
    await saveDraftAnswers(db, draft.id, page, answers, change)
    if (competentUnitCode !== undefined) await saveDraftUnit(db, draft.id, competentUnitCode, change)
    return { savedAt: now }
  },
})
