import { foldText } from '../../platform/text.ts'

/** How often words stand on papers of a kind: what the classifier has learned. */
export type KindModel = { version: string; kinds: Record<string, { papers: number; words: Record<string, number> }> }

/** Words that stand on fewer papers of a kind tell of people, not of the kind. */
const LEAST_SHARE = 0.3

/** What each kind's papers have in common: the share of them that bears a word. The same papers give the same model. */
export function learnKinds(version: string, papers: readonly { type: string; text: string }[]): KindModel {
  const kinds = [...Map.groupBy(papers, ({ type }) => type)].map(([type, own]) => {
    const counts = new Map<string, number>()
    for (const { text } of own) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    const common = [...counts].filter(([, count]) => count >= own.length * LEAST_SHARE)
    return [
      type,
      { papers: own.length, words: Object.fromEntries(common.toSorted(([a], [b]) => (a < b ? -1 : 1))) },
    ] as const
  })
  return { version, kinds: Object.fromEntries(kinds.toSorted(([a], [b]) => (a < b ? -1 : 1))) }
}

/**
 * Shares of likelihood of the kinds for a text, the likeliest first (naive Bayes over the words that are there; what a blot hides speaks against none). They say which of the
 * known kinds it is rather, never that it is of a known kind at all.
 */
export function kindShares({ kinds }: KindModel, text: string): { type: string; share: number }[] {
  const seen = wordsOf(text)
  const known = [...new Set(Object.values(kinds).flatMap(({ words }) => Object.keys(words)))]
  const scored = Object.entries(kinds).map(([type, { papers, words }]) => {
    const score = known.reduce((sum, word) => {
      return seen.has(word) ? sum + Math.log(((words[word] ?? 0) + 0.5) / (papers + 1)) : sum
    }, 0)
    return { type, score }
  })
  const most = Math.max(...scored.map(({ score }) => score))
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - most), 0)
  return scored
    .map(({ type, score }) => ({ type, share: Math.exp(score - most) / all }))
    .toSorted((a, b) => b.share - a.share)
}

/** Words and pairs of neighbours, without marks; figures tell of people. */
function wordsOf(text: string): Set<string> {
  const words = foldText(text).match(/[a-z]{2,}/g) ?? []
  return new Set(words.flatMap((word, at) => (words[at + 1] === undefined ? [] : [`${word} ${words[at + 1]}`])))
}
