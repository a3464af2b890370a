import type { LegalDate } from '../platform/dates.ts'
import { schemaErrors } from './check-schema.ts'
import type { FieldError, FormData, FormDefinition } from './form.ts'
import type { PlaceBook } from './kinds/place-book.ts'
import { findErrors } from './rules.ts'

/** Everything wrong with normalised data, at most one error a question, in the order of the form. */
export function validateForm(
  definition: FormDefinition,
  data: FormData,
  today: LegalDate,
  places?: PlaceBook,
): FieldError[] {
  return findErrors(definition, data, (own) => schemaErrors(definition.schema, own), { today, places })
}
