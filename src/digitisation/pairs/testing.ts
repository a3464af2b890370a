import type { ReadLine } from '../reading/recogniser.ts'
import { around } from '../reading/tsv.ts'

const [LETTER, HEIGHT, ROW] = [10, 20, 30]

/** Rows of a page as a recogniser gives them, each letter ten points wide: spaces say how far words stand apart. */
export function linesOf(...rows: string[]): ReadLine[] {
  return rows.flatMap((row, at) => {
    const words = [...row.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      confidence: text.includes('?') ? 0.4 : 0.95,
      box: { left: index * LETTER, top: at * ROW, right: (index + text.length) * LETTER, bottom: at * ROW + HEIGHT },
    }))
    return words.length === 0 ? [] : [{ words, box: around(words.map(({ box }) => box)) }]
  })
}
