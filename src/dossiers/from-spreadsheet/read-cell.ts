import { dayText, type Cell } from '../../platform/spreadsheet/cell.ts'
import { foldText } from '../../platform/text.ts'
import { TICKED, type FieldKind, type FieldSpec } from '../../forms/index.ts'
import { sheetTexts as words } from './texts.ts'

/** What stands in a box of the form after all, or what is wrong with the cell before the form ever sees it. */
export type ReadCell = { text: string } | { fault: string }

/** Digits of numbers that are no quantities: a program that takes them for one drops the zeros before them. */
const DIGITS: Partial<Record<FieldKind, number>> = { 'personal-id': 12, 'old-id': 9, phone: 10, 'business-code': 10 }
const MOST_LOST = 2
const DAYS: readonly FieldKind[] = ['date', 'birth-date']
/** More digits than a spreadsheet program keeps. */
const EXACT_DIGITS = 15

/** Reads a cell as the box of a question would have it. Nothing is guessed: what a program may have changed is asked about. */
export function readCell({ kind, text }: Cell, spec: FieldSpec): ReadCell {
  if (kind === 'formula') return { fault: words.formula }
  if (kind === 'error') return { fault: words.cellError(text) }
  const digits = DIGITS[spec.kind]
  if (digits !== undefined) return readDigits(kind, text, digits)
  if (kind === 'number' && DAYS.includes(spec.kind)) return readDay(text, spec.kind)
  if (spec.kind === 'choice' || spec.kind === 'commune') return { text: valueOf(text, spec) ?? text }
  if (spec.kind === 'choices') {
    return {
      text: text
        .split(/[;\n]/)
        .map((one) => valueOf(one, spec) ?? one.trim())
        .join('\n'),
    }
  }
  if (spec.kind === 'confirm')
    return { text: YES().has(foldText(text)) ? TICKED : NO().has(foldText(text)) ? '' : text }
  return { text }
}

function readDigits(kind: Cell['kind'], text: string, wanted: number): ReadCell {
  const bare = text.replace(/[\s.-]/g, '')
  if (kind === 'number' && bare.length > EXACT_DIGITS) return { fault: words.rounded(text) }
  const lost = wanted - bare.length
  if (/^[1-9]\d*$/.test(bare) && lost > 0 && lost <= MOST_LOST)
    return { fault: words.lostZero(bare, bare.padStart(wanted, '0')) }
  return { text }
}

const FIRST_DAY = 10_000
const LAST_DAY = 80_000

function readDay(text: string, kind: FieldKind): ReadCell {
  const number = Number(text.replace(',', '.'))
  if (kind === 'birth-date' && number >= 1800 && number <= 2200) return { text }
  const isDay = number >= FIRST_DAY && number <= LAST_DAY
  return { fault: isDay ? words.dayNumber(text, dayText(number, 1900)) : words.noDay(text) }
}

/** By the words of the list, or by what they stand for. */
function valueOf(text: string, { options = [] }: FieldSpec): string | undefined {
  const folded = foldText(text)
  return options.find(({ label, value }) => foldText(label) === folded || value === text.trim())?.value
}

const YES = () => new Set(['x', 'v', '✓', TICKED, ...words.yes.map(foldText)])
const NO = () => new Set(['-', ...words.no.map(foldText)])
