import { createHash, randomBytes } from 'node:crypto'
import type { Facts, Reason } from '../../platform/refusal.ts'

/** What the local program is asked to do; the names are its own. */
export type TokenAction =
  | 'SignApproved' // người có thẩm quyền ký
  | 'SignIssued' // văn thư cấp số, đóng dấu
  | 'SignCopy' // sao y
  | 'SignAppendix' // phụ lục
  | 'Comment' // ý kiến

/** The local program is opened by hand and asks for a PIN in a window of its own. */
const PASS_MINUTES = 5

/** lượt ký bằng USB token: two addresses, one to fetch the file of a signing request and one to bring it back signed. */
export type TokenPass = {
  id: string
  requestId: string
  /** The officer it was given to. */
  accountId: string
  action: TokenAction
  /** Of the bytes handed out. */
  sha256: string
  fileName: string
  downloadHash: string
  uploadHash: string
  issuedAt: Date
  expiresAt: Date
  downloadedAt: Date | null
  uploadedAt: Date | null
  /** `accepted`, `raising` (signed and below its level yet), or the code of the refusal, with its facts. */
  outcome: string | null
  outcomeFacts: Facts | null
}

export const passEnds = (now: Date): Date => new Date(now.getTime() + PASS_MINUTES * 60_000)

/** 256 bits that nobody guesses; only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Why the file may not be fetched with this address now. */
export function whyNotHandOut(pass: TokenPass | undefined, now: Date): Reason | undefined {
  if (!pass) return { code: 'signing.token-address-unknown' }
  if (pass.downloadedAt !== null) return { code: 'signing.token-address-used' }
  return now > pass.expiresAt ? { code: 'signing.token-address-expired' } : undefined
}

/** Why a signed file may not be brought to this address now. */
export function whyNotTakeIn(pass: TokenPass | undefined, now: Date): Reason | undefined {
  if (!pass) return { code: 'signing.token-address-unknown' }
  if (pass.uploadedAt !== null) return { code: 'signing.token-address-used' }
  if (pass.downloadedAt === null) return { code: 'signing.token-not-fetched' }
  return now > pass.expiresAt ? { code: 'signing.token-address-expired' } : undefined
}
