import type { Reason } from '../../platform/refusal.ts'
import { canBeSigned, isStepPaper, type StepPaper } from '../../catalogue/index.ts'
import type { Dossier, Handling } from '../dossier.ts'

/** giấy tờ bước để lại: a kind of paper a step left behind, and whether it bears a signature. */
export type LeftPaper = { kind: string; isSigned: boolean }

/** The part of a step that says what must be there before a dossier goes on. */
export type DemandingStep = {
  code: string
  name: string
  states: readonly string[]
  beside?: string | null
  produces?: readonly string[]
  signed?: boolean
  consultation?: unknown
  linked?: unknown
}

/** What is known of a dossier where its step is left; what is not told counts as not there. */
export type Leaving = Pick<Dossier, 'handling' | 'appraisal'> &
  Partial<Pick<Dossier, 'receivedAt' | 'finishedAt' | 'leftPapers' | 'settledSteps'>>

/** The step of the main line a state lies in. */
export function stepAt<S extends DemandingStep>(steps: readonly S[], state: string): S | undefined {
  return steps.find((step) => (step.beside ?? null) === null && step.states.includes(state))
}

/** Consultations and linked procedures that run beside the step a dossier stands in. */
export function besidesAt<S extends DemandingStep>(steps: readonly S[], handling: Handling): S[] {
  const host = stepAt(steps, handling)
  return host
    ? steps.filter(({ beside, consultation, linked }) => beside === host.code && (consultation || linked))
    : []
}

/** Those that are neither held nor waived. A request resolved before is only corrected: nothing is asked again. */
export function demandsOpen<S extends DemandingStep>(
  steps: readonly S[],
  { handling, settledSteps = [], finishedAt }: Leaving,
): S[] {
  return finishedAt ? [] : besidesAt(steps, handling).filter(({ code }) => !settledSteps.includes(code))
}

/**
 * Why a dossier may not go on to a later step yet: something that runs beside its step is open, or the step has not left
 * behind what it must. `leaves`: what the move itself leaves. Going back, ending and staying ask for nothing.
 */
export function whyNotGoOn(
  to: Handling,
  dossier: Leaving,
  steps: readonly DemandingStep[],
  leaves: readonly LeftPaper[],
): Reason | undefined {
  const line = steps.filter(({ beside }) => (beside ?? null) === null)
  const step = stepAt(line, dossier.handling)
  const next = stepAt(line, to)
  if (!step || !next || line.indexOf(next) <= line.indexOf(step)) return undefined
  const [open] = demandsOpen(steps, dossier)
  if (open) {
    const code = open.consultation ? 'dossiers.consultation-demanded' : 'dossiers.parts-demanded'
    return { code, facts: { step: open.name } }
  }
  const asked = steps.filter(({ code, consultation }) => consultation && dossier.settledSteps?.includes(code))
  // A consultation that asks for signatures took no answer without one.
  const opinion = asked.length > 0 ? [{ kind: 'opinion', isSigned: asked.every(({ signed }) => signed) }] : []
  return whyNotLeft(step, [...papersOf(dossier), ...opinion, ...leaves])
}

const MISSING = {
  'appointment-slip': 'dossiers.slip-missing',
  appraisal: 'dossiers.not-appraised',
  'result-draft': 'dossiers.draft-missing',
  opinion: 'dossiers.opinion-missing',
  approval: 'dossiers.approval-missing',
  initials: 'dossiers.initials-missing',
  result: 'dossiers.result-missing',
} satisfies Record<StepPaper, string>

function whyNotLeft({ name, produces = [], signed }: DemandingStep, left: readonly LeftPaper[]): Reason | undefined {
  for (const kind of produces) {
    const found = left.filter((paper) => paper.kind === kind)
    const facts = { step: name, kind }
    if (found.length === 0) return { code: isStepPaper(kind) ? MISSING[kind] : 'dossiers.paper-missing', facts }
    if (signed && canBeSigned(kind) && !found.some(({ isSigned }) => isSigned))
      return { code: 'dossiers.paper-unsigned', facts }
  }
  return undefined
}

/** Reception gives the slip in its own transaction; the conclusion stands on the dossier; the rest is told by those above. */
export function papersOf({ receivedAt, appraisal, leftPapers = [] }: Omit<Leaving, 'handling'>): LeftPaper[] {
  return [
    ...(receivedAt ? [{ kind: 'appointment-slip', isSigned: false }] : []),
    ...(appraisal ? [{ kind: 'appraisal', isSigned: false }] : []),
    ...leftPapers,
  ]
}

/** Why a step beside the one a dossier stands in cannot be begun, or waived, now; `isBegun`: it is under way. */
export function whyNotBeginStep(
  step: DemandingStep | undefined,
  dossier: Leaving,
  steps: readonly DemandingStep[],
  isBegun: boolean,
): Reason | undefined {
  if (!step) return { code: 'dossiers.no-such-demand' }
  if (dossier.finishedAt) return { code: 'dossiers.resolved-before' }
  if (dossier.settledSteps?.includes(step.code)) return { code: 'dossiers.step-settled', facts: { step: step.name } }
  if (!besidesAt(steps, dossier.handling).includes(step)) return { code: 'dossiers.wrong-state' }
  return isBegun ? { code: 'dossiers.step-under-way', facts: { step: step.name } } : undefined
}

/** What a dossier has of papers after a move: a new one takes the place of the old of its kind, what was voided is gone. */
export function papersAfter(before: LeftPaper[], leaves: readonly LeftPaper[], voids: readonly string[]): LeftPaper[] {
  if (leaves.length + voids.length === 0) return before
  const gone = new Set([...voids, ...leaves.map(({ kind }) => kind)])
  return [...before.filter(({ kind }) => !gone.has(kind)), ...leaves]
}
