import type { Reason } from '../../../platform/refusal.ts'

/** How long a link may serve, in days, and how often it may be opened. */
export const SHARE_DAYS = [1, 7, 30] as const
export const MOST_OPENS = 20
const WRONG_TRIES = 5

/** đường dẫn chia sẻ: somebody without an account may open one paper by it, so often and so long. */
export type VaultShare = {
  id: string
  entryId: string
  passwordHash: string | null
  /** Who it is for, in the owner's words. */
  forWhom: string
  createdAt: Date
  expiresAt: Date
  mostOpens: number
  opens: number
  wrongTries: number
  revokedAt: Date | null
}

export type ShareState = 'open' | 'revoked' | 'expired' | 'used-up' | 'locked'

export function shareState(
  { revokedAt, expiresAt, opens, mostOpens, wrongTries }: Omit<VaultShare, 'id' | 'entryId' | 'forWhom' | 'createdAt'>,
  now: Date,
): ShareState {
  if (revokedAt !== null) return 'revoked'
  if (now >= expiresAt) return 'expired'
  if (opens >= mostOpens) return 'used-up'
  return wrongTries >= WRONG_TRIES ? 'locked' : 'open'
}

/** One answer for a link that is over and for one that never was: nothing is told to who tries. */
export function whyNotOpen(share: VaultShare | undefined, now: Date): Reason | undefined {
  return share && shareState(share, now) === 'open' ? undefined : { code: 'documents.share-over' }
}

export function triesLeft({ wrongTries }: Pick<VaultShare, 'wrongTries'>): number {
  return Math.max(0, WRONG_TRIES - wrongTries)
}
