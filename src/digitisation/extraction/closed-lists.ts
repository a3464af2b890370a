import file from '../../../data/digitisation/lists.json' with { type: 'json' }
import { likeness } from '../pairs/likeness.ts'

export const CLOSED_LISTS = ['ethnicities', 'nationalities', 'issuers'] as const
export type ClosedList = (typeof CLOSED_LISTS)[number]

/** Two letters of eight wrong is the most that may be the same word. */
const LIKE = 0.75

/** What of a list was printed: the word itself, or the only one it is like. */
export function onList(list: ClosedList, text: string): { value: string; isSame: boolean } | undefined {
  const words: readonly string[] = file[list]
  const same = words.find((word) => word.toLocaleLowerCase('vi') === text.toLocaleLowerCase('vi'))
  if (same) return { value: same, isSame: true }
  const fits = words.map((word) => ({ word, fit: likeness(word, text) })).toSorted((a, b) => b.fit - a.fit)
  const [best, second] = fits
  return best && best.fit >= LIKE && best.fit - (second?.fit ?? 0) > 0.1
    ? { value: best.word, isSame: false }
    : undefined
}
