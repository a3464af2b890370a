import fillers from '../../../data/search-fillers.json' with { type: 'json' }
import lexicon from '../../../data/search-words.json' with { type: 'json' }
import { foldText, nfc } from '../../platform/text.ts'
import { meantBeside, nearest } from './mend-words.ts'
import { syllables, type WeightedWord, type WordIndex } from './word-index.ts'

/** What a person typed, made ready for the index. */
export type SearchWords = {
  /** The words as typed, then the law's own words for what people call otherwise. */
  queries: WeightedWord[][]
  /** Words typed with marks. */
  accented: string[]
  /** The law calls it otherwise. */
  isTranslated: boolean
  /** A word that no procedure's name has was taken for one alike. */
  isMended: boolean
}

/** Words that say that something is asked, not what, count this much. */
const FILLER = 0.15
/** The law's own words count as what was typed; people's words for the same then count less. */
const [OFFICIAL, TRANSLATED] = [1, 0.5]
const MOST_WORDS = 24

const FILLERS = new Set<string>(fillers)
const LEXICON = Object.entries(lexicon)
  .map(([spoken, official]) => ({ spoken: foldText(spoken), official }))
  .sort((a, b) => b.spoken.length - a.spoken.length)

export function wordsOf(index: WordIndex, typed: string): SearchWords | undefined {
  const folded = syllables(foldText(typed)).slice(0, MOST_WORDS)
  if (folded.length === 0) return undefined
  const official = officialWords(folded.join(' '))
  const translated = new Set(official.flatMap(({ spoken }) => spoken.split(' ')))
  const marked = syllables(nfc(typed).toLowerCase())
  const unmarked = new Set(marked.filter((word) => foldText(word) === word))
  let isMended = false
  const own = folded.map((word, at) => {
    if (FILLERS.has(word)) return { word, weight: FILLER }
    const known = index.vocabulary.has(word) || index.related.postings.has(word)
    const alike = official.length > 0 ? undefined : meant(index, folded, at, known, unmarked.has(word))
    isMended ||= alike !== undefined
    return { word: alike ?? word, weight: translated.has(word) ? TRANSLATED : 1 }
  })
  return {
    queries: [
      own,
      ...official.map(({ official: text }) => syllables(foldText(text)).map((word) => ({ word, weight: OFFICIAL }))),
    ],
    accented: marked.filter((word) => foldText(word) !== word && !FILLERS.has(foldText(word))),
    isTranslated: official.length > 0,
    isMended,
  }
}

/** What the law calls what people typed, when it calls it otherwise. */
export function officialWording(typed: string): string | undefined {
  return officialWords(syllables(foldText(typed)).join(' '))[0]?.official
}

/** The law's own wording for every phrase of people's that was found, longer phrases first, none twice. */
function officialWords(folded: string): { spoken: string; official: string }[] {
  const found: { spoken: string; official: string }[] = []
  let rest = ` ${folded} `
  for (const { spoken, official } of LEXICON) {
    if (!rest.includes(` ${spoken} `)) continue
    rest = rest.replace(` ${spoken} `, ' | ')
    const isNew = found.every((one) => one.official !== official)
    if (isNew && !folded.includes(foldText(official))) found.push({ spoken, official })
  }
  return found
}

/** Beside its neighbours, as long as those are words that say what is asked; else the one alike that most names have. */
function meant(
  index: WordIndex,
  words: readonly string[],
  at: number,
  isKnown: boolean,
  isUnmarked: boolean,
): string | undefined {
  const isBesideFillers = FILLERS.has(words[at - 1] ?? '') || FILLERS.has(words[at + 1] ?? '')
  const beside = isKnown && isBesideFillers ? undefined : meantBeside(index, words, at, isUnmarked)
  return beside ?? (isKnown ? undefined : nearest(index, words[at] ?? ''))
}
