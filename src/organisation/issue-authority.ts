import type { SystemAuthority } from '../platform/actor.ts'
import type { LegalDate } from '../platform/dates.ts'
import type { Reason } from '../platform/refusal.ts'

/**
 * uỷ quyền phát hành tự động: by which instrument, of whom, the system issues results of one procedure for one agency. A
 * technical account never signs for a person (Nghị định 30/2020/NĐ-CP, Điều 13), so without one nothing is issued.
 */
export type IssueAuthority = SystemAuthority & {
  authorisedByAccountId: string
  authorisedByName: string
  authorisedByPosition: string
  validFrom: LegalDate
  validTo: LegalDate
  /** `demo-setting`: made up for the demonstration province, confirmed by nobody. */
  certainty: 'recorded' | 'demo-setting'
  recordedAt: Date
  recordedByName: string
  revokedAt: Date | null
  revokedByName: string | null
  revokeReason: string | null
}

export type AuthorityDates = Pick<IssueAuthority, 'validFrom' | 'validTo'> & { instrument: { signedOn: LegalDate } }

/** Why an authority cannot be written down so: none reaches back before its instrument, and none is without an end. */
export function whyNotAuthorise(
  { validFrom, validTo, instrument }: AuthorityDates,
  today: LegalDate,
): Reason | undefined {
  if (validFrom < instrument.signedOn) return { code: 'organisation.authority-before-instrument' }
  if (validTo < validFrom || validTo < today) return { code: 'organisation.authority-over' }
  return undefined
}

export function isAuthorityInForce(
  { revokedAt, validFrom, validTo }: Pick<IssueAuthority, 'revokedAt' | 'validFrom' | 'validTo'>,
  on: LegalDate,
): boolean {
  return revokedAt === null && validFrom <= on && validTo >= on
}
