import file from '../../../data/digitisation/lists.json' with { type: 'json' }
import { foldText } from '../../platform/text.ts'
import { likeness } from '../pairs/likeness.ts'

export const CLOSED_LISTS = ['ethnicities', 'nationalities', 'issuers', 'relations'] as const
export type ClosedList = (typeof CLOSED_LISTS)[number]

export type Vocabulary = 'identifyingMarks'

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

/** Behind a number an "em" is none. */
const CENTIMETRES = /(\d) ?em\b/g
const vocabularies = { identifyingMarks: Map.groupBy(file.identifyingMarks, (word) => foldText(word)) }

/** A text with every word that is one of a vocabulary but for its marks as it must have been printed. */
export function inWordsOf(vocabulary: Vocabulary, text: string): string {
  return text.replace(CENTIMETRES, '$1 cm').replace(/[\p{L}\p{M}]+/gu, (read) => {
    const [only, ...others] = vocabularies[vocabulary].get(foldText(read)) ?? []
    if (only === undefined || others.length > 0) return read
    return /^\p{Lu}/u.test(read) ? only.charAt(0).toLocaleUpperCase('vi') + only.slice(1) : only
  })
}
