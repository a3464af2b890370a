import { languageNow } from './language.ts'
import { foldText } from './text.ts'
import { inBothLanguages } from './wording.ts'

/** How a legal term is measured. `within-day`: the result is due the day the dossier counts as received. */
export type TermUnit = 'hour' | 'working-day' | 'day' | 'month' | 'year' | 'within-day'

/** thời hạn giải quyết: an amount of a unit, as the procedure states it. */
export type Term = { quantity: number; unit: TermUnit }

const unitWords = inBothLanguages(
  {
    hour: 'giờ làm việc',
    'working-day': 'ngày làm việc',
    day: 'ngày',
    month: 'tháng',
    year: 'năm',
    'within-day': 'trong ngày',
  } satisfies Record<TermUnit, string>,
  {
    hour: 'working hour',
    'working-day': 'working day',
    day: 'day',
    month: 'month',
    year: 'year',
    'within-day': 'within the day',
  },
)

const UNIT_NAMES: Record<string, TermUnit> = {
  hour: 'hour',
  hours: 'hour',
  gio: 'hour',
  'gio lam viec': 'hour',
  'working-day': 'working-day',
  'working-days': 'working-day',
  'working day': 'working-day',
  'working days': 'working-day',
  'ngay lam viec': 'working-day',
  day: 'day',
  days: 'day',
  ngay: 'day',
  month: 'month',
  months: 'month',
  thang: 'month',
  year: 'year',
  years: 'year',
  nam: 'year',
  'within-day': 'within-day',
  'within day': 'within-day',
  'trong ngay': 'within-day',
}

/** Reads `20 working-days`, `8 giờ`, `3,5 ngày làm việc`, `within-day`; undefined when it is none of these. */
export function parseTerm(text: string): Term | undefined {
  const parts = /^(?:(\d+(?:[.,]\d+)?)\s*)?(\D+)$/.exec(foldText(text))
  const unit = UNIT_NAMES[parts?.[2]?.trim() ?? '']
  if (!unit) return undefined
  if (parts?.[1] === undefined) return unit === 'within-day' ? { quantity: 1, unit } : undefined
  const quantity = Number(parts[1].replace(',', '.'))
  return quantity > 0 ? { quantity, unit } : undefined
}

/** `07 ngày làm việc`, as official papers write numbers below ten. */
export function formatTerm({ quantity, unit }: Term): string {
  if (unit === 'within-day') return unitWords[unit]
  if (languageNow() === 'en') return `${quantity} ${unitWords[unit]}${quantity === 1 ? '' : 's'}`
  const digits = String(quantity).replace('.', ',')
  return `${Number.isInteger(quantity) ? digits.padStart(2, '0') : digits} ${unitWords[unit]}`
}
