import type { LegalDate } from '../../platform/dates.ts'
import { ungrouped, type Found, type Kind } from './kind.ts'

// Mã tỉnh of personal identification numbers: the 63 provinces of before 1 July 2025; today's 34 kept theirs.
// Numbers from 101 on are countries, for births registered abroad (Decree 137/2015, Article 13).
const PROVINCES = new Set(
  `001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042
   044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087
   089 091 092 093 094 095 096`.split(/\s+/),
)
const FIRST_COUNTRY = 101

export type PersonalIdFacts = { provinceCode: string; sex: 'male' | 'female'; birthYear: number }

/** What the twelve digits tell: place of birth registration, century and sex, year of birth. There is no check digit. */
export function personalIdFacts(personalId: string): PersonalIdFacts | undefined {
  if (!/^\d{12}$/.test(personalId)) return undefined
  const centuryAndSex = Number(personalId[3])
  return {
    provinceCode: personalId.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(personalId.slice(4, 6)),
  }
}

function whyNotPersonalId(value: string, today: LegalDate): Found | undefined {
  const facts = personalIdFacts(value)
  if (!facts) return { problem: 'unreadable' }
  if (!PROVINCES.has(facts.provinceCode) && Number(facts.provinceCode) < FIRST_COUNTRY) {
    return { problem: 'unknown-province', facts: { province: facts.provinceCode } }
  }
  if (facts.birthYear > Number(today.slice(0, 4))) return { problem: 'born-later', facts: { year: facts.birthYear } }
  return undefined
}

/** Whether a number may be a personal identification number on a day. */
export function isPersonalId(personalId: string, today: LegalDate): boolean {
  return whyNotPersonalId(personalId, today) === undefined
}

/** Số định danh cá nhân: 12 digits. */
export const personalId: Kind = {
  example: '022 188 001 512',
  read(text) {
    const value = ungrouped(text)
    if (!/^\d+$/.test(value)) return { problem: 'not-digits' }
    if (value.length === 9) return { problem: 'old-id-number' }
    return value.length === 12 ? { value } : { problem: 'wrong-length', facts: { count: value.length, wanted: '12' } }
  },
  schema: () => ({ type: 'string', pattern: '^\\d{12}$' }),
  check: (value, _, { today }) => whyNotPersonalId(String(value), today),
  show: (value) => String(value).replace(/(\d{3})(?=\d)/g, '$1 '),
}

/** Số chứng minh nhân dân: 9 digits, no longer valid since 1 January 2025, still asked for as an old number. */
export const oldId: Kind = {
  example: '100 234 567',
  read(text) {
    const value = ungrouped(text)
    if (!/^\d+$/.test(value)) return { problem: 'not-digits' }
    return value.length === 9 ? { value } : { problem: 'wrong-length', facts: { count: value.length, wanted: '9' } }
  },
  schema: () => ({ type: 'string', pattern: '^\\d{9}$' }),
  show: (value) => String(value).replace(/(\d{3})(?=\d)/g, '$1 '),
}

/** Số hộ chiếu, of any country. */
export const passport: Kind = {
  example: 'C1234567',
  read(text) {
    const value = ungrouped(text).toUpperCase()
    return /^[A-Z0-9]{5,15}$/.test(value) && /\d/.test(value) ? { value } : { problem: 'unreadable' }
  },
  schema: () => ({ type: 'string', pattern: '^(?=.*\\d)[A-Z0-9]{5,15}$' }),
  show: String,
}
