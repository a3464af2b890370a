import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { fieldsOf, type FieldSpec, type FormLayout, type JsonSchema } from './form.ts'
import { kindOf } from './kinds/kinds.ts'

/** The JSON Schema (2020-12) of a form's data, for the server, a browser, or another system that sends it. */
export function schemaOf(layout: FormLayout): JsonSchema {
  const fields = fieldsOf({ layout })
  const branches = conditions(fields)
  const always = fields.filter((spec) => spec.when === undefined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: Object.fromEntries(
      fields.map((spec) => [spec.name, { title: spec.label, ...kindOf(spec.kind).schema(spec) }]),
    ),
    required: always.filter((spec) => spec.required).map((spec) => spec.name),
    additionalProperties: false,
    ...(branches.length > 0 ? { allOf: branches } : {}),
  }
}

/** Fields of one condition: required only while it holds, not accepted otherwise. */
function conditions(fields: FieldSpec[]): JsonSchema[] {
  const groups = new Map<string, { when: { field: string; is: string }; fields: FieldSpec[] }>()
  for (const spec of fields) {
    if (!spec.when) continue
    const key = JSON.stringify([spec.when.field, spec.when.is])
    const group = groups.get(key) ?? { when: spec.when, fields: [] }
    group.fields.push(spec)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ when, fields: asked }) => ({
    if: { properties: { [when.field]: { const: when.is } }, required: [when.field] },
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: { required: asked.filter((spec) => spec.required).map((spec) => spec.name) },
    else: { properties: Object.fromEntries(asked.map((spec) => [spec.name, false])) },
  }))
}

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
  return ajv.compile(schema)
}
