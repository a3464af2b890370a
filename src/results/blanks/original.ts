import type { LegalDate } from '../../platform/dates.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Result } from '../result.ts'

/** bản gốc trên phôi: printed, signed by hand; `scan` is what the agency signs as an electronic copy. */
export type Original = {
  dossierId: string
  resultNo: number
  version: number
  kind: string
  serial: string
  signedOn: LegalDate
  signedByAccountId: string
  signedByName: string
  notedAt: Date
  scanFileId: string | null
  scanSha256: string | null
  scanPages: number | null
  scannedAt: Date | null
  scannedByName: string | null
}

/** Why a result cannot be put on a blank: only what is declared so, and only once it has been approved. */
export function whyNotPrint(result: Pick<Result, 'state' | 'blankKind'> | undefined): Reason | undefined {
  if (result && result.blankKind === null) return { code: 'results.not-on-blank' }
  return result?.state === 'approved' ? undefined : { code: 'results.not-approved' }
}

/** Why the day of the signature by hand cannot be that one. */
export function whyNotSignedOn(day: LegalDate, approvedOn: LegalDate, today: LegalDate): Reason | undefined {
  return day < approvedOn || day > today ? { code: 'results.original-date-wrong', facts: { day } } : undefined
}

/** Why no scan is taken now: it is made of what was signed, and certified as long as nothing was issued. */
export function whyNotScan(
  result: Pick<Result, 'state'> | undefined,
  original: Original | undefined,
): Reason | undefined {
  return result?.state === 'signed' && original ? undefined : { code: 'results.original-not-signed' }
}

/** Why the agency cannot certify the copy. */
export function whyNotCertify(
  result: Pick<Result, 'state'> | undefined,
  original: Original | undefined,
): Reason | undefined {
  return whyNotScan(result, original) ?? (original?.scanFileId ? undefined : { code: 'results.scan-missing' })
}
