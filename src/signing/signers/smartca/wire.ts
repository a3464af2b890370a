import type { Meaning, Wire } from '../remote/wire.ts'

/**
 * VNPT SmartCA, gateway "sp769", flow with confirmation in the application. To be compared with the provider's test
 * environment before use: what is only seen or assumed is marked so.
 */
export const SMARTCA_WIRE = {
  version: 'sp769/v1',
  source: 'VNPT, integration document of SmartCA, 3.1 to 3.5',
  maxDocuments: { value: 100, certainty: 'assumed' },
  answerWithinMs: { value: 5 * 60_000, certainty: 'assumed' },
  codes: {
    400: { means: 'failed', certainty: 'documented' },
    401: { means: 'account', certainty: 'documented' },
    403: { means: 'certificate', certainty: 'documented' },
    404: { means: 'expired', certainty: 'assumed' },
    500: { means: 'unavailable', certainty: 'documented' },
  },
} as const satisfies Wire<number>

/** Under code 200 the words of `message` tell; the first that fits. Only the first and the last two are documented. */
const MESSAGES: [words: RegExp, means: Meaning][] = [
  [/wait/i, 'waiting'],
  [/reject|declin|cancel|refus/i, 'declined'],
  [/expire|timeout|time_out/i, 'expired'],
  [/quota|limit|out_of/i, 'quota'],
  [/credential|certificate|revoked/i, 'certificate'],
  [/fail|error/i, 'failed'],
  [/pending|confirm|process/i, 'waiting'],
  [/success/i, 'signed'],
]

export function smartcaMeaning(code: number, message: string): Meaning {
  if (code !== 200) return isKnown(code) ? SMARTCA_WIRE.codes[code].means : 'unavailable'
  return MESSAGES.find(([words]) => words.test(message))?.[1] ?? 'unavailable'
}

const isKnown = (code: number): code is keyof typeof SMARTCA_WIRE.codes => code in SMARTCA_WIRE.codes

/** `cert_status` is words for people (documented: "Đang hoạt động"), elsewhere numbers or English (seen). */
export const isOutOfUse = (status: string): boolean =>
  /^0$|revoked|inactive|suspended|thu hồi|tạm|khoá|khóa/i.test(status)
