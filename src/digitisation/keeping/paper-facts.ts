import type { LegalDate } from '../../platform/dates.ts'
import type { PaperValue } from '../bench/value.ts'

/** What a vault wants to know of a paper, and which value of a template says it. */
const SAID_BY = { number: 'number', issuer: 'registeredAt', issuedOn: 'issuedOn' } as const

export type PaperFacts = { number: string | null; issuer: string | null; issuedOn: LegalDate | null }

/** Only what people have settled; a day that is no day is left out. */
export function paperFacts(values: readonly Pick<PaperValue, 'name' | 'settled'>[]): PaperFacts {
  const settled = (name: string) => values.find((value) => value.name === name)?.settled
  const text = (name: string) => settled(name)?.text?.trim() || null
  const day = settled(SAID_BY.issuedOn)?.normalised
  return {
    number: text(SAID_BY.number),
    issuer: text(SAID_BY.issuer),
    issuedOn: typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
  }
}
