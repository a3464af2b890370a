import type { Box, ReadLine, ReadWord } from '../reading/recogniser.ts'
import { around } from '../reading/tsv.ts'

/** Words that stand together: a column of a row, or a whole row. */
export type Segment = { words: ReadWord[]; box: Box }

/** Rows of a page from top to bottom, each cut where wide gaps part its columns. */
export type Row = Segment[]

/** Of the height of a row: words of one text stand closer than this, columns further apart. */
const COLUMN_GAP = 1.3

/** Recognisers give columns as blocks one after the other; a row is what stands at one height. */
export function rowsOf(lines: readonly ReadLine[]): Row[] {
  const rows: ReadLine[][] = []
  for (const line of lines.toSorted((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.findLast((one) => one.every(({ box }) => isBeside(box, line.box)))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows.map((row) => segmentsOf(row.flatMap(({ words }) => words)))
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2
export const heightOf = ({ top, bottom }: Box): number => bottom - top

function isBeside(a: Box, b: Box): boolean {
  const common = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const apart = a.right <= b.left || b.right <= a.left
  return apart && common > 0.5 * Math.min(heightOf(a), heightOf(b))
}

function segmentsOf(words: ReadWord[]): Segment[] {
  const inOrder = words.toSorted((a, b) => a.box.left - b.box.left)
  const height = median(inOrder.map(({ box }) => heightOf(box)))
  const parts: ReadWord[][] = []
  for (const word of inOrder) {
    const last = parts.at(-1)?.at(-1)
    if (last && word.box.left - last.box.right < COLUMN_GAP * height) parts.at(-1)?.push(word)
    else parts.push([word])
  }
  return parts.map(segmentOf)
}

export const segmentOf = (words: ReadWord[]): Segment => ({ words, box: around(words.map(({ box }) => box)) })

export const textOf = (words: readonly ReadWord[]): string => words.map(({ text }) => text).join(' ')

/** What stands on a page, row by row, as people read it: columns of a row apart from each other. */
export const textOfRows = (rows: readonly Row[]): string =>
  rows.map((row) => row.map(({ words }) => textOf(words)).join('   ')).join('\n')

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** "Quảng Ninh, ngày 13 tháng 5 năm 2026", beside a signature; by hand or under a seal some of it is read as something else. */
export const DATE_LINE = /(?:^|\s)\S{1,3}\s+th\p{L}ng\s+\S{1,3}\s+n\p{L}m\s+\d\S{3}(?:\D|$)/iu

/** The end of a label. */
export const ENDS_LABEL = /(?<![,;])[:：]$/u

/** As sure as its least sure word, 0 to 1; nothing is not sure at all. */
export function sureness(words: readonly ReadWord[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence))
}
