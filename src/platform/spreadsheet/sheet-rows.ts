import { Refusal } from '../refusal.ts'
import { nfc } from '../text.ts'
import { columnOf, dayText, numberText, timeText, type Cell, type Row } from './cell.ts'
import type { NumberLook } from './workbook-parts.ts'
import { attributeOf, xmlPieces } from './xml-tags.ts'

type Known = { texts: readonly string[]; dates: readonly NumberLook[]; epoch: 1900 | 1904; mostRows: number }

/** A cell while it is read. */
type Open = { column: number; type: string; style: number; value: string; hasFormula: boolean }

/** A cell that is only painted, with its place: a sheet may hold a million of them. */
const PAINTED = /<(?:\w+:)?c\s+r="[A-Z]{1,3}\d{1,7}"(?:\s+s="\d+")?\s*\/>/g

/** Rows with something in them. Cells that are only painted count as nothing, however many there are. */
export function sheetRows(xml: string, known: Known): Row[] {
  const rows: Row[] = []
  let line = 0
  let cells = new Map<number, Cell>()
  let column = -1
  let open: Open | undefined
  let inside = ''
  for (const piece of xmlPieces(xml.replace(PAINTED, ''))) {
    if (piece.kind === 'text') {
      if (open && (inside === 'v' || inside === 't')) open.value += piece.text
    } else if (piece.kind === 'open') {
      if (piece.name === 'row') {
        line = Number(attributeOf(piece.attributes, 'r') ?? line + 1)
        cells = new Map()
        column = -1
      } else if (piece.name === 'c') {
        column = placeOf(piece.attributes, column)
        if (!piece.isEmpty) open = opened(piece.attributes, column)
      } else {
        if (piece.name === 'f' && open) open.hasFormula = true
        if (!piece.isEmpty) inside = piece.name
      }
    } else if (piece.name === 'c' && open) {
      const cell = cellOf(open, known)
      if (cell) cells.set(open.column, cell)
      open = undefined
    } else if (piece.name === 'row') {
      if (cells.size > 0) rows.push({ line, cells })
      if (rows.length > known.mostRows) {
        throw new Refusal('platform.sheet-too-many-rows', { limit: known.mostRows - 1 })
      }
    } else inside = ''
  }
  return rows
}

function placeOf(attributes: string, before: number): number {
  const reference = attributeOf(attributes, 'r')
  return reference === undefined ? before + 1 : columnOf(reference)
}

function opened(attributes: string, column: number): Open {
  const style = Number(attributeOf(attributes, 's') ?? '0')
  return { column, type: attributeOf(attributes, 't') ?? 'n', style, value: '', hasFormula: false }
}

function cellOf({ type, style, value, hasFormula }: Open, { texts, dates, epoch }: Known): Cell | undefined {
  if (hasFormula) return { kind: 'formula', text: nfc(value) }
  const text = nfc(type === 's' ? (texts[Number(value)] ?? '') : value).trim()
  if (text === '') return undefined
  if (type === 'b') return { kind: 'yes-no', text: text === '1' ? 'x' : '' }
  if (type === 'e') return { kind: 'error', text }
  if (type === 'd') return { kind: 'date', text: text.slice(0, 10).split('-').toReversed().join('/') }
  if (type !== 'n') return { kind: 'text', text }
  const number = Number(text)
  if (!Number.isFinite(number)) return { kind: 'text', text }
  if (dates[style] === 'date') return { kind: 'date', text: dayText(number, epoch) }
  if (dates[style] === 'time') return { kind: 'time', text: timeText(number) }
  return { kind: 'number', text: numberText(number) }
}
