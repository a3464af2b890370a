/** How sure we are that a service speaks so: its own document, programs seen in use, or our guess. */
export type Certainty = 'documented' | 'seen' | 'assumed'

/** What a service answers, whatever number or words it uses for it. */
export type Meaning =
  | 'waiting'
  | 'signed'
  | 'declined'
  | 'expired'
  | 'failed'
  | 'quota'
  | 'certificate'
  | 'account'
  | 'holder'
  | 'unavailable'

/** Facts about a service's interface, kept apart from the program: another version is another table. */
export type Wire<Code extends string | number> = {
  version: string
  source: string
  /** Most documents in one request. */
  maxDocuments: { value: number; certainty: Certainty }
  /** How long a holder has to confirm. */
  answerWithinMs: { value: number; certainty: Certainty }
  codes: Record<Code, { means: Meaning; certainty: Certainty }>
}

/** Refusals of a signing for what a service says of it. The other meanings are no refusals or rise as unavailable. */
export const REFUSED = {
  declined: 'signing.declined',
  expired: 'signing.expired',
  failed: 'signing.remote-failed',
  quota: 'signing.remote-quota',
  certificate: 'signing.remote-certificate-invalid',
  account: 'signing.remote-account-refused',
  holder: 'signing.key-unknown',
  unavailable: 'signing.signer-unavailable',
} as const satisfies Record<Exclude<Meaning, 'waiting' | 'signed'>, string>

/** Ends a part for good; the rest may be otherwise a minute later. */
export const FINAL: ReadonlySet<Meaning> = new Set(['declined', 'expired', 'failed', 'quota', 'certificate'])
