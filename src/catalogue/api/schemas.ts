import { Type, type TSchema } from 'typebox'

const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
const Words = (description: string) => Type.String({ description })
const Day = Type.String({ format: 'date' })
const NamedCode = Type.Object({ code: Type.String(), name: Type.String() })

const Term = Type.Object(
  {
    quantity: Type.Number({ exclusiveMinimum: 0 }),
    unit: Type.Union(
      (['hour', 'working-day', 'day', 'month', 'year', 'within-day'] as const).map((unit) => Type.Literal(unit)),
    ),
  },
  { title: 'Term', description: 'Processing time' },
)
const Level = Type.Union([Type.Literal('province'), Type.Literal('commune')])
const Channel = Type.Union([Type.Literal('online'), Type.Literal('counter'), Type.Literal('postal')])
const Amount = Nullable(Type.Integer({ minimum: 0, description: 'Whole VND; null when a person must settle it first' }))

const shared = {
  versionId: Type.String({ format: 'uuid' }),
  code: Words('National code, e.g. 1.001193'),
  version: Type.Integer({ minimum: 1 }),
  name: Type.String(),
  levels: Type.Array(Level),
  sectors: Type.Array(NamedCode),
  department: Words('Slug of the competent provincial body'),
  lifeEvent: Type.String(),
  subjects: Type.Array(Type.String()),
  fullOnline: Type.Boolean({ description: 'Can be done wholly online' }),
}

const ProcedureSummary = Type.Object(
  {
    ...shared,
    terms: Type.Array(Nullable(Term), { description: 'Of its cases, each once; null for one not known for certain' }),
    channels: Type.Array(Channel),
    amountsDong: Type.Array(Amount),
  },
  { title: 'ProcedureSummary' },
)

export const ProcedurePage = Type.Object(
  {
    procedures: Type.Array(ProcedureSummary),
    match: Type.Union(
      (['all', 'code', 'official-words', 'words', 'alike', 'some-words'] as const).map((way) => Type.Literal(way)),
      { description: 'How the answer was found, from the surest' },
    ),
    next: Nullable(Words('Pass as `after` for the next page')),
  },
  { title: 'ProcedurePage' },
)

const Case = Type.Object({
  code: Type.String(),
  name: Type.String(),
  term: Nullable(Term),
  termText: Words('What the term was read from, as published'),
  termSource: Type.Optional(
    Type.Object(
      { documentNumber: Type.String(), documentOn: Type.String({ format: 'date' }) },
      { description: 'Set when a person stated the term: by which document' },
    ),
  ),
})

const Component = Type.Object({
  code: Type.String(),
  groupName: Type.String(),
  name: Type.String(),
  kind: Type.Union([Type.Literal('paper'), Type.Literal('note'), Type.Literal('heading')]),
  originals: Type.Integer({ minimum: 0 }),
  copies: Type.Integer({ minimum: 0 }),
  eform: Type.Boolean(),
  conditional: Type.Boolean(),
  templates: Type.Array(Type.String()),
  isResult: Type.Boolean(),
})

const Fee = Type.Object({
  channel: Channel,
  kind: Type.Union([Type.Literal('fee'), Type.Literal('charge'), Type.Literal('price')]),
  amountDong: Amount,
  chargeable: Type.Boolean({ description: 'False: nothing may be collected before a person has looked' }),
  doubt: Nullable(Words('Why it is not chargeable')),
  text: Words('As published'),
})

const Finding = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal('blocking'), Type.Literal('doubt'), Type.Literal('note')]),
    where: Words('Place inside the procedure'),
    sourceText: Type.String(),
    decidedBy: Words('Slug of the unit that must decide'),
  },
  { title: 'QualityFinding' },
)

export const Procedure = Type.Object(
  {
    ...shared,
    validFrom: Day,
    validTo: Nullable(Day),
    filing: Type.Object(
      { open: Type.Boolean(), online: Type.Boolean() },
      { description: 'Whether dossiers may be filed at all, and from home' },
    ),
    alsoElsewhere: Type.Boolean(),
    issuer: NamedCode,
    decision: Type.Object({ no: Type.String(), date: Type.String() }),
    executing: Type.Array(Type.String()),
    anyDesk: Type.Boolean({ description: 'May be filed at any desk' }),
    counterOnly: Type.Boolean(),
    vertical: Type.Boolean(),
    cases: Type.Array(Case),
    components: Type.Array(Component),
    fees: Type.Array(Fee),
    methods: Type.Array(Type.Object({ channel: Channel, term: Nullable(Term), text: Type.String() })),
    steps: Type.Array(Type.Object({ name: Type.String(), text: Type.String() })),
    conditions: Type.String(),
    results: Type.Array(NamedCode),
    legal: Type.Array(NamedCode),
    note: Type.String(),
    keywords: Type.String(),
    sourceUpdatedOn: Type.String(),
    findings: Type.Array(Finding),
  },
  { title: 'Procedure' },
)
