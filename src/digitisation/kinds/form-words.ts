import type { Printed } from '../extraction/find-field.ts'
import type { ExtractionTemplate } from '../extraction/template.ts'
import { likeness } from '../pairs/likeness.ts'
import { textOf } from '../pairs/segments.ts'
import { wordsIn } from './word-counts.ts'

/** A row at least this like a title of some kind is a title, however it was read. */
const LIKE_A_TITLE = 0.72

/**
 * What a form says of itself: its titles, its labels, the heads of its tables. Never what somebody filled in or signed: neither what
 * stands behind a label or in a table, nor running text.
 */
export function formWords(
  { rows, pairs, cells }: Pick<Printed, 'rows' | 'pairs' | 'cells'>,
  templates: readonly ExtractionTemplate[],
): Set<string> {
  const titles = templates.flatMap(({ title }) => title)
  const isTitle = (text: string) => titles.some((title) => likeness(title, text, LIKE_A_TITLE) >= LIKE_A_TITLE)
  return wordsIn([
    ...rows.flatMap((row) => row.map(({ words }) => textOf(words))).filter(isTitle),
    ...pairs.map(({ label }) => label),
    ...cells.flatMap(({ row, heading }) => [row, heading]),
  ])
}

/** The same without what people settled as a value on this paper, or what was read as one: a slip of the reader puts it in a label. */
export function withoutValues(words: ReadonlySet<string>, values: readonly string[]): Set<string> {
  const filledIn = wordsIn(values)
  return new Set([...words].filter((word) => !filledIn.has(word)))
}
