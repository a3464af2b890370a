import rules from '../../../data/co-applicants/rules.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { SignatureDemand } from '../application/application.ts'

/** người cùng đứng tên, as whoever fills in names them. */
export type NamedPerson = { fullName: string; personalId: string; phone: string | null; email: string | null }

/**
 * How somebody agreed: with a signature of their own on the very application, or without. The second of those without proved once more
 * who they are; neither is an electronic signature, nor called one.
 */
export type HowAgreed = 'digital-signature' | HowWithoutSigning
export type HowWithoutSigning = 'confirmed-identity' | 'recorded-consent'

/** Whose certificate signed, and the paper as it was right after; nothing where they agreed without a signature. */
export type CoSignature = { signerName: string | null; fingerprint: string | null; signedSha256: string | null }

/** người được mời cùng đứng tên a draft. */
export type DraftCoApplicant = NamedPerson &
  CoSignature & {
    id: string
    draftId: string
    addedAt: Date
    /** Which link was sent last; 0: none. */
    linkNo: number
    linkUntil: Date | null
    linkOpenedAt: Date | null
    reminders: number
    remindedAt: Date | null
    /** Set once they opened it, signed in under the number named. */
    citizenId: string | null
    answer: 'agreed' | 'declined' | null
    how: HowAgreed | null
    contentSha256: string | null
    reason: string | null
    answeredAt: Date | null
    /** When their agreement was voided by a change. */
    voidedAt: Date | null
  }

/** người cùng đứng tên a dossier. At a desk they sign before the officer. */
export type CoApplicant = NamedPerson &
  CoSignature & {
    no: number
    citizenId: string | null
    how: HowAgreed | 'at-the-desk'
    contentSha256: string | null
    agreedAt: Date | null
  }

export const MOST_PEOPLE = 20
/** Days a link may be opened. */
const LINK_DAYS = 7
const DAY_MS = 86_400_000
const MOST_REMINDERS = 3

export type SeveralRule = 'allowed' | 'demanded' | 'refused'

/** Whether several may stand for a dossier of a procedure, must, or may not. */
export function severalRule(procedureCode: string, on: LegalDate): SeveralRule {
  return (ruleOf(procedureCode, on)?.several ?? 'refused') as SeveralRule
}

/** Whether everybody must agree before it is withdrawn; where no rule is known they must. */
export function withdrawalNeedsAll(procedureCode: string, on: LegalDate): boolean {
  return ruleOf(procedureCode, on)?.withdrawal !== 'any'
}

function ruleOf(procedureCode: string, on: LegalDate) {
  const inForce = rules
    .filter((one) => one.validFrom <= on && (one.procedureCode === null || one.procedureCode === procedureCode))
    .toSorted((one, other) => other.validFrom.localeCompare(one.validFrom))
  return inForce.find((one) => one.procedureCode !== null) ?? inForce[0]
}

export type Standing = 'not-asked' | 'voided' | 'asked' | 'link-over' | 'opened' | 'agreed' | 'declined'

export function standingOf(person: Omit<DraftCoApplicant, keyof NamedPerson>, now: Date): Standing {
  if (person.answer) return person.answer
  if (!person.linkUntil) return person.voidedAt ? 'voided' : 'not-asked'
  if (person.citizenId) return 'opened'
  return now < person.linkUntil ? 'asked' : 'link-over'
}

export function linkUntil(now: Date): Date {
  return new Date(now.getTime() + LINK_DAYS * DAY_MS)
}

export function whyNotName(
  person: NamedPerson,
  filerPersonalId: string,
  others: readonly NamedPerson[],
): Reason | undefined {
  if (person.personalId === filerPersonalId) return { code: 'dossiers.co-applicant-is-you' }
  if (others.some(({ personalId }) => personalId === person.personalId)) return { code: 'dossiers.co-applicant-twice' }
  return others.length >= MOST_PEOPLE
    ? { code: 'dossiers.co-applicants-too-many', facts: { limit: MOST_PEOPLE } }
    : undefined
}

/** Nobody is pressed: once a day at most, three times in all. */
export function whyNotRemind(person: DraftCoApplicant, now: Date): Reason | undefined {
  if (person.answer || !person.linkUntil) return { code: 'dossiers.co-applicant-not-waiting' }
  if (person.reminders >= MOST_REMINDERS)
    return { code: 'dossiers.co-applicant-reminded-enough', facts: { most: MOST_REMINDERS } }
  const last = person.remindedAt?.getTime() ?? 0
  return now.getTime() - last < DAY_MS ? { code: 'dossiers.co-applicant-reminded-today' } : undefined
}

/** A link is for the person named, once, for a time. Others learn nothing but that it is not theirs. */
export function whyNotOpenLink(
  person: DraftCoApplicant | undefined,
  { personalId, isLatest }: { personalId: string; isLatest: boolean },
  now: Date,
): Reason | undefined {
  if (!person || !isLatest) return { code: 'dossiers.co-link-over' }
  if (person.personalId !== personalId) return { code: 'dossiers.co-link-not-yours' }
  if (person.linkOpenedAt) return { code: 'dossiers.co-link-used' }
  return person.linkUntil && now < person.linkUntil ? undefined : { code: 'dossiers.co-link-over' }
}

const WAYS: Record<SignatureDemand, readonly HowAgreed[]> = {
  none: ['confirmed-identity', 'recorded-consent'],
  offered: ['digital-signature', 'confirmed-identity', 'recorded-consent'],
  required: ['digital-signature'],
}

/** How people may agree: where applications must be signed, everybody who stands for one signs it. */
export function waysToAgree(demand: SignatureDemand): readonly HowAgreed[] {
  return WAYS[demand]
}

const PROOF_HOLDS_MS = 10 * 60_000

type Agreement = {
  how: HowWithoutSigning
  demand: SignatureDemand
  askedAt: Date | undefined
  shownSha256: string
  contentSha256: string | undefined
}

/** Why somebody may not agree without a signature. */
export function whyNotAgree(
  { how, demand, askedAt, shownSha256, contentSha256: asked }: Agreement,
  provedAt: Date | null,
  now: Date,
): Reason | undefined {
  if (!askedAt || shownSha256 !== asked) return { code: 'dossiers.co-content-changed' }
  if (!waysToAgree(demand).includes(how)) return { code: 'dossiers.co-signature-demanded' }
  if (how === 'recorded-consent' || isProved(provedAt, askedAt, now)) return undefined
  return { code: 'dossiers.identity-not-proved' }
}

/** Whether somebody proved who they are after they were asked, minutes ago. */
export function isProved(provedAt: Date | null, askedAt: Date, now: Date): boolean {
  return provedAt !== null && provedAt >= askedAt && now.getTime() - provedAt.getTime() <= PROOF_HOLDS_MS
}

/** Whether somebody agreed to this very content, in a way that counts. */
export function standsFor(
  { answer, how, contentSha256: own }: Pick<DraftCoApplicant, 'answer' | 'how' | 'contentSha256'>,
  content: string,
  demand: SignatureDemand,
): boolean {
  return answer === 'agreed' && own === content && how !== null && waysToAgree(demand).includes(how)
}

/** Nothing is filed in the name of several before each of them has agreed to this very content, or signed it where that is demanded. */
export function whyNotFileTogether(
  people: readonly DraftCoApplicant[],
  { content, rule, demand }: { content: string; rule: SeveralRule; demand: SignatureDemand },
): Reason | undefined {
  if (people.length === 0) return rule === 'demanded' ? { code: 'dossiers.co-applicants-demanded' } : undefined
  const declined = people.filter(({ answer }) => answer === 'declined')
  if (declined.length > 0) return { code: 'dossiers.co-applicant-declined', facts: { names: namesOf(declined) } }
  const missing = people.filter(({ answer }) => answer !== 'agreed')
  if (missing.length > 0) {
    const code = demand === 'required' ? 'dossiers.co-signatures-missing' : 'dossiers.co-applicants-missing'
    return { code, facts: { names: namesOf(missing) } }
  }
  if (people.some(({ contentSha256: own }) => own !== content)) return { code: 'dossiers.co-applicants-changed' }
  const unsigned = people.filter((person) => !standsFor(person, content, demand))
  return unsigned.length > 0
    ? { code: 'dossiers.co-signatures-missing', facts: { names: namesOf(unsigned) } }
    : undefined
}

function namesOf(people: readonly NamedPerson[]): string {
  return people.map(({ fullName }) => fullName).join(', ')
}
