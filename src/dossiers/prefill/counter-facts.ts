import { Type, type Static } from 'typebox'
import type { LegalDate } from '../../platform/dates.ts'
import { namesOf, readAnswers, type FormDefinition, type PlaceBook } from '../../forms/index.ts'
import type { VaultEntry } from '../../documents/index.ts'
import { paperFacts, residence } from './held-facts.ts'
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

type Scope = { today: LegalDate; places: PlaceBook }

/** What was held of the person a dossier was filed for at a desk: the register's word first, then the card's, then their papers'. */
export function counterFacts(
  form: FormDefinition,
  heard: readonly HeardInput[],
  papers: readonly VaultEntry[],
  scope: Scope,
): HeldFact[] {
  const byTrust = heard.toSorted(
    (a, b) => Number(b.source === 'citizen-registry') - Number(a.source === 'citizen-registry'),
  )
  return [
    ...byTrust.flatMap((one) => heardFacts(form, one, scope)),
    ...papers.flatMap((entry) => paperFacts(entry, scope.today)),
  ]
}

function heardFacts(form: FormDefinition, { source, at, values }: HeardInput, scope: Scope): HeldFact[] {
  const asked = namesOf(form)
  // What no question of this form is called may still be put in by another name, such as the sex on the card.
  const others = Object.fromEntries(Object.entries(values).filter(([name]) => !asked.has(name)))
  const { data } = readAnswers(form, values, scope)
  const { communeCode = '', address = null } = values
  const home = residence(scope.places.byCode(communeCode), address)
  return Object.entries({ ...others, ...data, ...(home && { residence: home }) }).map(([fact, value]) => ({
    fact,
    value,
    source,
    takenAt: new Date(at),
    reference: null,
  }))
}
