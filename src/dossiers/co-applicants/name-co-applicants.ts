import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isPersonalId } from '../../forms/index.ts'
import { severalRule, whyNotName } from './co-applicant.ts'
import { ownDraftTogether } from './open-draft-together.ts'
import { deletePerson, insertPerson } from './store.ts'
import { voidAgreements } from './void-agreements.ts'

export const ResumeCodeInput = Type.String({ maxLength: 12 })
export const PersonIdInput = Type.String({ format: 'uuid' })
const Nullable = (most: number) => Type.Union([Type.String({ minLength: 1, maxLength: most }), Type.Null()])

/** The filer names somebody who stands for the dossier with them. Who agreed before agreed to another circle, and is asked anew. */
export const nameCoApplicant = action({
  name: 'dossiers.name-co-applicant',
  roles: ['citizen'],
  input: Type.Object({
    resumeCode: ResumeCodeInput,
    fullName: Type.String({ minLength: 1, maxLength: 120 }),
    personalId: Type.String({ pattern: '^\\d{12}$' }),
    phone: Nullable(20),
    email: Nullable(254),
  }),
  async run(ctx, actor, { resumeCode, ...person }): Promise<{ id: string }> {
    const { citizen, draft, people } = await ownDraftTogether(ctx.db, actor, resumeCode)
    const today = vietnamDate(ctx.now)
    if (severalRule(draft.procedureCode, today) === 'refused') throw new Refusal('dossiers.co-applicants-not-here')
    if (!isPersonalId(person.personalId, today)) throw new Refusal('dossiers.co-applicant-no-number')
    refuse(whyNotName(person, citizen.personalId, people))
    const id = newId()
    await insertPerson(ctx.db, { ...person, id, draftId: draft.id }, ctx.now)
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.co-applicant-named', facts: { person: id } })
    await voidAgreements(ctx, draft, 'people')
    return { id }
  },
})

/** Takes a person off again, whatever they answered. */
export const removeCoApplicant = action({
  name: 'dossiers.remove-co-applicant',
  roles: ['citizen'],
  input: Type.Object({ resumeCode: ResumeCodeInput, id: PersonIdInput }),
  async run(ctx, actor, { resumeCode, id }): Promise<void> {
    const { draft } = await ownDraftTogether(ctx.db, actor, resumeCode)
    const removed = await deletePerson(ctx.db, draft.id, id)
    if (removed === 0) throw new Refusal('dossiers.co-request-not-found')
    ctx.journal({ subject: `draft:${draft.id}`, what: 'dossiers.co-applicant-removed', facts: { person: id } })
    await voidAgreements(ctx, draft, 'people')
  },
})
