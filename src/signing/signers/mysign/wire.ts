import type { Meaning, Wire } from '../remote/wire.ts'

/**
 * Viettel MySign, `vtss/service`. Taken from programs that use it; to be compared with the provider's test environment
 * before use: what is only seen or assumed is marked so.
 */
export const MYSIGN_WIRE = {
  version: 'vtss/ras-v1',
  source: 'programs that use it (2022 to 2025) and the table of codes that goes with them',
  maxDocuments: { value: 100, certainty: 'assumed' },
  answerWithinMs: { value: 5 * 60_000, certainty: 'assumed' },
  codes: {
    1: { means: 'signed', certainty: 'seen' },
    4000: { means: 'waiting', certainty: 'seen' },
    6000: { means: 'waiting', certainty: 'seen' },
    4001: { means: 'expired', certainty: 'seen' },
    4002: { means: 'declined', certainty: 'seen' },
    4004: { means: 'failed', certainty: 'seen' },
    4005: { means: 'quota', certainty: 'seen' },
    13004: { means: 'certificate', certainty: 'seen' },
    50000: { means: 'unavailable', certainty: 'seen' },
    58007: { means: 'account', certainty: 'seen' },
    58008: { means: 'holder', certainty: 'seen' },
    59033: { means: 'account', certainty: 'seen' },
    86002: { means: 'account', certainty: 'seen' },
    86024: { means: 'account', certainty: 'seen' },
  },
} as const satisfies Wire<number>

export const mysignMeaning = (code: number): Meaning => (isKnown(code) ? MYSIGN_WIRE.codes[code].means : 'unavailable')

const isKnown = (code: number): code is keyof typeof MYSIGN_WIRE.codes => code in MYSIGN_WIRE.codes

/** Base64 of at most 99 characters over Latin letters, figures, `-`, `_` and spaces; anything else is not shown (seen). */
export function mysignText(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^a-zA-Z0-9_\- ]+/g, ' ')
    .replace(/ +/g, ' ')
  return Buffer.from(plain.trim().slice(0, 72), 'latin1').toString('base64')
}
