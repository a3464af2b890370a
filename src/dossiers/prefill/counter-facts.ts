import { Type, type Static } from 'typebox'
import type { LegalDate } from '../../platform/dates.ts'
import { namesOf, readAnswers, type FormDefinition } from '../../forms/index.ts'
import type { VaultEntry } from '../../documents/index.ts'
import { paperFacts } from './held-facts.ts'
import type { HeldFact } from './prefill.ts'

/** What an officer at a desk had read there of the person: by whom, when, and as it would be typed. */
export const HeardInput = Type.Object(
  {
    source: Type.Enum(['identity-card', 'citizen-registry']),
    at: Type.String({ format: 'date-time' }),
    values: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
)
export type HeardInput = Static<typeof HeardInput>

/** What was held of the person a dossier was filed for at a desk: the register's word first, then the card's, then their papers'. */
export function counterFacts(
  form: FormDefinition,
  heard: readonly HeardInput[],
  papers: readonly VaultEntry[],
  on: LegalDate,
): HeldFact[] {
  const byTrust = heard.toSorted(
    (a, b) => Number(b.source === 'citizen-registry') - Number(a.source === 'citizen-registry'),
  )
  return [...byTrust.flatMap((one) => heardFacts(form, one, on)), ...papers.flatMap((entry) => paperFacts(entry, on))]
}

function heardFacts(form: FormDefinition, { source, at, values }: HeardInput, on: LegalDate): HeldFact[] {
  const asked = namesOf(form)
  // What no question of this form is called may still be put in by another name, such as the sex on the card.
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !asked.has(name)))
  const { data } = readAnswers(form, values, { today: on })
  return Object.entries({ ...others, ...data }).map(([fact, value]) => ({
    fact,
    value,
    source,
    takenAt: new Date(at),
    reference: null,
  }))
}
