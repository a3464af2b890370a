import type { ExtractedField } from '../extraction/extracted-field.ts'
import { SURE_FROM } from '../bench/value.ts'
import type { PaperKind } from '../extraction/recognise-paper.ts'
import { understandPaper, type KnownOfPapers, type UnderstoodPaper } from '../extraction/understand-paper.ts'
import type { Fault } from '../intake/quality/quality.ts'
import type { ReadPage } from '../reading/read-page.ts'
import type { TemplateField } from '../extraction/template.ts'
import { cardFields } from './card-fields.ts'

/** A field as it is kept: taken off print, out of a code, or expected and not found. */
export type SaidField = ExtractedField & { source: 'print' | 'code' | 'none' }
export type PaperSays = { kind: PaperKind | undefined; fields: SaidField[] }

/** A page that was read, by its place in the paper, from 1: a failed page leaves a gap. */
export type ReadPlace = { place: number; read: ReadPage; faults: readonly Pick<Fault, 'kind'>[] }

/**
 * Everything the pages of a paper say. `type` where a person has said what it is, null where they say it is none of the known. Of
 * unknown kind, whatever is printed as label and value is offered as fields.
 */
export function whatPaperSays(pages: readonly ReadPlace[], known: KnownOfPapers, type?: string | null): PaperSays {
  const reads = pages.map(({ read }) => read)
  const understood = type === null ? understandPaper(reads, known, '') : understandPaper(reads, known, type)
  const fields = fieldsOf(understood, pages, known, type === undefined ? understood.kind?.type : type)
  return {
    kind: understood.kind,
    fields: fields.map((field) => {
      const page = pages[field.page - 1]
      return { ...(page ? ofOnePaper(field, page) : field), page: page?.place ?? 1 }
    }),
  }
}

/** Where two papers lie on one page, nobody but a person can tell whose value it is: at best the right one of two. */
function ofOnePaper(field: SaidField, { faults }: Pick<ReadPlace, 'faults'>): SaidField {
  if (field.source !== 'print' || !hasTwoPapers(faults)) return field
  return { ...field, confidence: field.confidence / 2, faults: [...field.faults, 'two-papers'] }
}

export const hasTwoPapers = (faults: ReadPlace['faults']): boolean => faults.some(({ kind }) => kind === 'two-papers')

function fieldsOf(
  understood: UnderstoodPaper,
  pages: readonly ReadPlace[],
  { templates }: KnownOfPapers,
  type: string | null | undefined,
): SaidField[] {
  const template = templates.find((one) => one.type === type)
  if (!template) return printedFields(understood)
  const found = new Map(understood.fields.map((field) => [field.name, field]))
  const coded = new Map(
    pages.flatMap(({ read }, at) => (read.card ? cardFields(read.card, at + 1) : [])).map((one) => [one.name, one]),
  )
  return template.fields.flatMap(({ name, words: label, optional, ...field }): SaidField[] => {
    const [inCode, printed] = [coded.get(name), found.get(name)]
    if (inCode && printed && contradicts(printed, inCode, field)) return [besides(printed, inCode)]
    if (inCode) return [{ ...inCode, label, ...(printed ? { page: printed.page, box: printed.box } : {}) }]
    if (printed) return [{ ...printed, source: 'print' }]
    return optional ? [] : [{ ...NOT_FOUND, name, label }]
  })
}

/** A number or a day that was surely read on the paper and is not what its code says. */
function contradicts(
  { confidence, faults, normalised }: ExtractedField,
  inCode: SaidField,
  { kind, options }: Pick<TemplateField, 'kind' | 'options'>,
): boolean {
  const isComparable = COMPARED.has(kind) || options !== undefined
  return isComparable && confidence >= SURE_FROM && faults.length === 0 && normalised !== inCode.normalised
}

const COMPARED = new Set(['personal-id', 'old-id', 'date', 'birth-date'])

/** What is printed, beside what the code says: which of them is right, and whether the card is, is for a person to find. */
function besides(printed: ExtractedField, { text, normalised }: SaidField): SaidField {
  return {
    ...printed,
    confidence: printed.confidence / 2,
    alternatives: [{ text, normalised }, ...printed.alternatives],
    faults: ['code-differs'],
    source: 'print',
  }
}

const NOT_FOUND = {
  text: '',
  normalised: undefined,
  confidence: 0,
  page: 1,
  box: undefined,
  alternatives: [],
  faults: [],
  source: 'none',
} satisfies Omit<SaidField, 'name' | 'label'>

function printedFields({ fields, pairs, cells }: UnderstoodPaper): SaidField[] {
  const told = [
    ...pairs.map(({ label, value, confidence, valueBox, page }) => ({
      label,
      text: value,
      confidence,
      box: valueBox,
      page,
    })),
    ...cells.map(({ row, heading, value, confidence, box, page }) => ({
      label: [row, heading].filter((words) => words !== '').join(' – '),
      text: value,
      confidence,
      box,
      page,
    })),
  ].filter(({ label, text }) => label !== '' && text !== '')
  const printed = told.map((one, at) => ({
    ...one,
    name: `printed-${at + 1}`,
    normalised: one.text,
    alternatives: [],
    faults: [],
  }))
  return [...fields, ...printed].map((one) => ({ ...one, source: 'print' }))
}
