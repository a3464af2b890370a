import { ungrouped, type Kind, type Reading } from './kind.ts'
import { isPersonalId } from './personal-id.ts'

const MOBILE = '^0[35789]\\d{8}$'
const EMAIL =
  "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$"

/** Số điện thoại di động: ten digits from 03, 05, 07, 08, 09; `+84` is read as `0`. */
export const phone: Kind = {
  example: '0900 000 214',
  read(text): Reading {
    const value = ungrouped(text).replace(/^(\+|00)84/, '0')
    if (!/^\d+$/.test(value)) return { problem: 'not-digits' }
    if (value.length !== 10) return { problem: 'wrong-length', facts: { count: value.length, wanted: '10' } }
    return new RegExp(MOBILE).test(value)
      ? { value }
      : { problem: 'unknown-prefix', facts: { prefix: value.slice(0, 2) } }
  },
  schema: () => ({ type: 'string', pattern: MOBILE }),
  show: (value) => String(value).replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3'),
}

export const email: Kind = {
  example: 'thuhanh@example.com',
  read: (text) => (new RegExp(EMAIL).test(text) ? { value: text } : { problem: 'unreadable' }),
  schema: (spec) => ({ type: 'string', format: 'email', pattern: EMAIL, maxLength: spec.maxLength ?? 254 }),
  show: String,
}

const CHECK_WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * The tenth digit of a tax code checks the nine before it. The weights are those all accounting programs use and agree with
 * the codes of known companies; no published text of law gives them.
 */
function isChecked(code: string): boolean {
  const sum = CHECK_WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0)
  return 10 - (sum % 11) === Number(code[9])
}

/**
 * Mã số doanh nghiệp, mã số thuế: ten digits, with three more for a branch. Since 1 July 2025 the tax code of a person and of
 * a household business is the owner's personal identification number.
 */
export const businessCode: Kind = {
  example: '5701234566',
  read(text) {
    const digits = ungrouped(text)
    if (!/^\d+$/.test(digits)) return { problem: 'not-digits' }
    if (digits.length === 13) return { value: `${digits.slice(0, 10)}-${digits.slice(10)}` }
    return digits.length === 10 || digits.length === 12
      ? { value: digits }
      : { problem: 'wrong-length', facts: { count: digits.length, wanted: '10' } }
  },
  schema: () => ({ type: 'string', pattern: '^(\\d{10}(-\\d{3})?|\\d{12})$' }),
  check(value, _, { today }) {
    const code = String(value)
    if (code.length === 12) return isPersonalId(code, today) ? undefined : { problem: 'wrong-check-digit' }
    return isChecked(code) ? undefined : { problem: 'wrong-check-digit' }
  },
  show: String,
}
