import type { Box } from '../reading/recogniser.ts'

/** Another way a value may have been printed, and what it would be then. */
export type Alternative = { text: string; normalised: unknown }

/** Dấu hiệu: what speaks for and against a value, as numbers a calibration weighs. */
export const SIGNS = [
  'least',
  'mean',
  'second',
  'agrees',
  'differs',
  'checked',
  'faulty',
  'backed',
  'mended',
  'fit',
  'sayable',
  'length',
  'figures',
  'odd',
  'confirmed',
  'clear',
  'steady',
  'known',
] as const
export type Signs = Record<(typeof SIGNS)[number], number>

/**
 * Trường bóc tách: `text` as it is printed, `normalised` as forms store it (undefined when it cannot be), `confidence` how
 * likely what is read is right, 0 to 1, `faults` why it is not to be believed as it stands: the words of `forms`, and those of
 * `texts.ts` here. A value with faults is never taken over without a person, however sure its letters are.
 */
export type ExtractedField = {
  name: string
  /** How it is called on screen. */
  label: string
  text: string
  normalised: unknown
  confidence: number
  /** Of the paper, from 1. */
  page: number
  /** In points of its page. Missing where no place says it, such as what stands in a code. */
  box: Box | undefined
  alternatives: Alternative[]
  faults: string[]
}

/** A field before it is told how likely it is right. */
export type ReadField = Omit<ExtractedField, 'confidence'> & { signs: Signs }
