import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { papersToOpen } from '../bench/reach.ts'
import { fieldLooks, fieldSlips, type FieldLooks, type FieldSlip } from './figures-store.ts'
import { templatesInForce } from './templates-in-force.ts'

/** For how many months back figures are told. */
export const SPANS = [3, 6, 12] as const
export type Span = (typeof SPANS)[number]
export const USUAL_SPAN: Span = 6

const Asked = Type.Object({ typeCode: Type.String({ maxLength: 60 }), months: Type.Enum([...SPANS]) })

/** How people found each field of a kind of paper, by its name. */
export const getFieldLooks = query({
  name: 'digitisation.get-field-looks',
  roles: ['administrator', 'supervisor'],
  input: Asked,
  run: ({ db, clock }, _, { typeCode, months }): Promise<FieldLooks[]> =>
    fieldLooks(db, { typeCode, months, now: clock.now() }),
})

export type SlipsView = {
  typeName: string
  fieldWords: string
  slips: FieldSlip[]
  /** Of their papers, those this officer may open; what stands on the others is not told. */
  open: ReadonlySet<string>
}

/** The newest papers on which a field was not as it was read: which they are, never what stands on them. */
export const getFieldSlips = query({
  name: 'digitisation.get-field-slips',
  roles: ['administrator', 'supervisor'],
  input: Type.Interface([Asked], { name: Type.String({ maxLength: 60 }) }),
  async run({ db, clock }, actor, { typeCode, months, name }): Promise<SlipsView> {
    const template = (await templatesInForce(db)).find(({ type }) => type === typeCode)
    const field = template?.fields.find((one) => one.name === name)
    if (!template || !field) throw new Refusal('platform.not-found')
    const slips = await fieldSlips(db, { typeCode, months, now: clock.now() }, name)
    const open = await papersToOpen(
      db,
      actor,
      slips.map(({ paperId }) => paperId),
    )
    return { typeName: template.name, fieldWords: field.words, slips, open }
  },
})
