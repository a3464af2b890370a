import { Type } from 'typebox'
import { ORDERS } from './comparison.ts'
import { kinds } from './kinds/kinds.ts'

const closed = { additionalProperties: false }
const Name = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_-]*$', maxLength: 60 })
const Words = Type.String({ minLength: 1, maxLength: 500 })
const Text = Type.String({ minLength: 1, maxLength: 4000 })

/** Of a person, or of a paper of theirs: `bornOn`, `marriage-certificate.number`. */
const Fact = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_-]*(\\.[A-Za-z]+)?$', maxLength: 80 })

/** As in `condition.ts`; checked in depth by `whyUnsound`. */
const Condition = Type.Cyclic(
  {
    Condition: Type.Union([
      Type.Object({ field: Name, is: Type.String() }, closed),
      Type.Object({ field: Name, isOneOf: Type.Array(Type.String(), { minItems: 1 }) }, closed),
      Type.Object({ field: Name, isAnswered: Type.Boolean() }, closed),
      Type.Object({ field: Name, atLeast: Type.Number() }, closed),
      Type.Object({ field: Name, atMost: Type.Number() }, closed),
      Type.Object({ all: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
      Type.Object({ any: Type.Array(Type.Ref('Condition'), { minItems: 1 }) }, closed),
      Type.Object({ not: Type.Ref('Condition') }, closed),
    ]),
  },
  'Condition',
)

/** The same words in English, as far as there are any. */
const english = (parts: Record<string, typeof Words>) => Type.Optional(Type.Partial(Type.Object(parts, closed)))

const Option = Type.Object(
  {
    value: Type.String({ minLength: 1, pattern: '^[^\\n]*$' }),
    label: Words,
    hint: Type.Optional(Words),
    en: english({ label: Words, hint: Words }),
  },
  closed,
)

const Compared = Type.Object({ field: Name, is: Type.Enum([...ORDERS]) }, closed)

const Field = Type.Object(
  {
    name: Name,
    kind: Type.Enum(Object.keys(kinds) as (keyof typeof kinds)[]),
    label: Words,
    hint: Type.Optional(Words),
    help: Type.Optional(Text),
    required: Type.Boolean(),
    options: Type.Optional(Type.Array(Option)),
    asked: Type.Optional(Words),
    example: Type.Optional(Words),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    unit: Type.Optional(Words),
    minLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000 })),
    pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    patternHint: Type.Optional(Words),
    when: Type.Optional(Condition),
    past: Type.Optional(Type.Boolean()),
    compared: Type.Optional(Type.Array(Compared, { minItems: 1, maxItems: 5 })),
    bornWith: Type.Optional(Name),
    withoutDetail: Type.Optional(Type.Boolean()),
    prefill: Type.Optional(
      Type.Object({ fact: Fact, change: Type.Enum(['allowed', 'refused']), when: Type.Optional(Condition) }, closed),
    ),
    autoComplete: Type.Optional(Type.String({ maxLength: 60 })),
    printLabel: Type.Optional(Words),
    en: english({
      label: Words,
      hint: Words,
      help: Text,
      asked: Words,
      example: Words,
      unit: Words,
      patternHint: Words,
    }),
  },
  closed,
)

const Repeat = Type.Object(
  {
    name: Name,
    min: Type.Integer({ minimum: 0, maximum: 100 }),
    max: Type.Integer({ minimum: 1, maximum: 100 }),
    entry: Words,
    en: english({ entry: Words }),
  },
  closed,
)

const Section = Type.Object(
  {
    title: Type.Optional(Words),
    intro: Type.Optional(Text),
    when: Type.Optional(Condition),
    repeat: Type.Optional(Repeat),
    en: english({ title: Words, intro: Text }),
    fields: Type.Array(Field, { minItems: 1 }),
  },
  closed,
)

const Page = Type.Object(
  {
    id: Name,
    title: Words,
    intro: Type.Optional(Text),
    when: Type.Optional(Condition),
    en: english({ title: Words, intro: Text }),
    sections: Type.Array(Section, { minItems: 1 }),
  },
  closed,
)

const Template = Type.Object(
  {
    name: Words,
    number: Type.Optional(Words),
    instrument: Type.Optional(Words),
    certainty: Type.Enum(['confirmed', 'law-to-verify']),
    toVerify: Type.Optional(Text),
  },
  closed,
)

const Print = Type.Object(
  {
    title: Type.Optional(Words),
    addressee: Type.Optional(Words),
    closing: Type.Optional(Text),
    signer: Type.Optional(Words),
    coSigner: Type.Optional(Words),
    numbered: Type.Optional(Type.Boolean()),
  },
  closed,
)

/** A layout as it comes from outside: pages of people who edit, files, other systems. */
export const LayoutInput = Type.Object(
  {
    pages: Type.Array(Page, { minItems: 1 }),
    application: Type.Optional(Type.Object({ behalf: Type.Boolean() }, closed)),
    template: Type.Optional(Template),
    print: Type.Optional(Print),
  },
  closed,
)

export const FormCode = Type.String({ minLength: 1, maxLength: 60 })
export const FormVersionNumber = Type.Integer({ minimum: 1 })
export const ValidFrom = Type.String({ format: 'date' })
