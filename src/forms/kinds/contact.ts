import { ungrouped, type Kind, type Reading } from './kind.ts'

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

/** Mã số doanh nghiệp, mã số thuế: ten digits, with three more for a branch. */
export const businessCode: Kind = {
  example: '5701234567',
  read(text) {
    const digits = ungrouped(text)
    if (!/^\d+$/.test(digits)) return { problem: 'not-digits' }
    if (digits.length === 13) return { value: `${digits.slice(0, 10)}-${digits.slice(10)}` }
    return digits.length === 10
      ? { value: digits }
      : { problem: 'wrong-length', facts: { count: digits.length, wanted: '10' } }
  },
  schema: () => ({ type: 'string', pattern: '^\\d{10}(-\\d{3})?$' }),
  show: String,
}
