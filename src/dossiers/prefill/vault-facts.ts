import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import { statusOf, vaultEntriesOf, type VaultEntry } from '../../documents/index.ts'
import { fieldsOf, type FormDefinition } from '../../forms/index.ts'
import { answersOf } from '../drafts/draft.ts'
import { openDraft } from '../drafts/open-draft.ts'
import { filingForm } from '../filing/filing-form.ts'
import { partiesOf } from '../filing/parties.ts'
import { procedureOf } from '../known.ts'
import { ownersWithin } from '../vault/vault-owner.ts'
import { paperFacts } from './held-facts.ts'
import type { HeldFact } from './prefill.ts'

/** What the papers in the vault of the person at a desk say of the questions of the form. Officers see no more, and it is on record. */
export const vaultFactsForDraft = query({
  name: 'dossiers.vault-facts',
  roles: ['intake-officer'],
  input: Type.Object({ resumeCode: Type.String({ maxLength: 12 }) }),
  async run(
    { db, clock },
    officer,
    { resumeCode },
  ): Promise<{ procedureCode: string; entries: string[]; facts: HeldFact[] }> {
    const now = clock.now()
    const on = vietnamDate(now)
    const draft = await openDraft(db, officer, resumeCode)
    const procedure = await procedureOf(db, draft.procedureVersionId)
    const { definition } = await filingForm(db, procedure, on)
    const entries = await papersFillingIn(db, officer, definition, answersOf(draft), now)
    return {
      procedureCode: procedure.code,
      entries: entries.map(({ id }) => id),
      facts: entries.flatMap((entry) => paperFacts(entry, on)),
    }
  },
  reads: (_actor, _input, { procedureCode, entries }) =>
    entries.map((id) => ({ subject: `vault:${id}`, facts: { procedure: procedureCode } })),
})

/** The papers in force, within the officer's reach, of the kinds that questions of a form are filled in from. */
export async function papersFillingIn(
  db: Db,
  officer: Actor,
  form: FormDefinition,
  answers: Record<string, unknown>,
  now: Date,
): Promise<VaultEntry[]> {
  const facts = fieldsOf(form).flatMap(({ prefill }) => prefill?.fact ?? [])
  const kinds = new Set(facts.filter((fact) => fact.includes('.')).map((fact) => fact.split('.', 1)[0]))
  if (kinds.size === 0) return []
  const entries = await vaultEntriesOf(db, await ownersWithin(db, officer, partiesOf(answers), now))
  return entries.filter((entry) => {
    const isAsked = entry.typeCode !== null && kinds.has(entry.typeCode)
    return isAsked && statusOf(entry, vietnamDate(now)) === 'in-force'
  })
}
