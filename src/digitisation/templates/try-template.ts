import type { ExtractionTemplate } from '../extraction/template.ts'
import { understandPaper, type KnownOfPapers } from '../extraction/understand-paper.ts'
import type { Box, ReadLine } from '../reading/recogniser.ts'

export type SamplePage = { width: number; height: number; lines: ReadLine[] }
export type TriedField = {
  name: string
  label: string
  before: string
  after: string
  faults: string[]
  isChanged: boolean
  /** Where `after` stands on the page. */
  box: Box | undefined
}

/** What two versions of a template take off one sample, field by field; what only one of them knows stands against nothing. */
export function compareOnSample(
  page: SamplePage,
  before: ExtractionTemplate | undefined,
  after: ExtractionTemplate,
  known: KnownOfPapers,
): TriedField[] {
  const read = { ...page, codes: [], card: undefined, recogniser: '' }
  const taken = (template: ExtractionTemplate) => {
    const { fields } = understandPaper([read], { ...known, templates: [template] }, template.type)
    return new Map(fields.map((field) => [field.name, field]))
  }
  const [old, now] = [before ? taken(before) : new Map<string, never>(), taken(after)]
  const names = new Map([...(before?.fields ?? []), ...after.fields].map(({ name, words }) => [name, words]))
  return [...names].map(([name, label]) => {
    const [was, is] = [old.get(name), now.get(name)]
    const texts = { before: was?.text ?? '', after: is?.text ?? '' }
    return { name, label, ...texts, faults: is?.faults ?? [], isChanged: texts.before !== texts.after, box: is?.box }
  })
}
