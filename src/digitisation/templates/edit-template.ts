import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import type { FieldKind } from '../../forms/index.ts'
import { CLOSED_LISTS } from '../extraction/closed-lists.ts'
import type { ExtractionTemplate, TemplateField } from '../extraction/template.ts'
import { templatesInForce } from './templates-in-force.ts'
import { deleteDraft, draftOf, holdTemplate, insertDraft, putInForce, samplesOf, saveDraft } from './store.ts'
import { faultOfField, whyNotPublish, withField, type StoredTemplate } from './template-rules.ts'

const TypeCode = Type.String({ pattern: '^[a-z][a-z0-9-]{1,60}$' })
const Words = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const Share = Type.Number({ minimum: 0, maximum: 1 })
const Version = Type.Integer({ minimum: 1 })

/** A field as the editor sends it. Tables, date lines and days in words are kept as they are in what is there already. */
const EditedField = Type.Object({
  words: Words,
  kind: Type.Unsafe<FieldKind>({ type: 'string', pattern: '^[a-z-]{2,30}$' }),
  label: Type.Array(Words, { maxItems: 20 }),
  under: Type.Optional(Words),
  area: Type.Optional(Type.Object({ left: Share, top: Share, right: Share, bottom: Share })),
  part: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  options: Type.Optional(Type.Array(Words, { minItems: 1, maxItems: 100 })),
  list: Type.Optional(Type.Union(CLOSED_LISTS.map((one) => Type.Literal(one)))),
})

async function draftFor(db: Db, typeCode: string, version: number): Promise<StoredTemplate> {
  const draft = await draftOf(db, typeCode)
  if (!draft) throw new Refusal('platform.not-found')
  if (draft.version !== version) throw new Refusal('platform.conflict')
  return draft
}

async function save(db: Db, draft: StoredTemplate, content: ExtractionTemplate): Promise<void> {
  if (!(await saveDraft(db, { ...draft, content }))) throw new Refusal('platform.conflict')
}

/** Begins a new version of a template from the one in force, or an empty one of a kind nobody knows yet. */
export const draftTemplate = action({
  name: 'digitisation.draft-template',
  roles: ['administrator'],
  input: Type.Object({ typeCode: TypeCode, name: Type.Optional(Words) }),
  unjournalled: 'a draft that is begun already stays as it is',
  async run({ db, now, journal }, actor, { typeCode, name }): Promise<void> {
    const officer = officerOf(actor)
    await holdTemplate(db, typeCode)
    if (await draftOf(db, typeCode)) return
    const known = (await templatesInForce(db)).find(({ type }) => type === typeCode)
    if (!known && name === undefined) throw new Refusal('platform.not-found')
    const content = known ?? { type: typeCode, name: name ?? '', title: [], fields: [] }
    const { accountId: madeByAccountId, fullName: madeByName } = officer
    await insertDraft(db, { id: newId(), typeCode, content, madeByAccountId, madeByName, madeAt: now })
    journal({ subject: `template:${typeCode}`, what: 'digitisation.template-begun' })
  },
})

/** What a paper of the kind is called, and which titles stand on it. */
export const nameTemplate = action({
  name: 'digitisation.name-template',
  roles: ['administrator'],
  input: Type.Object({
    typeCode: TypeCode,
    version: Version,
    name: Words,
    title: Type.Array(Words, { minItems: 1, maxItems: 10 }),
  }),
  unjournalled: 'a draft binds nobody; what it became is journalled when it is published',
  async run({ db }, _, { typeCode, version, name, title }): Promise<void> {
    const draft = await draftFor(db, typeCode, version)
    await save(db, draft, { ...draft.content, name, title })
  },
})

/** Changes a field of a draft, adds one, or takes one away (`field` null). */
export const changeTemplateField = action({
  name: 'digitisation.change-template-field',
  roles: ['administrator'],
  input: Type.Object({
    typeCode: TypeCode,
    version: Version,
    name: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9]{0,40}$' }),
    field: Type.Union([EditedField, Type.Null()]),
  }),
  unjournalled: 'a draft binds nobody; what it became is journalled when it is published',
  async run({ db }, _, { typeCode, version, name, field }): Promise<void> {
    const draft = await draftFor(db, typeCode, version)
    const before = draft.content.fields.find((one) => one.name === name)
    if (!before && !field) throw new Refusal('platform.not-found')
    const edited = field ? merged(name, before, field) : undefined
    const fault = edited && faultOfField(edited)
    if (fault) throw new Refusal(`digitisation.field-${fault}`, { label: edited.words })
    await save(db, draft, withField(draft.content, name, edited))
  },
})

type Edited = Omit<TemplateField, 'name' | 'label'> & { label: string[] }

function merged(name: string, before: TemplateField | undefined, { label, ...edited }: Edited): TemplateField {
  const { cell, find, tells, vocabulary } = before ?? {}
  return {
    name,
    ...edited,
    ...(label.length > 0 ? { label } : {}),
    ...(cell ? { cell } : {}),
    ...(find ? { find } : {}),
    ...(tells === undefined ? {} : { tells }),
    ...(vocabulary ? { vocabulary } : {}),
  }
}

/** Puts a draft in force for papers read from now on. What was read before stays as it was read. */
export const publishTemplate = action({
  name: 'digitisation.publish-template',
  roles: ['administrator'],
  input: Type.Object({ typeCode: TypeCode, version: Version }),
  async run({ db, now, journal }, actor, { typeCode, version }): Promise<void> {
    const officer = officerOf(actor)
    await holdTemplate(db, typeCode)
    const draft = await draftFor(db, typeCode, version)
    const samples = await samplesOf(db, typeCode)
    refuse(whyNotPublish(draft.content, samples.filter(({ state }) => state === 'read').length))
    await putInForce(db, draft, now)
    const facts = { no: draft.no, fields: draft.content.fields.length, by: officer.fullName }
    journal({ subject: `template:${typeCode}`, what: 'digitisation.template-published', facts })
  },
})

/** Throws a draft away. */
export const dropTemplateDraft = action({
  name: 'digitisation.drop-template-draft',
  roles: ['administrator'],
  input: Type.Object({ typeCode: TypeCode, version: Version }),
  async run({ db, journal }, _, { typeCode, version }): Promise<void> {
    const { id, no } = await draftFor(db, typeCode, version)
    await deleteDraft(db, id)
    journal({ subject: `template:${typeCode}`, what: 'digitisation.template-dropped', facts: { no } })
  },
})
