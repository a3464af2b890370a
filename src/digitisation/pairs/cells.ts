import type { Box, ReadWord } from '../reading/recogniser.ts'
import { ENDS_LABEL, heightOf, median, segmentOf, sureness, textOf, type Row, type Segment } from './segments.ts'

/** Ô của bảng: under which heading and beside which row heading it stands. */
export type Cell = { heading: string; row: string; value: string; words: ReadWord[]; confidence: number; box: Box }

/** A table has at least this many rows under its headings. */
const LEAST_ROWS = 2
/** Rows of a table stand no further apart than this many heights. */
const FURTHEST = 3
/** Of the height of a row. */
const FLAT = 0.4
const DOUBTED = 0.7

/** The cells of every table on a page: rows of the same columns under a row of headings, none of them "label: value". */
export function cellsOn(rows: readonly Row[]): Cell[] {
  return tables(rows.map(withoutLines).filter((row) => row.length > 0)).flatMap(([headings = [], ...body]) =>
    body.flatMap((row) => cellsOfRow(row, headings)),
  )
}

/** What a recogniser makes of the drawn lines is no text. */
function withoutLines(row: Row): Row {
  const height = median(row.flatMap(({ words }) => words.map(({ box }) => heightOf(box))))
  return row.flatMap(({ words }) => {
    const left = words.filter((word) => !isOfALine(word, height))
    return left.length === 0 ? [] : [segmentOf(left)]
  })
}

/** Signs without a letter, what is as flat as a line, and a letter or two that the recogniser itself doubts. */
function isOfALine({ text, confidence, box }: ReadWord, height: number): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || heightOf(box) < FLAT * height) return true
  return text.length <= 2 && confidence < DOUBTED && !/\d/.test(text)
}

function tables(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  let table: Row[] = []
  for (const row of [...rows, []]) {
    const last = table.at(-1)
    if (isOfTable(row) && (!last || isNear(last, row))) table.push(row)
    else {
      if (table.length > LEAST_ROWS) found.push(table)
      table = isOfTable(row) ? [row] : []
    }
  }
  return found
}

function isOfTable(row: Row): boolean {
  return row.length >= 2 && !row.some(({ words }) => words.some(({ text }) => ENDS_LABEL.test(text)))
}

function isNear(above: Row, below: Row): boolean {
  const bottom = Math.max(...above.map(({ box }) => box.bottom))
  const top = Math.min(...below.map(({ box }) => box.top))
  return top - bottom < FURTHEST * Math.max(...below.map(({ box }) => box.bottom - box.top))
}

/** Each cell belongs to the nearest heading; of two with the same, the nearer one, and the other has none. */
function cellsOfRow(row: Row, headings: Row): Cell[] {
  const nearest = row.map((cell) => headings.toSorted((a, b) => apart(a, cell) - apart(b, cell))[0])
  const [first] = row
  return row.flatMap((cell, at) => {
    const heading = nearest[at]
    const isNearest = row.every((other, of) => nearest[of] !== heading || apart(cell, heading) <= apart(other, heading))
    if (cell === first) return []
    return [
      {
        heading: isNearest && heading ? textOf(heading.words) : '',
        row: first ? textOf(first.words) : '',
        value: textOf(cell.words),
        words: cell.words,
        confidence: sureness(cell.words),
        box: cell.box,
      },
    ]
  })
}

function apart(a: Segment | undefined, b: Segment | undefined): number {
  const middle = (one: Segment | undefined) => ((one?.box.left ?? 0) + (one?.box.right ?? 0)) / 2
  return Math.abs(middle(a) - middle(b))
}
