import lists from '../../../data/digitisation/lists.json' with { type: 'json' }
import { sayable } from '../extraction/syllables.ts'
import { sureness } from '../pairs/segments.ts'
import type { Box, ReadWord } from './recogniser.ts'

/** What figures are written with: 02/02/1986, 145,5, +0,43. */
const SIGNS_OF_FIGURES = /[\d/.,:+-]/g
const ALL_FIGURES = /^[\d/.,:+-]*\d[\d/.,:+-]*$/
/** Behind these stands a number: "Tổ 17, khu 7". */
const BEFORE_NUMBERS: ReadonlySet<string> = new Set(lists.beforeNumbers)
const LONGEST_NUMBER = 3
/** What readers make of figures written by hand: a seven with its stroke is a dagger, a t or an F. */
const WRITTEN = new Map(
  Object.entries({
    '†': 7,
    t: 7,
    F: 7,
    T: 1,
    l: 1,
    I: 1,
    '|': 1,
    i: 1,
    O: 0,
    o: 0,
    Z: 2,
    u: 4,
    S: 5,
    s: 5,
    ó: 6,
    b: 6,
    B: 8,
    g: 9,
    q: 9,
  }),
)
/** Of a number that was put together of letters. */
const SURE_OF_LETTERS = 0.5
/** Sure of a word and so much less of the figures in its place, and the figures are believed still: their reader confuses none written by hand. */
const FIGURES_BEFORE = 0.2
/** What parts a word from the next. */
const TAIL = /[.,;:]+$/

export const tailOf = (text: string): string => TAIL.exec(text)?.[0] ?? ''
export const withoutTail = (text: string): string => text.replace(TAIL, '')

/** The words of a value that are figures, or should be: written by hand, "17" is read as "Tt". */
export function figureWords(words: readonly ReadWord[]): ReadWord[] {
  return words.filter((word, at) => isFigures(word.text) || isNumberOf(words[at - 1]?.text ?? '', word.text))
}

/** Whether a text is figures and nothing else. */
export const areFigures = (text: string): boolean => ALL_FIGURES.test(withoutTail(text))

/** Mostly figures, and no code that begins with letters, such as QNI-00075527. */
function isFigures(text: string): boolean {
  if (!/\d/.test(text) || /^\p{L}/u.test(text)) return false
  return (text.match(SIGNS_OF_FIGURES) ?? []).length * 2 >= text.length
}

function isNumberOf(before: string, text: string): boolean {
  if (!BEFORE_NUMBERS.has(before.toLocaleLowerCase('vi'))) return false
  const letters = withoutTail(text)
  return letters.length <= LONGEST_NUMBER && !(/^\p{L}{2,}$/u.test(letters) && sayable(letters) === 1)
}

/**
 * The figures seen where a word stands, without what parts it from the next. Something else that was seen is told as it is, and never
 * believed: it speaks against the word. Undefined where nothing was seen.
 */
export function figuresAt(word: ReadWord, seen: readonly ReadWord[]): ReadWord['figures'] {
  const there = seen.filter(({ box }) => isOver(box, word.box))
  const read = withoutTail(there.map(({ text }) => text).join(''))
  const text = [...read].map((letter) => WRITTEN.get(letter) ?? letter).join('')
  if (read === '') return undefined
  if (!areFigures(text)) return { text: read, confidence: 0 }
  return { text, confidence: text === read ? sureness(there) : Math.min(SURE_OF_LETTERS, sureness(there)) }
}

/** The word with the figures that were seen in its place: as its text where they are what stands there rather than what was read. */
export function withFigures(word: ReadWord, figures: NonNullable<ReadWord['figures']>): ReadWord {
  const { text, confidence } = word
  const tail = tailOf(text)
  const differs = figures.text + tail !== text
  const isSurer = !areFigures(text) || figures.confidence >= confidence - FIGURES_BEFORE
  if (!differs || !isSurer || !areFigures(figures.text)) return { ...word, figures }
  return { ...word, text: figures.text + tail, confidence: figures.confidence, figures, before: { text, confidence } }
}

/** Whose middle lies over the other. */
function isOver({ left, right }: Box, other: Box): boolean {
  const middle = (left + right) / 2
  return middle >= other.left && middle <= other.right
}
