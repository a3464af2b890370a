import { probabilityOf, type Calibration } from '../calibration/calibration.ts'
import { cellsOn, type Cell } from '../pairs/cells.ts'
import { pairsOn, type Pair } from '../pairs/pairs.ts'
import { rowsOf } from '../pairs/segments.ts'
import { withoutTail } from '../reading/figure-words.ts'
import type { ReadPage } from '../reading/read-page.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import { compareFields } from './compare-fields.ts'
import type { ExtractedField, ReadField, Signs } from './extracted-field.ts'
import { extractFields } from './extract-fields.ts'
import type { Printed } from './find-field.ts'
import type { Known } from './judge-text.ts'
import { evidenceOn, kindOfPaper, type KindEvidence, type PaperKind } from './recognise-paper.ts'
import { mendPrinted } from './mend-printed.ts'
import { signsOfWords } from './signs.ts'
import { anyPaper, type ExtractionTemplate } from './template.ts'
import type { KindModel } from '../kinds/word-counts.ts'

export type OnPage<T> = T & { page: number }

/** What a machine makes of a whole paper: its kind where it is known, its fields, and what is printed on it in any case. */
export type UnderstoodPaper = {
  kind: PaperKind | undefined
  fields: ExtractedField[]
  pairs: OnPage<Pair>[]
  cells: OnPage<Cell>[]
}

/** What papers are held against on a day. */
export type KnownOfPapers = Known & {
  templates: readonly ExtractionTemplate[]
  calibration: Calibration
  kinds: KindModel
}

/** The pages of one paper in their order. `type` where a person has said what it is. */
export function understandPaper(pages: readonly ReadPage[], known: KnownOfPapers, type?: string): UnderstoodPaper {
  const printed = pages.map((page, at) => printedOn(at + 1, page))
  const signsOf = pages.map(({ lines }) => signsOfPage(lines.flatMap(({ words }) => words)))
  const kind = type === undefined ? kindOfPaper(evidenceOf(printed, known.templates), known.kinds) : undefined
  const template = known.templates.find((one) => one.type === (type ?? kind?.type))
  const told = (signs: Signs, page: number) => probabilityOf(known.calibration, { ...signs, ...signsOf[page - 1] })
  const words = <T extends Pair | Cell>(one: T, page: number) => {
    const { value, signs } = printedValue(one, known)
    return { ...one, value, confidence: one.words.length === 0 ? 0 : told(signs, page), page }
  }
  return {
    kind,
    fields: fieldsOf(template ?? anyPaper, printed, known).map(({ signs, ...field }) => ({
      ...field,
      confidence: told(signs, field.page),
    })),
    pairs: printed.flatMap(({ no, pairs }) => pairs.map((pair) => words(pair, no))),
    cells: printed.flatMap(({ no, cells }) => cells.map((cell) => words(cell, no))),
  }
}

/** What stands behind a label or in a cell, and what speaks for it. */
export function printedValue(one: Pair | Cell, { communes }: Known): { value: string; signs: Signs } {
  const value = mendPrinted({ label: 'label' in one ? one.label : one.row, value: one.value }, communes)
  return { value, signs: { ...signsOfWords(one.words), mended: value === one.value ? 0 : 1 } }
}

type Page = Pick<ReadPage, 'lines' | 'width' | 'height'>

export function printedOn(no: number, { lines, width, height }: Page): Printed {
  const rows = rowsOf(lines)
  return { no, width, height, rows, pairs: pairsOn(rows), cells: cellsOn(rows) }
}

/**
 * What a page as a whole says of each of its values: how sure the recogniser is of it, and how many of its figures both their readers see
 * alike: of those printed nearly all, of those written by hand few.
 */
export function signsOfPage(words: readonly ReadWord[]): Pick<Signs, 'clear' | 'steady'> {
  const sure = words.reduce((sum, { confidence }) => sum + confidence, 0)
  const twice = words.filter(({ figures }) => figures)
  const alike = twice.filter(({ text, figures, before }) => !before && figures?.text === withoutTail(text))
  return { clear: sure / Math.max(1, words.length), steady: (alike.length + 1) / (twice.length + 1) }
}

export function evidenceOf(printed: readonly Printed[], templates: readonly ExtractionTemplate[]): KindEvidence[] {
  return printed.map((page) => evidenceOn(page, templates))
}

/** Each field from the first page it stands on. */
export function fieldsOf(template: ExtractionTemplate, printed: readonly Printed[], known: Known): ReadField[] {
  const found = new Map<string, ReadField>()
  for (const page of printed)
    for (const field of extractFields(template, page, known)) if (!found.has(field.name)) found.set(field.name, field)
  return compareFields(
    template,
    template.fields.flatMap(({ name }) => found.get(name) ?? []),
  )
}
