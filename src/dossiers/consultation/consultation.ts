import { formatDate, type LegalDate } from '../../platform/dates.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Reason } from '../../platform/refusal.ts'
import { hasEnded, type Handling, type ReachedDossier } from '../dossier.ts'

/** When the answers are enough: from every body, from more than half, or silence after the term counts as agreement. */
export const COMPLETENESS_RULES = ['all', 'majority', 'silence-agrees'] as const
export type Completeness = (typeof COMPLETENESS_RULES)[number]

/** đồng ý · đồng ý kèm điều kiện · không đồng ý · không có ý kiến */
export const OPINION_ANSWERS = ['agree', 'agree-with-conditions', 'disagree', 'no-opinion'] as const
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number]

/** ý kiến: one version of a body's answer; a later one counts in its place, the earlier stays. */
export type Opinion = {
  no: number
  answer: OpinionAnswer
  text: string | null
  /** Signed or scanned reply of the body. */
  fileId: string | null
  isLate: boolean
  byAccountId: string
  byName: string
  at: Date
}

/** cơ quan phối hợp: one body asked, by itself. */
export type ConsultedBody = {
  id: string
  unitId: string
  /** Its own question, beside the common one. */
  question: string | null
  /** Working days of the body's own calendar. */
  termDays: number
  replyAt: Date
  replyBy: LegalDate
  /** Why the answer may come on or after the day the dossier is due; null when it comes before. */
  whyAfterDue: string | null
  lastRemindedAt: Date | null
  reminderCount: number
  /** Set when the lead waits for it no longer. */
  released: BodyRelease | null
  /** Oldest first. */
  opinions: Opinion[]
}

/** thôi chờ ý kiến: why the lead decides without a body that never answered. */
export type BodyRelease = { at: Date; byName: string; reason: string; legalBasis: string | null }

/** lấy ý kiến: one question to several bodies at once, decided on by the body that handles the dossier. */
export type Consultation = {
  dossierId: string
  no: number
  /** The step of the process that demands it; null: the officers asked of their own accord. */
  stepCode: string | null
  question: string
  completeness: Completeness
  /** On which silence rests, where it means agreement. */
  legalBasis: string | null
  leadUnitId: string
  askedAt: Date
  byAccountId: string
  byName: string
  closedAt: Date | null
  closedByName: string | null
  conclusion: string | null
  bodies: ConsultedBody[]
  files: { fileId: string; name: string }[]
}

/**
 * How one body stands. `silent`: said nothing in time, which counts as agreement; `missing`: said nothing in time; `released`:
 * is waited for no longer.
 */
export type BodyState = OpinionAnswer | 'waiting' | 'silent' | 'missing' | 'released'

type Asked = { replyAt: Date; opinions: readonly Pick<Opinion, 'answer'>[]; released?: BodyRelease | null }

export function bodyState({ replyAt, opinions, released }: Asked, rule: Completeness, now: Date): BodyState {
  const last = opinions.at(-1)
  if (last) return last.answer
  if (released) return 'released'
  if (now <= replyAt) return 'waiting'
  return rule === 'silence-agrees' ? 'silent' : 'missing'
}

export type Tally = {
  asked: number
  answered: number
  /** Silence that counts as agreement included. */
  agreed: number
  disagreed: number
  isMet: boolean
}

/** Whether the answers are enough, and what they say. An answer that states no opinion is an answer; a released body does not count. */
export function tallyOf(rule: Completeness, bodies: readonly Asked[], now: Date): Tally {
  const states = bodies.map((body) => bodyState(body, rule, now))
  const count = (...wanted: BodyState[]) => states.filter((state) => wanted.includes(state)).length
  const answered = count(...OPINION_ANSWERS)
  const settled = answered + count('silent')
  const awaited = states.length - count('released')
  const isMet = rule === 'majority' && awaited > 0 ? answered * 2 > awaited : settled === awaited
  return {
    asked: states.length,
    answered,
    agreed: count('agree', 'agree-with-conditions', 'silent'),
    disagreed: count('disagree'),
    isMet,
  }
}

type Led = Pick<ReachedDossier, 'handling' | 'roles' | 'assigneeAccountId' | 'standsInForAssignee' | 'finishedAt'>

/** Who leads a consultation: the officer the dossier is assigned to, or the head of their division. */
export function whyNotLead({ roles, assigneeAccountId, standsInForAssignee }: Led, actor: Actor): Reason | undefined {
  if (roles.includes('head-of-division')) return undefined
  if (!roles.includes('specialist')) return { code: 'dossiers.not-your-step' }
  const isAssignee = actor.kind === 'officer' && assigneeAccountId === actor.accountId
  const isMine = isAssignee || standsInForAssignee === true
  return isMine ? undefined : { code: 'dossiers.not-assigned-to-you' }
}

/** Opinions are asked for while the dossier is being appraised (Decree 61/2018, art. 19.5), not when a result is corrected. */
export function whyNotBegin(dossier: Led, actor: Actor): Reason | undefined {
  if (dossier.finishedAt !== null) return { code: 'dossiers.resolved-before' }
  return dossier.handling === 'appraising' ? whyNotLead(dossier, actor) : { code: 'dossiers.wrong-state' }
}

/** Why these bodies may not be asked so. */
export function whyNotAsk(asked: {
  unitIds: readonly string[]
  /** The body that decides and its division in charge. */
  ownUnitIds: readonly (string | null)[]
  completeness: Completeness
  legalBasis: string | undefined
}): Reason | undefined {
  if (new Set(asked.unitIds).size < asked.unitIds.length) return { code: 'dossiers.body-asked-twice' }
  if (asked.unitIds.some((id) => asked.ownUnitIds.includes(id))) return { code: 'dossiers.body-is-lead' }
  // Silence gives nobody's consent unless a provision says it does.
  if (asked.completeness === 'silence-agrees' && !asked.legalBasis?.trim())
    return { code: 'dossiers.silence-needs-basis' }
  return undefined
}

/** Waiting for an answer does not stop the term, so it should come before the dossier is due; else a reason is put on record. */
export function comesAfterDue(replyAt: Date, dueAt: Date | null): boolean {
  return dueAt !== null && replyAt >= dueAt
}

export type Open = Pick<Consultation, 'closedAt'> & { handling: Handling }

function whyOver({ closedAt, handling }: Open): Reason | undefined {
  if (closedAt !== null) return { code: 'dossiers.consultation-closed' }
  return hasEnded(handling) || handling === 'finished' ? { code: 'dossiers.consultation-over' } : undefined
}

/** Whether answers still count: not closed, and the dossier not at its end. */
export function isOpen(consultation: Open): boolean {
  return whyOver(consultation) === undefined
}

type Answer = {
  answer: OpinionAnswer
  text: string | undefined
  /** Version seen when it was written; 0: none. */ seen: number
}

export function whyNotAnswer(
  consultation: Open,
  { opinions, released }: Pick<ConsultedBody, 'opinions' | 'released'>,
  given: Answer,
): Reason | undefined {
  const over = whyOver(consultation) ?? whyReleased(released)
  if (over) return over
  const before = opinions.at(-1)
  if ((before?.no ?? 0) !== given.seen)
    return { code: 'dossiers.opinion-given-meanwhile', facts: { name: before?.byName } }
  const needsText = given.answer === 'disagree' || given.answer === 'agree-with-conditions'
  return needsText && !given.text?.trim() ? { code: 'dossiers.opinion-needs-text' } : undefined
}

const REMIND_AGAIN_MS = 4 * 3_600_000

/** Reminding by hand: those who have not answered, and not again within four hours. */
export function whyNotRemind(
  consultation: Open,
  body: Pick<ConsultedBody, 'opinions' | 'lastRemindedAt' | 'released'>,
  now: Date,
): Reason | undefined {
  const over = whyOver(consultation) ?? whyReleased(body.released)
  if (over) return over
  if (body.opinions.length > 0) return { code: 'dossiers.opinion-given-before' }
  const { lastRemindedAt } = body
  const isRecent = lastRemindedAt !== null && now.getTime() - lastRemindedAt.getTime() < REMIND_AGAIN_MS
  return isRecent ? { code: 'dossiers.reminded-just-now' } : undefined
}

function whyReleased(released: BodyRelease | null): Reason | undefined {
  return released ? { code: 'dossiers.body-released', facts: { name: released.byName } } : undefined
}

/** The lead waits no longer for a body whose term is over (Decree 61/2018, art. 19.5). */
export function whyNotRelease(
  consultation: Open & Pick<Consultation, 'completeness'>,
  body: Pick<ConsultedBody, 'opinions' | 'released' | 'replyAt' | 'replyBy'>,
  now: Date,
): Reason | undefined {
  const over = whyOver(consultation) ?? whyReleased(body.released)
  if (over) return over
  if (body.opinions.length > 0) return { code: 'dossiers.opinion-given-before' }
  if (consultation.completeness === 'silence-agrees') return { code: 'dossiers.silence-counts' }
  return now <= body.replyAt
    ? { code: 'dossiers.reply-term-runs', facts: { replyBy: formatDate(body.replyBy) } }
    : undefined
}

/** What the process demands is left out on a legal basis alone. */
export function whyNotReleaseSo(
  { stepCode }: Pick<Consultation, 'stepCode'>,
  basis: string | undefined,
): Reason | undefined {
  return stepCode !== null && !basis?.trim() ? { code: 'dossiers.release-needs-basis' } : undefined
}

/** The lead decides, also before every term is over, once the answers are enough by the rule chosen at asking. */
export function whyNotClose(
  { closedAt, completeness, bodies }: Pick<Consultation, 'closedAt' | 'completeness'> & { bodies: readonly Asked[] },
  now: Date,
): Reason | undefined {
  if (closedAt !== null) return { code: 'dossiers.consultation-closed' }
  const { isMet, answered, asked } = tallyOf(completeness, bodies, now)
  return isMet ? undefined : { code: 'dossiers.consultation-incomplete', facts: { answered, asked } }
}
