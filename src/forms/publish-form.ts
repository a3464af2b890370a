import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { newId } from '../platform/id.ts'
import { Refusal } from '../platform/refusal.ts'
import { fieldsOf, type FormLayout } from './form.ts'
import { kinds } from './kinds/kinds.ts'
import { compile, schemaOf } from './schema.ts'
import { insertForm } from './store.ts'
import { unsoundReasons } from './texts.ts'

const Name = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_-]*$', maxLength: 60 })
const Words = Type.String({ minLength: 1, maxLength: 500 })

const Field = Type.Object(
  {
    name: Name,
    kind: Type.Enum(Object.keys(kinds) as (keyof typeof kinds)[]),
    label: Words,
    hint: Type.Optional(Words),
    required: Type.Boolean(),
    options: Type.Optional(
      Type.Array(Type.Object({ value: Type.String({ minLength: 1 }), label: Words, hint: Type.Optional(Words) })),
    ),
    asked: Type.Optional(Words),
    example: Type.Optional(Words),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    unit: Type.Optional(Words),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    when: Type.Optional(Type.Object({ field: Name, is: Type.String() })),
    past: Type.Optional(Type.Boolean()),
    bornWith: Type.Optional(Name),
    autoComplete: Type.Optional(Type.String({ maxLength: 60 })),
  },
  { additionalProperties: false },
)

const Section = Type.Object({ title: Type.Optional(Words), fields: Type.Array(Field, { minItems: 1 }) })
const Page = Type.Object({ id: Name, title: Words, sections: Type.Array(Section, { minItems: 1 }) })

/** Publishes a version of a form, in force from a day on. Versions are never changed: dossiers keep the one they began with. */
export const publishForm = action({
  name: 'forms.publish',
  roles: ['administrator'],
  input: Type.Object({
    code: Type.String({ minLength: 1, maxLength: 60 }),
    version: Type.Integer({ minimum: 1 }),
    validFrom: Type.String({ format: 'date' }),
    layout: Type.Object({ pages: Type.Array(Page, { minItems: 1 }) }),
  }),
  async run({ db, now, journal }, _, { code, version, validFrom, layout }) {
    const reason = whyUnsound(layout)
    if (reason) throw new Refusal('forms.unsound', { reason })
    const schema = schemaOf(layout)
    compile(schema)
    const isNew = await insertForm(db, newId(), { id: code, version, schema, layout }, validFrom, now)
    if (!isNew) throw new Refusal('forms.version-exists', { code, version })
    journal({ subject: `form:${code}`, what: 'forms.published', facts: { version, validFrom } })
    return { code, version }
  },
})

/** What a layout says that cannot work; undefined when it is sound. */
export function whyUnsound(layout: FormLayout): string | undefined {
  const fields = fieldsOf({ layout })
  const names = new Set(fields.map((spec) => spec.name))
  if (names.size < fields.length) return unsoundReasons.sameName
  if (new Set(layout.pages.map((page) => page.id)).size < layout.pages.length) return unsoundReasons.samePage
  for (const spec of fields) {
    if (spec.kind === 'choice' && !spec.options?.length) return unsoundReasons.noOptions(spec.label)
    if (spec.bornWith !== undefined && !names.has(spec.bornWith)) return unsoundReasons.strangeField(spec.label)
    const { when } = spec
    if (!when) continue
    const deciding = fields.find((other) => other.name === when.field)
    const isOffered = deciding?.kind === 'choice' && deciding.options?.some((option) => option.value === when.is)
    if (!isOffered || deciding?.when) return unsoundReasons.strangeField(spec.label)
  }
  return undefined
}
