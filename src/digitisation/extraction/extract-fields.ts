import { kindOf, type FieldSpec } from '../../forms/index.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { Cell } from '../pairs/cells.ts'
import { likeness } from '../pairs/likeness.ts'
import type { Pair } from '../pairs/pairs.ts'
import { segmentOf, sureness, textOf, type Row } from '../pairs/segments.ts'
import type { Box } from '../reading/recogniser.ts'
import type { ExtractedField } from './extracted-field.ts'
import { mendAddress, type Communes } from './mend-address.ts'
import type { ExtractionTemplate, TemplateField } from './template.ts'

/** What stands on one page. */
export type Printed = { no: number; rows: readonly Row[]; pairs: readonly Pair[]; cells: readonly Cell[] }
/** The day it is read, and the registers values are held against. */
export type Known = { today: LegalDate; communes: Communes }
type Found = { text: string; confidence: number; box: Box | undefined }

const SAME_LABEL = 0.8
const SAME_CELL = 0.75
const DATE_LINE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu

/** What the fields of a template are on a page; those that were not found are left out. */
export function extractFields(
  template: ExtractionTemplate,
  printed: Printed,
  { today, communes }: Known,
): ExtractedField[] {
  return template.fields.flatMap((field) => {
    const found = find(field, printed)
    return found && found.text !== '' ? [judged(field, found, printed.no, { today, communes })] : []
  })
}

function find(field: TemplateField, { rows, pairs, cells }: Printed): Found | undefined {
  if (field.find === 'date-line') return dateLine(rows)
  if (field.cell) {
    const [row = '', heading = ''] = field.cell
    const cell = cells.find((one) => likeness(one.row, row) >= SAME_CELL && likeness(one.heading, heading) >= SAME_CELL)
    return cell && { text: cell.value, confidence: cell.confidence, box: cell.box }
  }
  const pair = pairBehind(field, pairs)
  return pair && { text: pair.value, confidence: pair.confidence, box: pair.valueBox }
}

/** The best label that fits; of several alike the first, so that a form's own person comes before those mentioned later. */
function pairBehind({ label = [], under }: TemplateField, pairs: readonly Pair[]): Pair | undefined {
  const anchor = under === undefined ? undefined : best([under], pairs)
  if (under !== undefined && !anchor) return undefined
  return best(label, anchor ? pairs.filter((pair) => isUnder(pair, anchor)) : pairs)
}

function best(labels: readonly string[], pairs: readonly Pair[]): Pair | undefined {
  const scored = pairs.map((pair) => ({ pair, fit: Math.max(...labels.map((label) => likeness(label, pair.label))) }))
  const top = scored.reduce((most, { fit }) => Math.max(most, fit), 0)
  return top < SAME_LABEL ? undefined : scored.find(({ fit }) => fit === top)?.pair
}

function isUnder(pair: Pair, anchor: Pair): boolean {
  const isBelow = pair.labelBox.top > anchor.labelBox.top + (anchor.labelBox.bottom - anchor.labelBox.top) / 2
  return isBelow && pair.column.left < anchor.column.right && pair.column.right > anchor.column.left
}

/** The last one on the page: that beside the signature. */
function dateLine(rows: readonly Row[]): Found | undefined {
  for (const segment of rows.flat().toReversed()) {
    const [text, day, month, year] = DATE_LINE.exec(textOf(segment.words)) ?? []
    if (text !== undefined)
      return { text: `${day}/${month}/${year}`, confidence: sureness(segment.words), box: segmentOf(segment.words).box }
  }
  return undefined
}

function judged(field: TemplateField, found: Found, page: number, { today, communes }: Known): ExtractedField {
  const { name, words: label, options } = field
  const text = partOf(field, found.text)
  const told = { name, label, text, confidence: found.confidence, page, box: found.box, alternatives: [] }
  if (options) {
    const normalised = options.find((option) => likeness(option, text) === 1)
    return { ...told, normalised, faults: normalised === undefined ? ['not-an-option'] : [] }
  }
  const kind = kindOf(field.kind)
  const spec: FieldSpec = { name, kind: field.kind, label, required: true }
  const clean = text.replace(/[.;,]$/, '')
  const reading = kind.read(field.kind === 'address' ? mendAddress(clean, communes) : clean, spec, { today })
  if (!('value' in reading))
    return { ...told, normalised: undefined, faults: ['problem' in reading ? reading.problem : 'unreadable'] }
  const fault = kind.check?.(reading.value, spec, { today })?.problem
  return { ...told, normalised: reading.value, faults: fault === undefined ? [] : [fault] }
}

function partOf({ part }: TemplateField, text: string): string {
  return (part === undefined ? undefined : new RegExp(part, 'u').exec(text)?.[0]) ?? text
}
