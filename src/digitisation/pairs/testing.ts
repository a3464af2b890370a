import type { ReadLine } from '../reading/recogniser.ts'
import { linesOfText } from './lines-of-text.ts'

/** Rows of a page as a recogniser gives them; of a word with `?` it is not sure. */
export const linesOf = (...rows: string[]): ReadLine[] => linesOfText(rows, (word) => (word.includes('?') ? 0.4 : 0.95))
