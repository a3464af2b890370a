import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'

/** Người đại diện theo pháp luật, và người được giao nộp hồ sơ (Bộ luật Dân sự 2015, Điều 137, 138). */
export type MemberRole = 'representative' | 'clerk'

/** Người của tổ chức: a person who files for an organisation. */
export type Member = {
  id: string
  businessCode: string
  citizenId: string
  role: MemberRole
  position: string | null
  validFrom: LegalDate
  /** The last day; nothing: until it is ended. */
  validTo: LegalDate | null
}

/** An organisation a person files for, and as what. */
export type Membership = Pick<Member, 'businessCode' | 'role' | 'position'> & { name: string }

/** Why nobody can be put down as a clerk with these days, if so. */
export function whyNotAppoint(
  { validTo }: Pick<Member, 'validTo'>,
  known: readonly Pick<Member, 'role'>[],
  on: LegalDate,
): Reason | undefined {
  if (known.some(({ role }) => role === 'representative')) return { code: 'identity.member-represents' }
  if (known.length > 0) return { code: 'identity.member-already' }
  return validTo !== null && validTo < on ? { code: 'identity.member-end-passed' } : undefined
}
