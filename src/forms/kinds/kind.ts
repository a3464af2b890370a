import type { LegalDate } from '../../platform/dates.ts'
import type { FieldSpec, JsonSchema } from '../form.ts'
import type { PlaceBook } from './place-book.ts'

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
  | 'out-of-order'
  | 'pattern'
  | 'wrong-check-digit'
  | 'too-few'
  | 'too-many'
  | 'unknown-place'
  | 'several-places'
  | 'two-places'
  | 'no-detail'

export type ProblemFacts = Record<string, string | number>
/** `box`: which of the boxes of a question it is about. */
export type Found = { problem: Problem; facts?: ProblemFacts; box?: string }
/** `later`: only the server can tell, such as a browser that knows no places. */
export type Reading = { value: unknown } | Found | { later: true }

/** What a kind may know besides the answer itself. */
export type ReadScope = { today: LegalDate; places?: PlaceBook | undefined }

/** What stands in the boxes of a question that has several. */
export type Boxes = Record<string, string>

export type Kind = {
  /** Of what a good answer looks like. */
  example: string
  /** Understands what was typed (clean, not empty) and gives the one form in which it is stored. */
  read(text: string, spec: FieldSpec, scope: ReadScope): Reading
  /** Of the stored form. */
  schema(spec: FieldSpec): JsonSchema
  /** What a schema cannot say about a stored value that fits it. */
  check?(value: unknown, spec: FieldSpec, scope: ReadScope): Found | undefined
  /** The stored value as people read it. */
  show(value: unknown, spec: FieldSpec): string
  /** What a person would have typed to get the stored value; `show` unless told. */
  typed?(value: unknown): string
  /** A question of several boxes: their names behind the dot, how they are read, and the way back. */
  boxes?: {
    names: readonly string[]
    read(boxes: Boxes, spec: FieldSpec, scope: ReadScope): Reading
    typed(value: unknown): Boxes
  }
}

/** Digits of a number that people write in groups: spaces, dots and hyphens away, full-width digits narrowed. */
export function ungrouped(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-–()]/g, '')
}
