import type { LegalDate } from '../../platform/dates.ts'
import { placesOn } from '../../organisation/index.ts'
import { cellsOn, type Cell } from '../pairs/cells.ts'
import { pairsOn, type Pair } from '../pairs/pairs.ts'
import { rowsOf } from '../pairs/segments.ts'
import type { ReadPage } from '../reading/read-page.ts'
import type { ExtractedField } from './extracted-field.ts'
import { extractFields, type Known, type Printed } from './extract-fields.ts'
import { recognisePaper, type PaperKind } from './recognise-paper.ts'
import { templates, type ExtractionTemplate } from './template.ts'

export type OnPage<T> = T & { page: number }

/** What a machine makes of a whole paper: its kind where it is known, its fields, and what is printed on it in any case. */
export type UnderstoodPaper = {
  kind: PaperKind | undefined
  fields: ExtractedField[]
  pairs: OnPage<Pair>[]
  cells: OnPage<Cell>[]
}

export type KnownOfPapers = Known & { templates: readonly ExtractionTemplate[] }

/** What papers are held against on a day. */
export async function knownOn(today: LegalDate): Promise<KnownOfPapers> {
  return { today, communes: await placesOn(today), templates }
}

/** The pages of one paper in their order. `type` where a person has said what it is. */
export function understandPaper(pages: readonly ReadPage[], known: KnownOfPapers, type?: string): UnderstoodPaper {
  const printed = pages.map(({ lines }, at) => printedOn(at + 1, lines))
  const kind = type === undefined ? firstKind(printed, known) : undefined
  const template = known.templates.find((one) => one.type === (type ?? kind?.type))
  return {
    kind,
    fields: template ? fieldsOf(template, printed, known) : [],
    pairs: printed.flatMap(({ no, pairs }) => pairs.map((pair) => ({ ...pair, page: no }))),
    cells: printed.flatMap(({ no, cells }) => cells.map((cell) => ({ ...cell, page: no }))),
  }
}

function printedOn(no: number, lines: ReadPage['lines']): Printed {
  const rows = rowsOf(lines)
  return { no, rows, pairs: pairsOn(rows), cells: cellsOn(rows) }
}

/** A paper is called by the first of its pages that bears a title. */
function firstKind(printed: readonly Printed[], known: KnownOfPapers): PaperKind | undefined {
  return printed.map((page) => recognisePaper(page, known.templates)).find((kind) => kind !== undefined)
}

/** Each field from the first page it stands on. */
function fieldsOf(template: ExtractionTemplate, printed: readonly Printed[], known: Known): ExtractedField[] {
  const found = new Map<string, ExtractedField>()
  for (const page of printed)
    for (const field of extractFields(template, page, known)) if (!found.has(field.name)) found.set(field.name, field)
  return template.fields.flatMap(({ name }) => found.get(name) ?? [])
}
