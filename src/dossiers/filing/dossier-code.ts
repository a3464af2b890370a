import type { LegalDate } from '../../platform/dates.ts'

/**
 * How a dossier code is written from a day on: `{agency}` identifier of the receiving desk's agency, `{YYMMDD}` day of
 * filing, `{number:4}` the desk's number that day with at least so many digits.
 */
export type CodePattern = { validFrom: LegalDate; pattern: string; article: string }

/** A code but for its number, which the database counts. */
export type CodeFrame = { prefix: string; digits: number; suffix: string }

export type DossierCode = { agency: string; on: LegalDate; number: number }

const NUMBER = /\{number:(\d)\}/

/** The pattern in force; none is a gap in the data and a bug, never guessed. */
export function patternInForce(patterns: readonly CodePattern[], on: LegalDate): CodePattern {
  const found = patterns
    .filter(({ validFrom }) => validFrom <= on)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  if (!found || !NUMBER.test(found.pattern)) throw new Error(`no pattern for dossier codes on ${on}`)
  return found
}

export function codeFrame({ pattern }: CodePattern, agency: string, on: LegalDate): CodeFrame {
  const filled = pattern.replace('{agency}', agency).replace('{YYMMDD}', on.replaceAll('-', '').slice(2))
  const digits = Number(NUMBER.exec(filled)?.[1])
  const [prefix = '', suffix = ''] = filled.split(NUMBER).filter((_, index) => index !== 1)
  return { prefix, digits, suffix }
}

export function formatCode({ prefix, digits, suffix }: CodeFrame, number: number): string {
  return `${prefix}${String(number).padStart(digits, '0')}${suffix}`
}

// Both styles of agency identifiers are alive: H49.12.3 and 000.00.12.H49. Desks beyond 9,999 a day write five digits.
const PRINTED = /^((?:[A-Z]\d{2}|\d{3})(?:\.[0-9A-Z]{1,4})*)-(\d{2})(\d{2})(\d{2})-(\d{4,7})$/

/** Reads a printed code, whatever its pattern's digits; undefined when it is none. */
export function parseCode(text: string): DossierCode | undefined {
  const found = PRINTED.exec(text.trim().toUpperCase())
  if (!found) return undefined
  const [, agency = '', year, month, day, number] = found
  const on = `20${year}-${month}-${day}`
  const instant = new Date(`${on}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(on)) return undefined
  return { agency, on, number: Number(number) }
}
