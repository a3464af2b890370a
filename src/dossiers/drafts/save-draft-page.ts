import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { voidAgreements } from '../co-applicants/void-agreements.ts'
import { noteStep } from '../helping/open-help.ts'
import { isChangedElsewhere, keepUntil, markOf } from './draft.ts'
import { openDraft } from './open-draft.ts'
import { lockedDraftPage, saveDraftAnswers, saveDraftUnit } from './store.ts'

export type SavedPage = { savedAt: Date; /** What the page holds now, to base the next change on. */ mark: string }

/**
 * Keeps the answers of one page of a form as they are, wrong ones too: they are checked when the dossier is filed. Whoever says
 * what the page held before (`basedOn`) never overwrites what another window or device saved since.
 */
export const saveDraftPage = action({
  name: 'dossiers.save-draft-page',
  roles: ['citizen', 'helper', 'intake-officer'],
  input: Type.Object({
    resumeCode: Type.String({ maxLength: 12 }),
    page: Type.String({ minLength: 1, maxLength: 60 }),
    answers: Type.Record(Type.String(), Type.Unknown()),
    basedOn: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    competentUnitCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  }),
  unjournalled: 'a half-done form is the citizen’s own note; filing it writes the line',
  async run(ctx, actor, { resumeCode, page, answers, basedOn, competentUnitCode }): Promise<SavedPage> {
    const { db, now } = ctx
    const draft = await openDraft(db, actor, resumeCode)
    if (basedOn !== undefined && isChangedElsewhere(await lockedDraftPage(db, draft.id, page), { basedOn, answers }))
      throw new Refusal('dossiers.draft-changed-elsewhere')
    const change = { now, keepUntil: keepUntil(now) }
    await saveDraftAnswers(db, draft.id, page, answers, change)
    if (competentUnitCode !== undefined) await saveDraftUnit(db, draft.id, competentUnitCode, change)
    await noteStep({ db, now }, actor, draft, { what: 'page', about: page })
    const isOther = markOf(draft.pages[page]) !== markOf(answers)
    const isElsewhere = competentUnitCode !== undefined && competentUnitCode !== draft.competentUnitCode
    if (isOther || isElsewhere) await voidAgreements(ctx, draft, 'answers')
    return { savedAt: now, mark: markOf(answers) }
  },
})
