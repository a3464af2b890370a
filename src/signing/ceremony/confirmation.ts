/** một lần xác nhận ký: one question to the holder's own device, for one file or many. */
export type Confirmation = {
  id: string
  signer: string
  keyRef: string
  /** As the signing service names it. */
  transaction: string
  byAccountId: string
  begunAt: Date
  expiresAt: Date
  endedAt: Date | null
}

/** A service that does not answer may still have the answer shortly after it was due. */
const GRACE_MS = 10 * 60_000
/** A signature that was given waits so long for a time-stamp authority. */
const STAMP_WITHIN_MS = 24 * 60 * 60_000

/** Whether nobody need ask any more: time is up, and the service that was asked says nothing. */
export function isSilent({ expiresAt }: Pick<Confirmation, 'expiresAt'>, now: Date): boolean {
  return now.getTime() > expiresAt.getTime() + GRACE_MS
}

/** Whether a signature given and never finished is given up. */
export function isGivenUp({ expiresAt }: Pick<Confirmation, 'expiresAt'>, now: Date): boolean {
  return now.getTime() > expiresAt.getTime() + STAMP_WITHIN_MS
}
