import type { WordIndex } from './word-index.ts'

/** What is written for one another where people speak them alike, all across the country. */
const ALIKE: readonly [RegExp, string][] = [
  [/^tr/, 'ch'],
  [/^x/, 's'],
  [/^(gi|r)/, 'd'],
  [/^n(?!g)/, 'l'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^k(?!h)/, 'c'],
  [/^f/, 'ph'],
  [/y$/, 'i'],
]

/** The word of the vocabulary one letter or one sound away that most names have. */
export function nearest({ vocabulary }: Pick<WordIndex, 'vocabulary'>, word: string): string | undefined {
  if (word.length < 3 || /\d/.test(word)) return undefined
  return best(vocabulary, word, (_, count) => count)
}

/** In how many names a pair must stand to be what was meant. */
const LEAST = 6

/**
 * A word that exists, but beside no word it was typed with, taken for one alike that stands beside them in many names: `khai sin`
 * is khai sinh, `li lich` lý lịch, `thuong chu` thường trú. Whoever typed its marks knew the word: only its sound may be another's.
 */
export function meantBeside(
  { vocabulary, name }: WordIndex,
  words: readonly string[],
  at: number,
  isUnmarked: boolean,
): string | undefined {
  const [before, word = '', after] = [words[at - 1], words[at], words[at + 1]]
  if (word.length < 2 || /\d/.test(word)) return undefined
  const names = (first: string | undefined, second: string | undefined) =>
    first === undefined || second === undefined ? 0 : (name.postings.get(`${first} ${second}`)?.length ?? 0) / 2
  const beside = (one: string) => names(before, one) + names(one, after)
  if (beside(word) > 0) return undefined
  return best(vocabulary, word, (candidate) => {
    const count = isUnmarked || soundOf(candidate) === soundOf(word) ? beside(candidate) : 0
    return count < LEAST ? 0 : count
  })
}

function best(
  vocabulary: WordIndex['vocabulary'],
  word: string,
  worth: (candidate: string, count: number) => number,
): string | undefined {
  let [found, most]: [string | undefined, number] = [undefined, 0]
  for (const [candidate, count] of vocabulary) {
    if (candidate === word || !(isOneLetterAway(word, candidate) || soundOf(word) === soundOf(candidate))) continue
    const here = worth(candidate, count)
    if (here > most) [found, most] = [candidate, here]
  }
  return found
}

function soundOf(word: string): string {
  return ALIKE.reduce((sound, [written, spoken]) => sound.replace(written, spoken), word)
}

/** One letter added, dropped or changed, or two neighbours swapped. */
function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}
