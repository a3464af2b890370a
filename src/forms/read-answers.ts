import { schemaErrors } from './check-schema.ts'
import type { FormDefinition } from './form.ts'
import { readWith, type Answers, type AnswerScope, type FormBody } from './reading.ts'

export type { Answers, FormBody, Values } from './reading.ts'

/** Reads what a person typed. Nothing typed is lost: whatever is not understood stays in `values` beside its error. */
export function readAnswers(definition: FormDefinition, body: FormBody, scope: AnswerScope): Answers {
  return readWith(definition, body, scope, (data) => schemaErrors(definition.schema, data))
}
