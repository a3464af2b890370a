import type { SigningRaises } from '../raising/raising.ts'
import type { SigningRequest } from '../register/signing-request.ts'

/** One file to sign; `ask` notes the request in an action of its own, and refuses what may not be signed. */
export type SigningItem<Context> = { id: string; ask(): Promise<SigningRequest<Context>> }

/** `error`: a `Refusal`, or a fault of the program. */
export type SigningFailed = { id: string; state: 'failed'; error: unknown }

/** xác nhận trên điện thoại: the file is signed when its holder has agreed there. */
export type SigningWaits = { state: 'waiting'; confirmationId: string; expiresAt: Date }

export type SigningOutcome<Kept> =
  | { id: string; state: 'signed'; kept: Kept }
  | SigningFailed
  | ({ id: string } & (SigningWaits | SigningRaises))

export function isWaiting(answer: unknown): answer is SigningWaits {
  return typeof answer === 'object' && answer !== null && 'state' in answer && answer.state === 'waiting'
}
