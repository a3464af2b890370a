import { isLegalDate, type LegalDate } from '../../platform/dates.ts'
import type { VerifiedValue } from '../provenance/origin.ts'

/** What a vault wants to know of a paper, and which fields of templates say it, the surest first. */
const SAID_BY = { number: ['number', 'bookNumber'], issuer: ['registeredAt', 'issuer', 'idIssuer'] } as const

export type PaperFacts = { number: string | null; issuer: string | null; issuedOn: LegalDate | null }

/** Of what people have verified; a day that is no day is left out. */
export function paperFacts(values: readonly Pick<VerifiedValue, 'name' | 'text' | 'normalised'>[]): PaperFacts {
  const found = (name: string) => values.find((value) => value.name === name)
  const text = (names: readonly string[]) => names.map((name) => found(name)?.text.trim()).find(Boolean) ?? null
  const day = found('issuedOn')?.normalised
  return {
    number: text(SAID_BY.number),
    issuer: text(SAID_BY.issuer),
    issuedOn: typeof day === 'string' && isLegalDate(day) ? day : null,
  }
}
