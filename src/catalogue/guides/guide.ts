import type { ProcedureContent } from '../procedure.ts'
import { papersOf } from '../procedure.ts'

/** A sentence in both languages of the portal. */
export type BothLanguages = { vi: string; en: string }

/** Answers by question, in the words of the address. */
export type Answers = Readonly<Record<string, string>>

/** Holds when every named question has one of these answers; `null` is a question that was not asked. */
export type Condition = Record<string, (string | null)[]>

export type GuideQuestion = {
  key: string
  text: BothLanguages
  help?: BothLanguages
  when?: Condition
  choices: { value: string; label: BothLanguages }[]
}

/**
 * What a paper means for the person: a form filled in on screen, to hand in, to bring when filing in person, only where the
 * registers cannot tell, held by the State already, or made at the desk.
 */
export type PaperUse = 'form' | 'hand-in' | 'bring' | 'if-asked' | 'held' | 'made-there'

export type GuidePaper = {
  /** Code of a published component of the procedure. */
  component: string
  use: PaperUse
  /** The paper in plain words. */
  plain: BothLanguages
  when?: Condition
}

/** Hướng dẫn hỏi nhanh: at most three questions, then the papers of exactly this person. */
export type Guide = {
  code: string
  questions: GuideQuestion[]
  papers: GuidePaper[]
  advice?: { text: BothLanguages; when?: Condition }[]
  /** Answers with which this procedure is not the one to use. */
  elsewhere?: { text: BothLanguages; when: Condition; code?: string }[]
}

/** Where a person stands in a guide. `no` counts from one. */
export type GuideStep =
  | { kind: 'question'; question: GuideQuestion; no: number }
  | { kind: 'elsewhere'; text: BothLanguages; code: string | undefined }
  | { kind: 'papers'; papers: GuidePaper[]; advice: BothLanguages[] }

/** The next question, or the outcome. */
export function followGuide(guide: Guide, given: Answers): GuideStep {
  const answers = keptAnswers(guide, given)
  const elsewhere = guide.elsewhere?.find(({ when }) => holds(when, answers))
  if (elsewhere) return { kind: 'elsewhere', text: elsewhere.text, code: elsewhere.code }
  const open = guide.questions.find(({ key, when }) => holds(when, answers) && answers[key] === undefined)
  if (open) return { kind: 'question', question: open, no: Object.keys(answers).length + 1 }
  return {
    kind: 'papers',
    papers: guide.papers.filter(({ when }) => holds(when, answers)),
    advice: (guide.advice ?? []).filter(({ when }) => holds(when, answers)).map(({ text }) => text),
  }
}

const LONGEST_ANSWER = 40
const MOST_ANSWERS = 10

/** What an address may hold of answers to some guide; which of them count is what `keptAnswers` says. */
export function answersIn(query: Record<string, unknown>): Answers {
  const texts = Object.entries(query).filter((one): one is [string, string] => typeof one[1] === 'string')
  return Object.fromEntries(texts.filter(([, answer]) => answer.length <= LONGEST_ANSWER).slice(0, MOST_ANSWERS))
}

/** The answers that count, in the order of the questions: known ones to questions that are asked. */
export function keptAnswers({ questions }: Guide, given: Answers): Answers {
  const kept: Record<string, string> = {}
  for (const { key, when, choices } of questions) {
    const answer = given[key]
    if (answer === undefined || !holds(when, kept)) continue
    if (choices.some(({ value }) => value === answer)) kept[key] = answer
  }
  return kept
}

function holds(when: Condition | undefined, answers: Answers): boolean {
  return Object.entries(when ?? {}).every(([key, wanted]) => wanted.includes(answers[key] ?? null))
}

/** Where a guide and the procedure as published no longer agree: codes of papers only one of them names. */
export function guideGaps(guide: Guide, procedure: Pick<ProcedureContent, 'components'>): string[] {
  const told = new Set(guide.papers.map(({ component }) => component))
  const published = new Set(papersOf(procedure).map(({ code }) => code))
  const gaps = [...published].filter((code) => !told.has(code))
  return [...gaps, ...[...told].filter((code) => !published.has(code))].toSorted()
}

/** A paper a dossier may go without; `no` counts the published papers from one. */
export type LeftOut = { no: number; component: string; why: 'not-my-case' | 'held-by-the-state' | 'filled-on-screen' }

/** Published papers that the answers leave out, and why. */
export function leftOut(papers: readonly GuidePaper[], procedure: Pick<ProcedureContent, 'components'>): LeftOut[] {
  const uses = new Map(papers.map(({ component, use }) => [component, use]))
  return papersOf(procedure).flatMap(({ code }, index) => {
    const why = WHY[uses.get(code) ?? 'none']
    return why ? [{ no: index + 1, component: code, why }] : []
  })
}

const WHY = {
  none: 'not-my-case',
  bring: 'not-my-case',
  'made-there': 'not-my-case',
  held: 'held-by-the-state',
  form: 'filled-on-screen',
  'hand-in': null,
  'if-asked': null,
} as const
