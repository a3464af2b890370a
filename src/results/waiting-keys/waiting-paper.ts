import type { KeyTrouble } from '../../signing/index.ts'
import type { Result } from '../result.ts'

/** A paper that waits for a certificate; a decision for many stands for all its dossiers. */
export type WaitingPaper = Pick<Result, 'title' | 'state'> & {
  /** Of the most urgent dossier. */
  code: string
  dueAt: Date | null
  /** How many dossiers it is about. */
  of: number
  batchNo: number | null
  /** Who is to sign or seal. */
  holderName: string
  /** When it came to them. */
  waitsSince: Date
  trouble: KeyTrouble
}

/** By legal due date; what has none comes last. */
export function mostUrgentFirst<Of extends { dueAt: Date | null }>(papers: readonly Of[]): Of[] {
  const time = ({ dueAt }: Of) => dueAt?.getTime() ?? Infinity
  return papers.toSorted((one, other) => (time(one) < time(other) ? -1 : time(one) > time(other) ? 1 : 0))
}

/** Since when the paper itself waits for a certificate: it came to its signatory before or after that ended. */
export function waitsForKeySince({ waitsSince, trouble }: Pick<WaitingPaper, 'waitsSince' | 'trouble'>): Date {
  return trouble.since !== null && trouble.since > waitsSince ? trouble.since : waitsSince
}
