import type { Refusal } from '../../../platform/refusal.ts'
import type { KeyRef } from '../../signer.ts'

/** One document as the service knows it; `code` stands on the telephone and comes back with the signature. */
export type AskedDocument = { id: string; code: string; title: string; hash: Buffer }

/** What was asked in one go and is confirmed in one go; a long batch has several because services bound their number. */
export type Part = {
  /** The service's name of it; null until it has one. */
  providerId: string | null
  documents: { id: string; code: string }[]
  /** Set when it has ended without signatures: the same answer is given ever after. */
  refusal?: { code: string; facts: Record<string, unknown> }
}

/** giao dịch ký từ xa: a signing that waits for its holder's telephone. */
export type RemoteTransaction = {
  id: string
  signer: string
  keyRef: KeyRef
  parts: Part[]
  askedAt: Date
  expiresAt: Date
}

export type RemoteTransactions = {
  /** Before the service is asked, so that nothing it was asked is ever forgotten. */
  save(transaction: RemoteTransaction): Promise<void>
  find(signer: string, id: string): Promise<RemoteTransaction | undefined>
  /** The transaction that a notice of the service speaks of. */
  findByProviderId(signer: string, providerId: string): Promise<RemoteTransaction | undefined>
}

/** How one part stands, in every service's words translated. `refused` is final; what may change is thrown. */
export type PartStatus =
  | { state: 'waiting' }
  | { state: 'refused'; refusal: Refusal }
  /** Base64 as the service gave it, by the code of the document. */
  | { state: 'signed'; signatures: ReadonlyMap<string, string> }
