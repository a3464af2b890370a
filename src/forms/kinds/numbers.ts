import type { FieldSpec } from '../form.ts'
import type { Found, Kind } from './kind.ts'

const GROUPED_BY_DOTS = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/
const GROUPED_BY_SPACES = /^-?\d{1,3}( \d{3})+(,\d+)?$/
const PLAIN = /^-?\d+(,\d+)?$/
// A dot before one or two last digits cannot part thousands: a phone's keyboard had no comma.
const DECIMAL_DOT = /^-?\d+\.\d{1,2}$/
const MOST_DIGITS = 15
const DECIMALS = 2

/** `1846.5` as `1.846,5`. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`
}

/** Reads a number written the Vietnamese way: comma before decimals, dots or spaces between thousands. */
function parseNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').replace(/^[−–]/, '-')
  if (text.replace(/\D/g, '').length > MOST_DIGITS) return undefined
  if (DECIMAL_DOT.test(text)) return Number(text)
  if (!PLAIN.test(text) && !GROUPED_BY_DOTS.test(text) && !GROUPED_BY_SPACES.test(text)) return undefined
  return Number(text.replace(/[. ]/g, '').replace(',', '.'))
}

function bounds(spec: FieldSpec) {
  return {
    ...(spec.min === undefined ? {} : { minimum: spec.min }),
    ...(spec.max === undefined ? {} : { maximum: spec.max }),
  }
}

function tooFine(value: number, spec: FieldSpec): Found | undefined {
  const most = spec.decimals ?? DECIMALS
  const has = String(value).split('.')[1]?.length ?? 0
  return has > most ? { problem: 'too-many-decimals', facts: { most } } : undefined
}

export const number: Kind = {
  example: '227,4',
  read(text, spec) {
    const unit = spec.unit?.normalize('NFKC')
    const typed = text.normalize('NFKC')
    const value = parseNumber(unit && typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed)
    return value === undefined ? { problem: 'unreadable' } : { value }
  },
  schema: (spec) => ({ type: 'number', ...bounds(spec) }),
  check: (value, spec) => tooFine(value as number, spec),
  show: (value, spec) => `${formatNumber(Number(value))}${spec.unit ? ` ${spec.unit}` : ''}`,
}

const CURRENCY = /\s*(đồng|đ|vnđ|vnd|₫)\.?$/i

/** Money in whole đồng. Đồng has no decimals, so commas between groups of three part thousands as well. */
export const money: Kind = {
  example: '1.200.000',
  read(text) {
    const typed = text.normalize('NFKC').replace(CURRENCY, '')
    const value = /^\d{1,3}(,\d{3})+$/.test(typed) ? Number(typed.replaceAll(',', '')) : parseNumber(typed)
    return value === undefined || !Number.isSafeInteger(value) || value < 0 ? { problem: 'unreadable' } : { value }
  },
  schema: (spec) => ({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, ...bounds(spec) }),
  show: (value) => `${formatNumber(Number(value))} đồng`,
}
