import { Type } from 'typebox'
import { kinds } from './kinds/kinds.ts'

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

const Template = Type.Object(
  {
    name: Words,
    number: Type.Optional(Words),
    instrument: Type.Optional(Words),
    certainty: Type.Enum(['confirmed', 'law-to-verify']),
  },
  { additionalProperties: false },
)

/** A layout as it comes from outside: pages of people who edit, files, other systems. */
export const LayoutInput = Type.Object({
  pages: Type.Array(Page, { minItems: 1 }),
  application: Type.Optional(Type.Object({ behalf: Type.Boolean() })),
  template: Type.Optional(Template),
})

export const FormCode = Type.String({ minLength: 1, maxLength: 60 })
export const FormVersionNumber = Type.Integer({ minimum: 1 })
export const ValidFrom = Type.String({ format: 'date' })
