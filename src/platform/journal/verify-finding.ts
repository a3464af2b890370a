/** What verification found wrong, and where: a line by subject and number, or a seal by number. */
export type JournalFinding =
  | { kind: LineProblem; subject: string; seq: number; facts?: Record<string, unknown> }
  | { kind: SealProblem; sealNo: number; facts?: Record<string, unknown> }

export type LineProblem =
  /** The content does not give the hash of the line. */
  | 'line-changed'
  /** The content gives the hash only under another number: `facts.was`. */
  | 'line-moved'
  | 'line-missing'
  /** Beyond the head of its subject, or under no seal though a later line of its subject is. */
  | 'line-added'
  /** Holds together, but is not the line that was sealed. */
  | 'line-rewritten'
  /** Does not follow from the line before it. */
  | 'chain-broken'
  | 'head-changed'

export type SealProblem =
  /** The content does not give the hash of the seal. */
  | 'seal-changed'
  /** The lines under the seal do not give its root, or are not as many. */
  | 'seal-broken'
  | 'seal-missing'
  /** Does not follow from the seal before it. */
  | 'seal-chain-broken'
  | 'token-bad'

export type Report = (finding: JournalFinding) => void
