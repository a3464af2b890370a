import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { JsonSchema } from './form.ts'
import { COMPARED } from './schema.ts'

const MOST_COMPILED = 200
const compiled = new Map<string, ValidateFunction>()

/** What a schema finds wrong with data. Compiled schemas are kept, the least lately used one goes first. */
export function schemaErrors(schema: JsonSchema, data: unknown): ErrorObject[] {
  const key = JSON.stringify(schema)
  const validate = compiled.get(key) ?? compile(schema)
  compiled.delete(key)
  compiled.set(key, validate)
  const oldest = compiled.keys().next().value
  if (compiled.size > MOST_COMPILED && oldest !== undefined) compiled.delete(oldest)
  return validate(data) ? [] : [...(validate.errors ?? [])]
}

/** Throws when a schema is not sound JSON Schema 2020-12. */
export function compile(schema: JsonSchema): ValidateFunction {
  // One instance each: Ajv keeps every schema it has compiled for as long as it lives.
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false })
  addFormats.default(ajv, ['date', 'email'])
  ajv.addKeyword(COMPARED)
  return ajv.compile(schema)
}
