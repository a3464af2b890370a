/** A procedure as it is looked for. Texts are folded but for `accentedName`, which is lower case with its marks. */
export type IndexedProcedure = {
  code: string
  name: string
  accentedName: string
  /** Sectors, results, cases, keywords. */
  related: string
  /** Done at the commune, or by citizens for themselves: what most people mean. */
  isNear: boolean
  /** One most people meet. */
  isEveryday: boolean
}

/** A word looked for and how much it counts: 1 for what was typed. */
export type WeightedWord = { word: string; weight: number }

export type Ranked = {
  code: string
  score: number
  /** Share of what was looked for that the name and its surroundings have. */ found: number
}

/** Where each term stands: procedure and count in turn. */
type Field = { postings: ReadonlyMap<string, Uint16Array>; lengths: number[]; meanLength: number }

export type WordIndex = {
  procedures: readonly IndexedProcedure[]
  name: Field
  related: Field
  /** Every syllable of the names, with how many names have it: the vocabulary typing slips are mended to. */
  vocabulary: ReadonlyMap<string, number>
  /** How much each name has to tell: the rarity of its syllables, each once. */
  told: Float64Array
}

/** How soon repeated words stop counting, and how much a long text is held against itself (Robertson, Zaragoza 2009). */
const [K1, B] = [1.2, 0.6]
const WEIGHTS = { name: 1, related: 0.35 } as const
/** Vietnamese words are mostly pairs of syllables: a pair found together counts more than its syllables apart. */
const PAIR = 1.2
/** Marks typed and found in the name, against marks typed and found otherwise. */
const ACCENTS = 0.3
const NEAR = 0.08
const EVERYDAY = 0.05
const NONE = new Uint16Array()

export function buildWordIndex(procedures: readonly IndexedProcedure[]): WordIndex {
  const name = fieldOf(
    procedures.map((one) => one.name),
    true,
  )
  const vocabulary = new Map(
    [...name.postings].flatMap(([term, docs]) => (term.includes(' ') ? [] : [[term, docs.length / 2]])),
  )
  const related = fieldOf(
    procedures.map((one) => one.related),
    false,
  )
  const told = new Float64Array(procedures.length)
  const index = { procedures, name, related, vocabulary, told }
  for (const [term, postings] of name.postings)
    if (!term.includes(' '))
      for (let at = 0; at < postings.length; at += 2) told[postings[at] ?? 0]! += rarity(index, term)
  return index
}

/** Procedures by how well they fit the words, best first. `accented`: the words as typed, when marks were typed. */
export function rankByWords(
  index: WordIndex,
  queries: readonly (readonly WeightedWord[])[],
  accented: readonly string[],
): Ranked[] {
  const scores = new Float64Array(index.procedures.length)
  const found = new Float64Array(index.procedures.length)
  const covered = new Float64Array(index.procedures.length)
  let sought = 0
  const terms = new Map<string, Set<number>>()
  for (const words of queries) {
    for (const { term, weight } of termsOf(words)) {
      const worth = weight * Math.max(rarity(index, term), 0)
      const isWord = !term.includes(' ')
      if (isWord) sought += worth
      const inName = terms.get(term) ?? new Set<number>()
      terms.set(term, inName)
      const seen = new Set<number>()
      for (const part of ['name', 'related'] as const) {
        const field = index[part]
        const postings = field.postings.get(term) ?? NONE
        for (let at = 0; at < postings.length; at += 2) {
          const [doc = 0, count = 0] = [postings[at], postings[at + 1]]
          const length = (field.lengths[doc] ?? 0) / field.meanLength
          scores[doc] =
            (scores[doc] ?? 0) + WEIGHTS[part] * worth * ((count * (K1 + 1)) / (count + K1 * (1 - B + B * length)))
          seen.add(doc)
          if (part === 'name' && isWord) inName.add(doc)
        }
      }
      if (isWord) for (const doc of seen) found[doc] = (found[doc] ?? 0) + worth
    }
  }
  for (const [term, docs] of terms) for (const doc of docs) covered[doc] = (covered[doc] ?? 0) + rarity(index, term)
  const marks = new Set(accented)
  return index.procedures
    .flatMap(({ code, isNear, isEveryday, accentedName }, doc): Ranked[] => {
      const score = scores[doc] ?? 0
      if (score === 0) return []
      const share = sought === 0 ? 0 : (found[doc] ?? 0) / sought
      const named = (covered[doc] ?? 0) / (index.told[doc] || 1)
      const usual = (isNear ? NEAR : 0) + (isEveryday ? EVERYDAY : 0)
      const agreeing = marks.size === 0 ? 0 : shareIn(marks, accentedName)
      return [
        {
          code,
          score: score * (0.4 + 0.6 * share) * (0.6 + 0.4 * named) * (1 + ACCENTS * agreeing + usual),
          found: share,
        },
      ]
    })
    .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
}

/** The syllables, and each pair that stands together. */
function termsOf(words: readonly WeightedWord[]): { term: string; weight: number }[] {
  const pairs = words.slice(1).map(({ word, weight }, index) => {
    const before = words[index] ?? { word: '', weight: 0 }
    return { term: `${before.word} ${word}`, weight: (PAIR * (before.weight + weight)) / 2 }
  })
  return [...words.map(({ word, weight }) => ({ term: word, weight })), ...pairs]
}

/** How telling a term is: rare ones more (inverse document frequency over names, or over the rest where names lack it). */
function rarity(
  { procedures, name, related }: Pick<WordIndex, 'procedures' | 'name' | 'related'>,
  term: string,
): number {
  const having = (name.postings.get(term) ?? related.postings.get(term) ?? NONE).length / 2
  return Math.log(1 + (procedures.length - having + 0.5) / (having + 0.5))
}

function shareIn(marks: ReadonlySet<string>, accentedName: string): number {
  const words = new Set(syllables(accentedName))
  return [...marks].filter((mark) => words.has(mark)).length / marks.size
}

export function syllables(text: string): string[] {
  return text.match(/[\p{L}\d]+/gu) ?? []
}

function fieldOf(texts: readonly string[], withPairs: boolean): Field {
  const postings = new Map<string, number[]>()
  const lengths = texts.map((text, doc) => {
    const words = syllables(text)
    const counts = new Map<string, number>()
    const count = (term: string) => counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [index, word] of words.entries()) {
      count(word)
      if (withPairs && index > 0) count(`${words[index - 1]} ${word}`)
    }
    for (const [term, times] of counts) {
      const known = postings.get(term)
      if (known) known.push(doc, times)
      else postings.set(term, [doc, times])
    }
    return words.length
  })
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(texts.length, 1)
  return { postings: new Map([...postings].map(([term, list]) => [term, Uint16Array.from(list)])), lengths, meanLength }
}
