import { tailOf } from '../reading/figure-words.ts'
import type { ReadWord } from '../reading/recogniser.ts'
import type { Judgement } from './judge-text.ts'

/** What was seen of a value at one look: its words, how sure the least sure of them is. */
export type Seen = { text: string; confidence: number }
/** The same, judged as what the value must be. */
export type Look = Judgement & { confidence: number }

/**
 * Every look at a value, the one to begin with first: as it stands among the words of the page. `isMended` when its figures are not those
 * that were read at first.
 */
export function looksAt(words: readonly ReadWord[]): { looks: [Seen, ...Seen[]]; isMended: boolean } {
  const isMended = words.some(({ before }) => before)
  const again = words.flatMap((word) => word.again ?? [])
  const second = { text: again.map(({ text }) => text).join(' '), confidence: leastOf(again) }
  const others = [
    ...(isMended ? [seenAs(words, (word) => word.before ?? word)] : []),
    ...(again.length > 0 ? [second] : []),
    ...(words.some(({ figures }) => figures) ? [seenAs(words, inFigures)] : []),
  ]
  return { looks: [seenAs(words, (word) => word), ...others], isMended }
}

function seenAs(words: readonly ReadWord[], as: (word: ReadWord) => Seen): Seen {
  const seen = words.map(as)
  return { text: seen.map(({ text }) => text).join(' '), confidence: leastOf(seen) }
}

const inFigures = (word: ReadWord): Seen =>
  word.figures ? { ...word.figures, text: word.figures.text + tailOf(word.text) } : word

const leastOf = (seen: readonly Pick<Seen, 'confidence'>[]): number =>
  seen.length === 0 ? 0 : Math.min(...seen.map(({ confidence }) => confidence))

/** The look that is believed, and the others. */
export function chooseLook(
  [first, ...rest]: readonly [Look, ...Look[]],
  isMended: boolean,
): { chosen: Look; others: Look[] } {
  const chosen = rest.reduce((best, look) => (isBetter(look, best, isMended) ? look : best), first)
  return { chosen, others: [first, ...rest].filter((look) => look !== chosen) }
}

/** A look that can be beats one that cannot; else, where figures were not mended, one that is much surer does. */
function isBetter(second: Look, first: Look, isMended: boolean): boolean {
  if (second.text === '') return false
  if (second.isWritten !== first.isWritten) return second.isWritten
  if (second.faults.length !== first.faults.length) return second.faults.length < first.faults.length
  if (isMended) return false
  if (second.backed !== first.backed) return second.backed
  return second.confidence > first.confidence + 0.15
}

/** Whether two looks come to the same value. */
export const isSameLook = (one: Look, other: Look): boolean =>
  one.normalised === undefined || other.normalised === undefined
    ? one.text === other.text
    : JSON.stringify(one.normalised) === JSON.stringify(other.normalised)
