import type { LegalDate } from '../../platform/dates.ts'
import { formatDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import { hasEnded, type Dossier } from '../dossier.ts'

/** liên thông cùng cấp · chuyển cơ quan cấp trên */
export const LINK_DIRECTIONS = ['same-level', 'superior'] as const
export type LinkDirection = (typeof LINK_DIRECTIONS)[number]

/** đã làm xong · không làm được */
export const PART_OUTCOMES = ['fulfilled', 'not-fulfilled'] as const
export type PartOutcome = (typeof PART_OUTCOMES)[number]

/** How the work of a body on its part ended: done, given back to the sender, or the sender waits no longer. */
export type PartEnd = {
  kind: 'done' | 'returned' | 'released'
  at: Date
  byName: string
  /** Of what was done. */
  outcome: PartOutcome | null
  note: string | null
  fileId: string | null
  /** On which the sender waits no longer. */
  legalBasis: string | null
}

/** phần việc liên thông: what one body does of a dossier, by when. */
export type LinkedPart = {
  id: string
  dossierId: string
  no: number
  stepCode: string
  direction: LinkDirection
  unitId: string
  /** The one-stop desk of that body, which watches it beside the one that received the dossier. */
  deskUnitId: string | null
  duty: string
  dueAt: Date
  dueOn: LegalDate
  sentAt: Date
  byAccountId: string
  byName: string
  note: string | null
  showsAnswers: boolean
  acceptedAt: Date | null
  acceptedByName: string | null
  ended: PartEnd | null
  /** The part sent in the place of this one after it came back. */
  resentAs: string | null
  lastRemindedAt: Date | null
  reminderCount: number
  files: { fileId: string; name: string }[]
}

/** Until it is accepted the part lies with the sender. */
export type PartState = 'sent' | 'accepted' | PartEnd['kind']

export function partState({ ended, acceptedAt }: Pick<LinkedPart, 'ended' | 'acceptedAt'>): PartState {
  return ended?.kind ?? (acceptedAt ? 'accepted' : 'sent')
}

/** Whether nothing more is waited for: each part is done or let go, or another was sent in its place and is. */
export function areSettled(parts: readonly Pick<LinkedPart, 'ended' | 'resentAs'>[]): boolean {
  const current = parts.filter(({ resentAs }) => resentAs === null)
  return current.length > 0 && current.every(({ ended }) => ended !== null && ended.kind !== 'returned')
}

/** Of the dossier a part belongs to. */
export type PartHost = Pick<Dossier, 'handling' | 'finishedAt'>

function whyOver({ handling, finishedAt }: PartHost): Reason | undefined {
  return hasEnded(handling) || finishedAt !== null ? { code: 'dossiers.part-over' } : undefined
}

function whyEnded({ ended }: Pick<LinkedPart, 'ended'>): Reason | undefined {
  return ended ? { code: 'dossiers.part-ended', facts: { name: ended.byName } } : undefined
}

/** Whether the body still has it before it. */
export function isPartOpen(part: Pick<LinkedPart, 'ended'>, host: PartHost): boolean {
  return (whyOver(host) ?? whyEnded(part)) === undefined
}

type Held = Pick<LinkedPart, 'ended' | 'acceptedAt' | 'acceptedByName'>

export function whyNotAccept(part: Held, host: PartHost): Reason | undefined {
  const ended = whyOver(host) ?? whyEnded(part)
  if (ended || !part.acceptedAt) return ended
  return { code: 'dossiers.part-accepted-before', facts: { name: part.acceptedByName } }
}

/** A wrong transfer goes back with its ground, also after it was accepted. */
export function whyNotReturn(part: Pick<LinkedPart, 'ended'>, host: PartHost): Reason | undefined {
  return whyOver(host) ?? whyEnded(part)
}

/** Whoever has not accepted a part answers for nothing in it. */
export function whyNotComplete(part: Held, host: PartHost): Reason | undefined {
  return whyOver(host) ?? whyEnded(part) ?? (part.acceptedAt ? undefined : { code: 'dossiers.part-not-accepted' })
}

export function whyNotOutcome(outcome: PartOutcome, note: string | undefined): Reason | undefined {
  return outcome === 'not-fulfilled' && !note?.trim() ? { code: 'dossiers.part-needs-note' } : undefined
}

const REMIND_AGAIN_MS = 4 * 3_600_000

export function whyNotRemindPart(
  part: Pick<LinkedPart, 'ended' | 'lastRemindedAt'>,
  host: PartHost,
  now: Date,
): Reason | undefined {
  const ended = whyOver(host) ?? whyEnded(part)
  if (ended) return ended
  const { lastRemindedAt } = part
  const isRecent = lastRemindedAt !== null && now.getTime() - lastRemindedAt.getTime() < REMIND_AGAIN_MS
  return isRecent ? { code: 'dossiers.reminded-just-now' } : undefined
}

/** What came back is sent to the right body, with the due date it had. */
export function whyNotResend(part: Pick<LinkedPart, 'ended' | 'resentAs'>, host: PartHost): Reason | undefined {
  const over = whyOver(host)
  if (over) return over
  return part.ended?.kind === 'returned' && part.resentAs === null ? undefined : { code: 'dossiers.part-not-returned' }
}

/** The sender waits no longer for what came back, or for what was not done in its term. */
export function whyNotReleasePart(
  part: Pick<LinkedPart, 'ended' | 'resentAs' | 'dueAt' | 'dueOn'>,
  host: PartHost,
  now: Date,
): Reason | undefined {
  if (whyNotResend(part, host) === undefined) return undefined
  const ended = whyOver(host) ?? whyEnded(part)
  if (ended) return ended
  return now <= part.dueAt ? { code: 'dossiers.part-term-runs', facts: { dueOn: formatDate(part.dueOn) } } : undefined
}
