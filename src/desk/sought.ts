import { parseCode } from '../dossiers/index.ts'
import { parseCardText } from './card-text.ts'

/** By what a dossier that waits for papers is looked for: its slip, else a card, a number or a telephone. */
export type Sought = { code: string } | { personalId: string } | { phone: string }

// The QR code of a slip is an address with the dossier's code in it.
const CODE_IN_TEXT = /(?:[A-Z]\d{2}|\d{3})(?:\.[0-9A-Z]{1,4})*-\d{6}-\d{4,7}/i
const TELEPHONE = /^0\d{9,10}$/
const PERSONAL_ID = /^(\d{9}|\d{12})$/

/** What was typed or scanned into the one box; undefined when it is none of these. */
export function soughtIn(text: string): Sought | undefined {
  const code = CODE_IN_TEXT.exec(text.replaceAll(/%2D/gi, '-'))?.[0].toUpperCase()
  if (code !== undefined && parseCode(code)) return { code }
  const card = parseCardText(text)
  if (card) return { personalId: card.personalId }
  const digits = text.replace(/^\+84/, '0').replace(/[\s().-]/g, '')
  if (PERSONAL_ID.test(digits)) return { personalId: digits }
  return TELEPHONE.test(digits) ? { phone: digits } : undefined
}
