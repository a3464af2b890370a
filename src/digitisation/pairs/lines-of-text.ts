import type { ReadLine } from '../reading/recogniser.ts'
import { around } from '../reading/tsv.ts'

const [LETTER, HEIGHT, ROW] = [10, 20, 30]

/** Rows of text as a recogniser gives a page, each letter ten points wide: spaces say how far words stand apart. */
export function linesOfText(rows: readonly string[], sureOf: (word: string) => number = () => 0.95): ReadLine[] {
  return rows.flatMap((row, at) => {
    const words = [...row.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      confidence: sureOf(text),
      box: { left: index * LETTER, top: at * ROW, right: (index + text.length) * LETTER, bottom: at * ROW + HEIGHT },
    }))
    return words.length === 0 ? [] : [{ words, box: around(words.map(({ box }) => box)) }]
  })
}
