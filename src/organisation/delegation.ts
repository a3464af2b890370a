import type { Role } from '../platform/actor.ts'
import { formatDate, type LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'

/** Ways in which one works in another's place. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13; quy chế làm việc của cơ quan. */
export const DELEGATION_KINDS = [
  'substitution', // phân công thay
  'deputy', // ký thay (KT.)
  'by-order', // ký thừa lệnh (TL.)
  'by-authority', // ký thừa uỷ quyền (TUQ.)
] as const
export type DelegationKind = (typeof DELEGATION_KINDS)[number]
export type SigningKind = Exclude<DelegationKind, 'substitution'>

/** Roles that can be done for somebody else; signing goes by a signing kind alone, administration by none. */
export const SUBSTITUTED_ROLES = ['intake-officer', 'head-of-division', 'specialist', 'clerk', 'supervisor'] as const

export type Instrument = {
  /** loại văn bản: quyết định, thông báo phân công, quy chế làm việc … */
  kind: string
  number: string | null
  signedOn: LegalDate
  issuer: string
}

/** What somebody asks to be written down. */
export type DelegationPlan = {
  kind: DelegationKind
  fromAccountId: string
  toAccountId: string
  unitId: string
  roles: Role[]
  /** Limited to these procedures and fields of work (lĩnh vực); both null: everything. */
  procedureCodes: string[] | null
  sectorCodes: string[] | null
  instrument: Instrument
  validFrom: LegalDate
  /** The last day; null until revoked, for what rests on standing rules of the office. */
  validTo: LegalDate | null
}

/** uỷ quyền, phân công thay. Ends by itself: whether it is in force is read from its dates. */
export type Delegation = DelegationPlan & {
  id: string
  fromName: string
  fromPosition: string
  toName: string
  toPosition: string
  madeAt: Date
  madeByName: string
  revokedAt: Date | null
  revokedByName: string | null
  revokeReason: string | null
}

export type DelegationStanding = 'in-force' | 'coming' | 'ended' | 'revoked'

export function delegationStanding(
  { validFrom, validTo, revokedAt }: Pick<Delegation, 'validFrom' | 'validTo' | 'revokedAt'>,
  on: LegalDate,
): DelegationStanding {
  if (revokedAt) return 'revoked'
  if (on < validFrom) return 'coming'
  return validTo === null || on <= validTo ? 'in-force' : 'ended'
}

type Scope = { procedureCodes?: string[] | null; sectorCodes?: string[] | null }

/** Whether a scope takes in a procedure, by its own code or by one of its fields of work. */
export function coversProcedure(
  { procedureCodes, sectorCodes }: Scope,
  code: string,
  sectors: readonly string[] = [],
): boolean {
  if (!procedureCodes && !sectorCodes) return true
  return (procedureCodes?.includes(code) ?? false) || sectors.some((sector) => sectorCodes?.includes(sector))
}

/** A post somebody holds themself. */
export type HeldPost = { role: Role; unitId: string; position: string; validFrom: LegalDate; validTo: LegalDate | null }

/** What has to be known to judge a plan. */
export type DelegationFacts = {
  today: LegalDate
  /** Who writes it down. */
  byAccountId: string
  /** The delegator's own posts at the unit, and the roles they have there only in somebody's place. */
  own: readonly HeldPost[]
  borrowed: readonly Role[]
  /** The delegate: whether the account is in use, and their own posts in that body or under it. */
  isToActive: boolean
  toPosts: readonly HeldPost[]
  /** Delegations of the same person at the same unit that have not ended. */
  standing: readonly Pick<
    Delegation,
    'kind' | 'roles' | 'procedureCodes' | 'sectorCodes' | 'validFrom' | 'validTo' | 'revokedAt' | 'toName'
  >[]
}

const isSigning = (kind: DelegationKind) => kind !== 'substitution'
const isDeputy = ({ position }: Pick<HeldPost, 'position'>) => /^phó\s/iu.test(position)
const holdsOn = ({ validFrom, validTo }: HeldPost, day: LegalDate) =>
  validFrom <= day && (validTo === null || day <= validTo)

/**
 * Why this cannot be written down. Nobody hands on what they do not hold themself, and nobody hands on what was handed to
 * them. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13 (bằng văn bản, giới hạn thời gian và nội dung, không uỷ quyền lại).
 */
export function whyNotDelegate(plan: DelegationPlan, facts: DelegationFacts): Reason | undefined {
  return whyNotDates(plan, facts) ?? whyNotScope(plan) ?? whyNotPeople(plan, facts) ?? whyNotAnother(plan, facts)
}

function whyNotDates(
  { kind, instrument, validFrom, validTo }: DelegationPlan,
  { today }: DelegationFacts,
): Reason | undefined {
  if (validTo !== null && validTo < validFrom) return { code: 'organisation.delegation-backwards' }
  if (validTo !== null && validTo < today) return { code: 'organisation.delegation-over' }
  if (instrument.signedOn > today) return { code: 'organisation.instrument-not-signed' }
  if (instrument.signedOn > validFrom) return { code: 'organisation.delegation-before-instrument' }
  // Working rules of an office stand until replaced; an assignment or an authorisation is for a time.
  const needsEnd = kind === 'substitution' || kind === 'by-authority'
  if (needsEnd && validTo === null) return { code: 'organisation.delegation-without-end' }
  if (isSigning(kind) && !instrument.number?.trim()) return { code: 'organisation.instrument-number-missing' }
  return undefined
}

function whyNotScope({ kind, roles }: DelegationPlan): Reason | undefined {
  if (roles.length === 0) return { code: 'organisation.delegation-without-role' }
  const fits = (role: Role) =>
    isSigning(kind) ? role === 'signatory' : SUBSTITUTED_ROLES.some((substituted) => substituted === role)
  return roles.every(fits) ? undefined : { code: 'organisation.delegation-wrong-role' }
}

function whyNotPeople(plan: DelegationPlan, facts: DelegationFacts): Reason | undefined {
  const { kind, roles, validFrom, fromAccountId, toAccountId } = plan
  if (fromAccountId === toAccountId) return { code: 'organisation.delegation-to-oneself' }
  if (toAccountId === facts.byAccountId) return { code: 'organisation.delegation-for-yourself' }
  const own = facts.own.filter((post) => holdsOn(post, validFrom))
  const missing = roles.filter((role) => !own.some((post) => post.role === role))
  if (missing.some((role) => facts.borrowed.includes(role))) return { code: 'organisation.delegation-chain' }
  if (missing.length > 0) return { code: 'organisation.delegation-not-held' }
  if (isSigning(kind) && own.filter(({ role }) => role === 'signatory').some(isDeputy)) {
    return { code: 'organisation.delegation-from-deputy' }
  }
  if (!facts.isToActive) return { code: 'organisation.delegate-inactive' }
  const toPosts = facts.toPosts.filter((post) => holdsOn(post, validFrom))
  if (toPosts.length === 0) return { code: 'organisation.delegate-elsewhere' }
  if (toPosts.some(({ role }) => role === 'administrator')) return { code: 'organisation.delegate-administrator' }
  if (kind === 'deputy' && !toPosts.some(isDeputy)) return { code: 'organisation.delegate-not-deputy' }
  const leads = (post: HeldPost) => post.role === 'head-of-division' && !isDeputy(post)
  if (kind === 'by-order' && !toPosts.some(leads)) return { code: 'organisation.delegate-not-head' }
  return undefined
}

/**
 * One person at a time answers for one scope: two substitutes, or two people signing by one authority, would leave open who
 * decided. Deputies are the exception: a head shares the fields among them, and the draft names who signs (Điều 13 khoản 1).
 */
function whyNotAnother(plan: DelegationPlan, { standing }: DelegationFacts): Reason | undefined {
  const another = standing.find(
    (one) =>
      one.kind === plan.kind &&
      one.kind !== 'deputy' &&
      one.revokedAt === null &&
      one.roles.some((role) => plan.roles.includes(role)) &&
      (one.validTo === null || plan.validFrom <= one.validTo) &&
      (plan.validTo === null || one.validFrom <= plan.validTo) &&
      sharesWork(one, plan),
  )
  if (!another) return undefined
  return { code: 'organisation.delegation-there', facts: { name: another.toName, from: formatDate(another.validFrom) } }
}

/** Whether two scopes may meet. A procedure beside a field counts as meeting: it may belong to it, now or later. */
function sharesWork(one: Required<Scope>, other: Required<Scope>): boolean {
  const isWhole = ({ procedureCodes, sectorCodes }: Required<Scope>) => !procedureCodes && !sectorCodes
  if (isWhole(one) || isWhole(other)) return true
  const meet = (some: string[] | null, more: string[] | null) => some?.some((code) => more?.includes(code)) ?? false
  return (
    meet(one.procedureCodes, other.procedureCodes) ||
    meet(one.sectorCodes, other.sectorCodes) ||
    (one.procedureCodes !== null && other.sectorCodes !== null) ||
    (one.sectorCodes !== null && other.procedureCodes !== null)
  )
}

/** Which of the delegate's posts the signature block names: the deputy's, the head of division's, else the first. */
export function signingPost<Post extends Pick<HeldPost, 'role' | 'position'>>(
  kind: DelegationKind,
  posts: readonly Post[],
): Post | undefined {
  if (kind === 'deputy') return posts.find(isDeputy)
  if (kind === 'by-order') return posts.find((post) => post.role === 'head-of-division' && !isDeputy(post))
  return posts[0]
}

/** Why it cannot be revoked (any more). */
export function whyNotRevoke(delegation: Delegation, on: LegalDate): Reason | undefined {
  const standing = delegationStanding(delegation, on)
  return standing === 'in-force' || standing === 'coming' ? undefined : { code: 'organisation.delegation-ended' }
}
