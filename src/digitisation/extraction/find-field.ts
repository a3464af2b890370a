import type { Cell } from '../pairs/cells.ts'
import { likeness } from '../pairs/likeness.ts'
import type { Pair } from '../pairs/pairs.ts'
import { DATE_LINE, textOf, type Row, type Segment } from '../pairs/segments.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import { issuerOn, signersOn } from './find-office.ts'
import type { Area, TemplateField } from './template.ts'

/** What stands on one page. */
export type Printed = {
  no: number
  /** Of the picture. */
  width: number
  height: number
  rows: readonly Row[]
  pairs: readonly Pair[]
  cells: readonly Cell[]
}

/** Where a value stands, and how well what marks it fits, 0 to 1. */
export type Found = { words: readonly ReadWord[]; fit: number }

const SAME_LABEL = 0.8
const SAME_CELL = 0.75

/** `known`: every label of the template, so that none is taken for its neighbour ("người mẹ" for "người cha"). */
export function findField(field: TemplateField, printed: Printed, known: readonly string[]): Found | undefined {
  if (field.find) return FINDERS[field.find](printed.rows)
  if (field.cell) return cellOf(field.cell, printed.cells)
  if (field.area) return wordsIn(field, field.area, printed)
  const found = pairBehind(field, printed.pairs, known)
  return found && { words: found.pair.words, fit: found.fit }
}

/** What stands in an area has nothing beside it that says so: it fits less than a label does. */
const FIT_OF_AREA = 0.8

function wordsIn(
  { part }: TemplateField,
  { left, top, right, bottom }: Area,
  { rows, width, height }: Printed,
): Found | undefined {
  const isIn = ({ box }: ReadWord) => {
    const [x, y] = [(box.left + box.right) / 2 / width, (box.top + box.bottom) / 2 / height]
    return x >= left && x <= right && y >= top && y <= bottom
  }
  const there = rows.flatMap((row) => row.flatMap((segment) => segment.words.filter(isIn)))
  const words = part === undefined ? there : wordsOf(there, part)
  return words.length > 0 ? { words, fit: FIT_OF_AREA } : undefined
}

/** The words a part of their text is of. */
function wordsOf(words: readonly ReadWord[], part: string): ReadWord[] {
  const found = new RegExp(part, 'u').exec(textOf(words))
  if (!found) return []
  let end = -1
  return words.filter(({ text }) => {
    const begin = end + 1
    end = begin + text.length
    return begin < found.index + found[0].length && end > found.index
  })
}

function cellOf([row = '', heading = '']: readonly string[], cells: readonly Cell[]): Found | undefined {
  const fit = (one: Cell) => Math.min(likeness(one.row, row), likeness(one.heading, heading))
  const cell = cells.find((one) => fit(one) >= SAME_CELL)
  return cell && { words: cell.words, fit: fit(cell) }
}

/** The best label that fits; of several alike the first, so that a form's own person comes before those mentioned later. */
function pairBehind({ label = [], under }: TemplateField, pairs: readonly Pair[], known: readonly string[]) {
  const anchor = under === undefined ? undefined : best([under], pairs, known)?.pair
  if (under !== undefined && !anchor) return undefined
  return best(label, anchor ? pairs.filter((pair) => isUnder(pair, anchor)) : pairs, known)
}

type Fit = { pair: Pair; fit: number }

function best(labels: readonly string[], pairs: readonly Pair[], known: readonly string[]): Fit | undefined {
  const others = known.filter((label) => !labels.includes(label))
  const fitOf = (any: readonly string[], pair: Pair) =>
    any.reduce((most, label) => Math.max(most, likeness(label, pair.label)), 0)
  const scored = pairs
    .map((pair) => ({ pair, fit: fitOf(labels, pair) }))
    .filter(({ pair, fit }) => fit >= SAME_LABEL && fit >= fitOf(others, pair))
  const top = scored.reduce((most, { fit }) => Math.max(most, fit), 0)
  return top < SAME_LABEL ? undefined : scored.find(({ fit }) => fit === top)
}

function isUnder(pair: Pair, anchor: Pair): boolean {
  const isBelow = pair.labelBox.top > anchor.labelBox.top + (anchor.labelBox.bottom - anchor.labelBox.top) / 2
  const isBehind = pair.column === anchor.column && pair.labelBox.left > anchor.labelBox.right
  return isBehind || (isBelow && pair.column.left < anchor.column.right && pair.column.right > anchor.column.left)
}

/** Of several dates the last is that beside the signature. */
const FINDERS = {
  'date-line': (rows) => datedIn(rows.flat().toReversed()),
  'first-date-line': (rows) => datedIn(rows.flat()),
  issuer: (rows) => marked(issuerOn(rows)),
  signer: (rows) => marked(signersOn(rows).at(-1)),
  'left-signer': (rows) => marked(signersOn(rows)[0]),
} satisfies Record<NonNullable<TemplateField['find']>, (rows: readonly Row[]) => Found | undefined>

/** Known by where it stands alone. */
const marked = (words: ReadWord[] | undefined): Found | undefined => words && { words, fit: FIT_OF_AREA }

function datedIn(segments: readonly Segment[]): Found | undefined {
  const segment = segments.find(({ words }) => DATE_LINE.test(textOf(words)))
  return segment && { words: segment.words, fit: 1 }
}
