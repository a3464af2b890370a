import type { LegalDate } from '../../platform/dates.ts'
import type { FieldSpec, JsonSchema } from '../form.ts'

/** What can be wrong with an answer; the sentence for each is in `texts.ts`. */
export type Problem =
  | 'missing'
  | 'unreadable'
  | 'too-long'
  | 'too-short'
  | 'too-small'
  | 'too-large'
  | 'too-many-decimals'
  | 'not-an-option'
  | 'not-letters'
  | 'not-digits'
  | 'wrong-length'
  | 'old-id-number'
  | 'unknown-province'
  | 'born-later'
  | 'no-such-day'
  | 'in-the-future'
  | 'too-long-ago'
  | 'unknown-prefix'
  | 'birth-year-differs'

export type ProblemFacts = Record<string, string | number>
export type Found = { problem: Problem; facts?: ProblemFacts }
export type Reading = { value: unknown } | Found

export type Kind = {
  /** Of what a good answer looks like. */
  example: string
  /** Understands what was typed (clean, not empty) and gives the one form in which it is stored. */
  read(text: string, spec: FieldSpec): Reading
  /** Of the stored form. */
  schema(spec: FieldSpec): JsonSchema
  /** What a schema cannot say about a stored value that fits it. */
  check?(value: unknown, spec: FieldSpec, today: LegalDate): Found | undefined
  /** The stored value as people read it. */
  show(value: unknown, spec: FieldSpec): string
}

/** Digits of a number that people write in groups: spaces, dots and hyphens away, full-width digits narrowed. */
export function ungrouped(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-–()]/g, '')
}
