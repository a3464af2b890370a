import type { LegalDate } from '../platform/dates.ts'
import { vietnamDate } from '../platform/dates.ts'

export type Sex = 'male' | 'female'

/** người dân: a person known by their personal ID (số định danh cá nhân). */
export type Citizen = {
  id: string
  personalId: string
  fullName: string
  bornOn: LegalDate | null
  /** Where papers tell the year alone. */
  birthYear: number | null
  sex: Sex | null
  address: string | null
  communeCode: string | null
  phone: string | null
  email: string | null
  source: CitizenSource
  /** When the source said so last; absent for one just made. */
  toldAt?: Date
  version: number
}

/** Who vouches for the data; a later source of lower rank does not overwrite name and birth of a higher one. */
export type CitizenSource = 'identity-provider' | 'citizen-registry' | 'desk'

export const SOURCE_RANK = { desk: 0, 'citizen-registry': 1, 'identity-provider': 1 } satisfies Record<
  CitizenSource,
  number
>

/** What twelve digits say: province of birth, century and sex, two digits of the year (Circular 59/2021/TT-BCA art. 3–5). */
export function readPersonalId(personalId: string): { provinceCode: string; sex: Sex; birthYear: number } | undefined {
  const parts = /^(\d{3})(\d)(\d{2})\d{6}$/.exec(personalId)
  if (!parts) return undefined
  const [, province = '', centurySex = '', year = ''] = parts
  const digit = Number(centurySex)
  return {
    provinceCode: province.slice(1),
    sex: digit % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(digit / 2) * 100 + Number(year),
  }
}

/** Twelve digits with a year of birth that is not in the future. */
export function isPersonalId(personalId: string, now: Date): boolean {
  const parts = readPersonalId(personalId)
  return parts !== undefined && parts.birthYear <= Number(vietnamDate(now).slice(0, 4))
}

/** `022 188 ••• 512`, for lists. */
export function maskPersonalId(personalId: string): string {
  return `${personalId.slice(0, 3)} ${personalId.slice(3, 6)} ••• ${personalId.slice(-3)}`
}

/** What somebody told us about a citizen. Absent means "nothing said"; without a source it was said at the desk. */
export type CitizenFacts = Pick<Citizen, 'personalId' | 'fullName'> &
  Partial<Pick<Citizen, 'bornOn' | 'birthYear' | 'sex' | 'address' | 'communeCode' | 'phone' | 'email' | 'source'>>

/** What we know after being told: a better source overwrites, a lesser one fills gaps only. */
export function mergeCitizen(known: Citizen, told: CitizenFacts): Citizen {
  const source = told.source ?? 'desk'
  const isBetter = SOURCE_RANK[source] >= SOURCE_RANK[known.source]
  const take = <T>(before: T | null, said: T | null | undefined): T | null =>
    isBetter ? (said ?? before) : (before ?? said ?? null)
  return {
    ...known,
    fullName: isBetter ? told.fullName : known.fullName,
    bornOn: take(known.bornOn, told.bornOn),
    birthYear: take(known.birthYear, told.birthYear),
    sex: take(known.sex, told.sex),
    address: take(known.address, told.address),
    communeCode: take(known.communeCode, told.communeCode),
    // The person's own way to be reached is theirs to change: the register's number only fills a gap.
    phone: known.phone ?? told.phone ?? null,
    email: known.email ?? told.email ?? null,
    source: isBetter ? source : known.source,
  }
}
