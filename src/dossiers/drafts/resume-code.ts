import { randomInt } from 'node:crypto'

// Without letters and digits that sound or look alike on paper and over the phone (0 O, 1 I L, 5 S, 8 B, N M, P T D).
const LETTERS = 'ACEFGHKQRUVXYZ'
const DIGITS = '234679'

/** A code by which a half-done form is taken up elsewhere, such as `7KQ-402`. It names a draft; signing in opens it. */
export function newResumeCode(pick: (below: number) => number = randomInt): string {
  const one = (alphabet: string) => alphabet.charAt(pick(alphabet.length))
  return `${one(DIGITS)}${one(LETTERS)}${one(LETTERS)}-${pick(10)}${pick(10)}${pick(10)}`
}

/** Reads a code as people type it: small letters, no dash. Undefined when it is none. */
export function parseResumeCode(text: string): string | undefined {
  const found = /^(\d[A-Z]{2})[-\s]?(\d{3})$/.exec(text.trim().toUpperCase())
  return found ? `${found[1]}-${found[2]}` : undefined
}
