import { kindOfPaper, type KindEvidence } from '../extraction/recognise-paper.ts'
import { joinKinds, learnKinds, type KindModel, type Taught } from './word-counts.ts'

/** A paper whose kind is settled, null where it is none of the known; `words` are what may be learned from it. */
export type SettledPaper = {
  /** Missing for what comes with the system. */
  paperId?: string
  type: string | null
  pages: readonly KindEvidence[]
  words: ReadonlySet<string>
}

/** What the machine calls a paper; null is that it is of no known kind. */
export type Told = { type: string | null; isSure: boolean }

/** Of so many papers of a kind: called rightly, called so without being sure or not known, and surely called by another name. */
export type Count = { papers: number; named: number; unsure: number; wrong: number }
export type KindCount = { type: string | null; before: Count; after: Count }

/** A paper that would be called otherwise. */
export type Difference = { paperId: string | null; type: string | null; before: Told; after: Told }

/** `papers`: checked ones, each told by what the others taught; `samples`: the pages that come with the system. */
export type MeasuredKinds = {
  learnedFrom: number
  papers: KindCount[]
  samples: KindCount[]
  differences: Difference[]
}

const FOLDS = 5
/** More examples nobody looks at. */
const MOST_DIFFERENCES = 40

export const taught = (papers: readonly SettledPaper[]): Taught[] =>
  papers.flatMap(({ type, words }) => (type === null ? [] : [{ type, words }]))

export function tell({ pages }: SettledPaper, model: KindModel): Told {
  const kind = kindOfPaper(pages, model)
  return { type: kind?.type ?? null, isSure: kind === undefined || kind.certainty === 'sure' }
}

/** Measured on what was not learned from: each fifth of the papers by the other four (kiểm chéo). */
export function measureKinds(
  { shipped, inForce, proposed }: { shipped: KindModel; inForce: KindModel; proposed: KindModel },
  papers: readonly SettledPaper[],
  samples: readonly SettledPaper[],
): MeasuredKinds {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    joinKinds(shipped, learnKinds(proposed.version, taught(papers.filter((__, at) => at % FOLDS !== fold)))),
  )
  const ofPapers = papers.map((paper, at) => differenceOf(paper, inForce, folds[at % FOLDS] ?? proposed))
  const ofSamples = samples.map((sample) => differenceOf(sample, inForce, proposed))
  const differences = [...ofSamples, ...ofPapers].filter(({ before, after }) => !isSame(before, after))
  return {
    learnedFrom: taught(papers).length,
    papers: countByKind(ofPapers),
    samples: countByKind(ofSamples),
    differences: differences.slice(0, MOST_DIFFERENCES),
  }
}

function differenceOf(paper: SettledPaper, inForce: KindModel, proposed: KindModel): Difference {
  const { paperId = null, type } = paper
  return { paperId, type, before: tell(paper, inForce), after: tell(paper, proposed) }
}

const isSame = (one: Told, other: Told): boolean => one.type === other.type && one.isSure === other.isSure

function countByKind(differences: readonly Difference[]): KindCount[] {
  return [...Map.groupBy(differences, ({ type }) => type)].map(([type, own]) => ({
    type,
    before: countOf(own.map(({ before }) => isRight(type, before))),
    after: countOf(own.map(({ after }) => isRight(type, after))),
  }))
}

const isRight = (type: string | null, told: Told) => {
  const named = told.type === type
  const unsure = told.type === null ? !named : !told.isSure
  return { named, unsure, wrong: !named && !unsure }
}

function countOf(told: readonly { named: boolean; unsure: boolean; wrong: boolean }[]): Count {
  const count = (what: 'named' | 'unsure' | 'wrong') => told.filter((one) => one[what]).length
  return { papers: told.length, named: count('named'), unsure: count('unsure'), wrong: count('wrong') }
}

const isWorse = ({ before, after }: KindCount): boolean => after.named < before.named || after.wrong > before.wrong

/** The kinds a proposal tells worse than what is in force: fewer called rightly, or more surely called by another name. */
export function worseIn({ papers, samples }: Pick<MeasuredKinds, 'papers' | 'samples'>): (string | null)[] {
  return [...new Set([...papers, ...samples].filter(isWorse).map(({ type }) => type))]
}

/** Over all kinds. */
export function inAll(counts: readonly KindCount[], when: 'before' | 'after'): Count {
  const sum = (of: (count: Count) => number) => counts.reduce((all, one) => all + of(one[when]), 0)
  return {
    papers: sum(({ papers }) => papers),
    named: sum(({ named }) => named),
    unsure: sum(({ unsure }) => unsure),
    wrong: sum(({ wrong }) => wrong),
  }
}
