import { foldText } from '../../platform/text.ts'

/** How often words stand on forms of a kind: what the classifier has learned. */
export type KindModel = { version: string; kinds: Record<string, KindCounts> }
type KindCounts = { papers: number; words: Record<string, number> }

/** Words that stand on fewer papers of a kind tell of people, not of the kind. */
const LEAST_SHARE = 0.3
/** What fewer different people's papers bear may be of one of them. */
export const LEAST_PAPERS = 5

/** What is known of one paper: its kind, and the words of its form. */
export type Taught = { type: string; words: ReadonlySet<string> }

/** What the papers of each kind have in common. The same papers give the same model; a kind with too few teaches nothing. */
export function learnKinds(version: string, papers: readonly Taught[]): KindModel {
  const enough = [...Map.groupBy(papers, ({ type }) => type)].filter(([, own]) => own.length >= LEAST_PAPERS)
  return { version, kinds: Object.fromEntries(enough.toSorted(byKey).map(([type, own]) => [type, countsOf(own)])) }
}

function countsOf(own: readonly Taught[]): KindCounts {
  const counts = new Map<string, number>()
  for (const { words } of own) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const least = Math.max(LEAST_PAPERS, own.length * LEAST_SHARE)
  const common = [...counts].filter(([, count]) => count >= least)
  return { papers: own.length, words: Object.fromEntries(common.toSorted(byKey)) }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)

/** What comes with the system, with what was learned since added to it. */
export function joinKinds(shipped: KindModel, learned: KindModel): KindModel {
  const kinds = { ...shipped.kinds }
  for (const [type, { papers, words }] of Object.entries(learned.kinds)) {
    const before = kinds[type] ?? { papers: 0, words: {} }
    const sum = { ...before.words }
    for (const [word, count] of Object.entries(words)) sum[word] = (sum[word] ?? 0) + count
    kinds[type] = { papers: before.papers + papers, words: sum }
  }
  return { version: learned.version, kinds }
}

/**
 * Shares of likelihood of the kinds for the words of a form, the likeliest first (naive Bayes over the words that are there; what a
 * blot hides speaks against none). They say which of the known kinds it is rather, never that it is of a known kind at all.
 */
export function kindShares({ kinds }: KindModel, words: ReadonlySet<string>): { type: string; share: number }[] {
  const known = new Set(Object.values(kinds).flatMap((one) => Object.keys(one.words)))
  const seen = [...words].filter((word) => known.has(word))
  const scored = Object.entries(kinds).map(([type, { papers, words: counts }]) => {
    return { type, score: seen.reduce((sum, word) => sum + Math.log(((counts[word] ?? 0) + 0.5) / (papers + 1)), 0) }
  })
  const most = Math.max(...scored.map(({ score }) => score))
  const all = scored.reduce((sum, { score }) => sum + Math.exp(score - most), 0)
  return scored
    .map(({ type, score }) => ({ type, share: Math.exp(score - most) / all }))
    .toSorted((a, b) => b.share - a.share)
}

/** Pairs of neighbouring words, without marks; figures tell of people. */
export function wordsIn(lines: readonly string[]): Set<string> {
  return new Set(
    lines.flatMap((line) => {
      const words = foldText(line).match(/[a-z]{2,}/g) ?? []
      return words.flatMap((word, at) => (words[at + 1] === undefined ? [] : [`${word} ${words[at + 1]}`]))
    }),
  )
}
