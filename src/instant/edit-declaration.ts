import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { procedureInForce } from '../catalogue/index.ts'
import { actorName } from '../dossiers/index.ts'
import { DefinitionInput, faultsOf, type Declaration } from './declaration.ts'
import { declarationsOf, deleteDraft, draftOf, insertDeclaration, saveDraft } from './store.ts'
import { surroundingsOf } from './surroundings.ts'
import { faultSentence } from './officers.texts.ts'

export const ProcedureCode = Type.String({ minLength: 1, maxLength: 40, description: 'code of the procedure' })

/** Saves the draft of a declaration over the revision its writer saw (0: none). A draft may be wrong. */
export const draftDeclaration = action({
  name: 'instant.draft-declaration',
  roles: ['administrator'],
  input: Type.Object({
    procedureCode: ProcedureCode,
    definition: DefinitionInput,
    over: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  async run({ db, now, journal }, actor, { procedureCode, definition, over }) {
    if (!(await procedureInForce(db, procedureCode, vietnamDate(now)))) {
      throw new Refusal('instant.unknown-procedure', { code: procedureCode })
    }
    if (!(await saveDraft(db, { procedureCode, definition, savedAt: now, byName: actorName(actor) }, over))) {
      throw new Refusal('instant.draft-changed', { by: (await draftOf(db, procedureCode))?.byName ?? '' })
    }
    const revision = over + 1
    journal({ subject: `procedure:${procedureCode}`, what: 'instant.drafted', facts: { revision } })
    return { procedureCode, revision }
  },
})

/** Makes the draft the declaration in force from a day on. Refused with every fault at once. */
export const publishDeclaration = action({
  name: 'instant.publish-declaration',
  roles: ['administrator'],
  input: Type.Object({
    procedureCode: ProcedureCode,
    revision: Type.Integer({ minimum: 1 }),
    validFrom: Type.String({ format: 'date' }),
  }),
  async run({ db, now, journal }, actor, { procedureCode, revision, validFrom }) {
    const draft = await draftOf(db, procedureCode)
    if (!draft) throw new Refusal('instant.no-draft')
    if (draft.revision !== revision) throw new Refusal('instant.draft-changed', { by: draft.byName })
    const [newest] = await declarationsOf(db, procedureCode)
    const today = vietnamDate(now)
    if (validFrom < today || (newest && validFrom < newest.validFrom)) throw new Refusal('instant.in-the-past')
    const faults = faultsOf(draft.definition, await surroundingsOf(db, procedureCode, today))
    if (faults.length > 0) {
      const words = faults.map(faultSentence)
      throw new Refusal('instant.faults', {
        words: words.join(' '),
        faults: words,
        codes: faults.map(({ code }) => code),
      })
    }
    const made: Declaration = {
      id: newId(),
      procedureCode,
      version: (newest?.version ?? 0) + 1,
      validFrom,
      definition: draft.definition,
      certainty: 'recorded',
      publishedAt: now,
      publishedBy: actorName(actor),
    }
    await insertDeclaration(db, made)
    await deleteDraft(db, procedureCode)
    const facts = { declaration: made.id, version: made.version, validFrom, checks: made.definition.checks }
    journal({ subject: `procedure:${procedureCode}`, what: 'instant.published', facts })
    return { id: made.id, version: made.version, validFrom }
  },
})
