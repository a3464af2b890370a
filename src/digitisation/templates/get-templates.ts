import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ExtractionTemplate } from '../extraction/template.ts'
import { knownOn } from '../known-on.ts'
import { pairsOn } from '../pairs/pairs.ts'
import { rowsOf } from '../pairs/segments.ts'
import { marksOn, type SampleMark } from './sample-marks.ts'
import { allDrafts, draftOf, sampleById, samplesOf, versionsOf, type Sample } from './store.ts'
import type { StoredTemplate } from './template-rules.ts'
import { templatesInForce } from './templates-in-force.ts'
import { compareOnSample, type TriedField } from './try-template.ts'

const TypeCode = Type.String({ maxLength: 60 })

export type ListedTemplate = Pick<ExtractionTemplate, 'type' | 'name'> & { fields: number; hasDraft: boolean }

export const listTemplates = query({
  name: 'digitisation.list-templates',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({}),
  async run({ db }): Promise<ListedTemplate[]> {
    const [known, drafts] = [await templatesInForce(db), await allDrafts(db)]
    const hasDraft = (type: string) => drafts.some(({ typeCode }) => typeCode === type)
    const begun = drafts.filter(({ typeCode }) => !known.some(({ type }) => type === typeCode))
    return [...known, ...begun.map(({ content }) => content)].map(({ type, name, fields }) => {
      return { type, name, fields: fields.length, hasDraft: hasDraft(type) }
    })
  },
})

export type TriedSample = Omit<Sample, 'lines'> & {
  /** Labels printed on it, to choose from. */
  labels: string[]
  tried: TriedField[]
  marks: SampleMark[]
}
export type TemplateView = {
  inForce: ExtractionTemplate | undefined
  draft: StoredTemplate | undefined
  versions: StoredTemplate[]
  samples: TriedSample[]
}

/** A template, its draft, and what changes on each sample between them. */
export const getTemplate = query({
  name: 'digitisation.get-template',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({ typeCode: TypeCode }),
  async run({ db, clock }, _, { typeCode }): Promise<TemplateView> {
    const known = await knownOn(db, vietnamDate(clock.now()))
    const inForce = known.templates.find(({ type }) => type === typeCode)
    const draft = await draftOf(db, typeCode)
    const shown = draft?.content ?? inForce
    if (!shown) throw new Refusal('platform.not-found')
    const samples = (await samplesOf(db, typeCode)).map(({ lines, ...sample }) => {
      const { width, height } = sample
      if (!lines || width === null || height === null) return { ...sample, labels: [], tried: [], marks: [] }
      const pairs = pairsOn(rowsOf(lines))
      const labels = [...new Set(pairs.map(({ label }) => label))].filter((label) => label !== '')
      const tried = compareOnSample({ width, height, lines }, inForce, shown, known)
      return { ...sample, labels, tried, marks: marksOn({ width, height }, pairs, shown, tried) }
    })
    return { inForce, draft, versions: await versionsOf(db, typeCode), samples }
  },
})

/** The picture of a sample. */
export const getSamplePicture = query({
  name: 'digitisation.get-sample-picture',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({ sampleId: Type.String({ format: 'uuid' }) }),
  async run({ db, files }, _, { sampleId }): Promise<Uint8Array> {
    const sample = await sampleById(db, sampleId)
    if (!sample?.pictureSha256) throw new Refusal('platform.not-found')
    return files.bytes(sample.pictureSha256)
  },
})
