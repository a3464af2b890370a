import { isLegalDate, type LegalDate } from '../../platform/dates.ts'
import type { IdentityCard } from './identity-card.ts'

const LINE = 30
/** Years a card may still be valid; one without end says 31.12.99. */
const LONGEST_VALID = 80
const WEIGHTS = [7, 3, 1]
const SEXES: Record<string, IdentityCard['sex']> = { M: 'male', F: 'female' }
/** Letters a reader takes for figures, where only figures can stand. */
const FIGURES: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', G: '6' }

/**
 * The three lines of thirty letters on the back of an identity card (ICAO Doc 9303 part 5, TD1), with the twelve-digit number
 * in the optional data of line 1. Undefined unless every check digit is right: a zone read wrongly must not look read. `lines` as they must be printed, then.
 */
export function readMachineReadableZone(
  lines: readonly string[],
  on: LegalDate,
): { card: IdentityCard; lines: string[] } | undefined {
  const [first = '', second = '', third = ''] = lines.map((line) => line.replace(/\s/g, '').toUpperCase())
  if (first.length !== LINE || second.length !== LINE || !/^[A-Z<]{5}/.test(first)) return undefined
  const upper = first.slice(0, 5) + figures(first.slice(5))
  const middle = withFigures(second, [0, 7], [8, 15], [29, 30])
  const checked: [data: string, digit: string | undefined][] = [
    [upper.slice(5, 14), upper[14]],
    [middle.slice(0, 6), middle[6]],
    [middle.slice(8, 14), middle[14]],
    [upper.slice(5) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29), middle[29]],
  ]
  if (!checked.every(([data, digit]) => checkDigit(data) === digit)) return undefined
  const [personalId] = /^\d{12}/.exec(upper.slice(15)) ?? []
  const sex = SEXES[middle[7] ?? '']
  const bornOn = dayOf(middle.slice(0, 6), on)
  const expiresOn = dayOf(middle.slice(8, 14), `${Number(on.slice(0, 4)) + LONGEST_VALID}-12-31`)
  if (!personalId?.endsWith(upper.slice(5, 14)) || !sex || !bornOn) return undefined
  const fullName = nameIn(third)
  const nationality = middle.slice(15, 18) === 'VNM' ? ('VNM' as const) : undefined
  return {
    card: {
      personalId,
      ...(fullName ? { fullName } : {}),
      bornOn,
      sex,
      ...(expiresOn ? { expiresOn } : {}),
      ...(nationality ? { nationality } : {}),
    },
    lines: [upper, middle, third],
  }
}

/** Surname first. No digit checks it: a line that is not whole, or has a figure in it, was read wrongly. */
function nameIn(third: string): string | undefined {
  if (!/^[A-Z<]{30}$/.test(third)) return undefined
  const name = third.replaceAll('<', ' ').replace(/\s+/g, ' ').trim()
  return name === '' ? undefined : name
}

function withFigures(line: string, ...spans: [from: number, to: number][]): string {
  return spans.reduce((text, [from, to]) => text.slice(0, from) + figures(text.slice(from, to)) + text.slice(to), line)
}

const figures = (text: string): string => text.replace(/[A-Z]/g, (letter) => FIGURES[letter] ?? letter)

/** Weights 7, 3, 1 over the values of the characters, modulo 10. */
function checkDigit(text: string): string {
  const value = (letter: string) => (letter === '<' ? 0 : Number.parseInt(letter, 36))
  return String([...text].reduce((sum, letter, at) => sum + value(letter) * (WEIGHTS[at % 3] ?? 0), 0) % 10)
}

/** Years have two figures: the last such day that is not after `latest`. */
function dayOf(yymmdd: string, latest: LegalDate): LegalDate | undefined {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(yymmdd) ?? []
  const century = Number(latest.slice(0, 2))
  const days = [century, century - 1].map((first) => `${first}${year}-${month}-${day}`)
  return days.find((date) => isLegalDate(date) && date <= latest)
}
