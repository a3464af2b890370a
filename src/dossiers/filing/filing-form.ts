import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { languageNow } from '../../platform/language.ts'
import { formatTerm } from '../../platform/term.ts'
import { Refusal } from '../../platform/refusal.ts'
import { papersOf, type ProcedureVersion } from '../../catalogue/index.ts'
import {
  buildApplicationForm,
  formInForce,
  formVersion,
  validateForm,
  withinApplication,
  type FormDefinition,
  type FormSource,
} from '../../forms/index.ts'
import { filingFormTexts } from '../texts.ts'
import { placesOn } from '../../organisation/index.ts'

/** The form a dossier is filled in with; `version` is null for the one built from the procedure itself. */
export type FilingForm = { definition: FormDefinition; version: number | null }

// Neither version ever changes, so the form made from both and its compiled schema can be kept, in each language.
const built = new Map<string, FormDefinition>()

/** The form of a procedure in force on a day: one published for it, else the one its subjects and cases make. */
export async function filingForm(db: Db, procedure: ProcedureVersion, on: LegalDate): Promise<FilingForm> {
  const published = await formInForce(db, procedure.code, on)
  return { definition: builtForm(procedure, published), version: published?.version ?? null }
}

/** The form a filed dossier was filled in with. */
export async function formOfDossier(
  db: Db,
  procedure: ProcedureVersion,
  version: number | null,
): Promise<FormDefinition> {
  return builtForm(procedure, version === null ? undefined : await formVersion(db, procedure.code, version))
}

function builtForm(procedure: ProcedureVersion, own: FormDefinition | undefined): FormDefinition {
  const key = `${languageNow()} ${procedure.id} ${own?.version ?? ''}`
  let definition = built.get(key)
  if (!definition) {
    const source = formSource(procedure)
    definition = own ? withinApplication(own, source) : buildApplicationForm(source)
    built.set(key, definition)
  }
  return definition
}

/** What the common pages of an application are made from. */
export function formSource(procedure: ProcedureVersion): FormSource {
  const { code, version, subjects, cases } = procedure
  const offered = cases.map(({ code: value, name, term }) => ({
    code: value,
    name,
    isOpen: term !== null,
    // Cases of one name differ by their term alone.
    ...(term && cases.filter((one) => one.name === name).length > 1
      ? { hint: filingFormTexts.term(formatTerm(term)) }
      : {}),
  }))
  const papers = papersOf(procedure).map(({ name }) => name)
  return { id: code, version, subjects, cases: offered, papers }
}

/** Refuses with `platform.invalid-input` and every wrong field under `/answers`. */
export async function checkAnswers(
  { definition }: FilingForm,
  answers: Record<string, unknown>,
  today: LegalDate,
): Promise<void> {
  const errors = validateForm(definition, answers, today, await placesOn(today))
  if (errors.length === 0) return
  throw new Refusal('platform.invalid-input', {
    errors: errors.map(({ field, message }) => ({ path: `/answers/${field}`, message })),
  })
}
