import type { Condition } from './condition.ts'
import { fieldsOf, groupsOf, type FieldSpec, type FormLayout, type JsonSchema } from './form.ts'
import { kindOf } from './kinds/kinds.ts'

/** Tells whoever reads the schema that an answer is held against another one; JSON Schema itself cannot check it, `rules.ts` does. */
export const COMPARED = 'x-compared'

type Member = { name: string; required: boolean; when?: Condition | undefined; schema: JsonSchema }

/** The JSON Schema (2020-12) of a form's data, for the server, a browser, or another system that sends it. */
export function schemaOf(layout: FormLayout): JsonSchema {
  const fields = fieldsOf({ layout })
  const groups = groupsOf({ layout }).map(({ name, min, max, when, title, fields: asked }): Member => {
    const items = objectOf(asked.map(memberOf), asked)
    const schema = { ...(title === undefined ? {} : { title }), type: 'array', minItems: min, maxItems: max, items }
    return { name, required: min > 0, when, schema }
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...objectOf([...fields.map(memberOf), ...groups], fields),
  }
}

function memberOf(spec: FieldSpec): Member {
  const { label: title, compared } = spec
  const schema = { title, ...kindOf(spec.kind).schema(spec), ...(compared && { [COMPARED]: compared }) }
  return { name: spec.name, required: spec.required, when: spec.when, schema }
}

function objectOf(members: Member[], deciding: FieldSpec[]): JsonSchema {
  const kinds = new Map(deciding.map((spec) => [spec.name, spec]))
  const branches = conditions(members, kinds)
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
    required: members.filter(({ required, when }) => required && when === undefined).map(({ name }) => name),
    additionalProperties: false,
    ...(branches.length > 0 ? { allOf: branches } : {}),
  }
}

/** Members of one condition: required only while it holds, not accepted otherwise. */
function conditions(members: Member[], deciding: ReadonlyMap<string, FieldSpec>): JsonSchema[] {
  const waiting = members.filter(({ when }) => when !== undefined)
  return [...Map.groupBy(waiting, ({ when }) => JSON.stringify(when)).values()].map((asked) => ({
    if: conditionSchema(asked[0]?.when, deciding),
    // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
    then: { required: asked.filter(({ required }) => required).map(({ name }) => name) },
    else: { properties: Object.fromEntries(asked.map(({ name }) => [name, false])) },
  }))
}

/** The same as `holds`, for data seen by a schema. */
function conditionSchema(condition: Condition | undefined, deciding: ReadonlyMap<string, FieldSpec>): JsonSchema {
  if (condition === undefined) return {}
  const each = (conditions: Condition[]) => conditions.map((one) => conditionSchema(one, deciding))
  if ('all' in condition) return condition.all.length === 0 ? {} : { allOf: each(condition.all) }
  if ('any' in condition) return condition.any.length === 0 ? { not: {} } : { anyOf: each(condition.any) }
  if ('not' in condition) return { not: conditionSchema(condition.not, deciding) }
  const { field } = condition
  const answered = { required: [field] }
  const tells = (value: JsonSchema) => ({ properties: { [field]: value }, ...answered })
  if ('isAnswered' in condition) return condition.isAnswered ? answered : { not: answered }
  if ('atLeast' in condition) return tells({ type: 'number', minimum: condition.atLeast })
  if ('atMost' in condition) return tells({ type: 'number', maximum: condition.atMost })
  const spec = deciding.get(field)
  if ('is' in condition) return tells(saying([condition.is], spec))
  return condition.isOneOf.length === 0 ? { not: {} } : tells(saying(condition.isOneOf, spec))
}

function saying(words: string[], spec: FieldSpec | undefined): JsonSchema {
  if (spec?.kind === 'choices') return { type: 'array', contains: { enum: words } }
  const stored = words.map((word) => storedAs(word, spec))
  return stored.length === 1 ? { const: stored[0] } : { enum: stored }
}

function storedAs(word: string, spec: FieldSpec | undefined): unknown {
  if (spec?.kind === 'confirm') return word === 'yes'
  return spec?.kind === 'number' || spec?.kind === 'money' ? Number(word) : word
}
