import { sureness, textOf } from '../pairs/segments.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import type { Signs } from './extracted-field.ts'
import { sayable } from './syllables.ts'

/** What no printed value has in it. */
const ODD = /[^\p{L}\p{M}\p{N}\s.,;:/()+°²%@-]/u

/** What the words of a value say by themselves, whatever it is a value of. */
export function signsOfWords(words: readonly ReadWord[], text: string = textOf(words)): Signs {
  const seen = words.flatMap(({ again }) => again ?? [])
  const again = seen.map((one) => one.text).join(' ')
  const agrees = seen.length > 0 && again === text
  return {
    least: sureness(words),
    mean: words.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, words.length),
    second: seen.length === 0 ? 0 : Math.min(...seen.map(({ confidence }) => confidence)),
    agrees: agrees ? 1 : 0,
    differs: seen.length > 0 && !agrees ? 1 : 0,
    checked: 0,
    faulty: 0,
    backed: 0,
    mended: 0,
    fit: 0,
    sayable: sayable(text),
    length: Math.log(1 + text.length),
    figures: (text.match(/\d/g) ?? []).length / Math.max(1, text.length),
    // Of what was read, not of what it was mended to: a pen's strokes show here.
    odd: ODD.test(textOf(words)) ? 1 : 0,
    confirmed: 0,
    clear: 0,
    steady: 1,
    known: 0,
  }
}
