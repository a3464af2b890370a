import { Refusal } from '../../../platform/refusal.ts'

/** How the line to a box is kept from others' ears: from its first byte, after the word STLS, or not at all on this machine. */
const SCHEMES = {
  'pop3s:': { secured: 'tls', port: 995 },
  'pop3+stls:': { secured: 'stls', port: 110 },
  'pop3:': { secured: 'none', port: 110 },
} as const

export type BoxAddress = {
  host: string
  port: number
  user: string
  password: string
  secured: (typeof SCHEMES)[keyof typeof SCHEMES]['secured']
}

/** `pop3s://user:password@host` (RFC 8314), `pop3+stls://…` (RFC 2595), `pop3://…` on this machine alone. */
export function boxAddress(address: string): BoxAddress {
  const { protocol, hostname, port, username, password } = new URL(address)
  const scheme = SCHEMES[protocol as keyof typeof SCHEMES]
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || scheme.port,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    secured: scheme.secured,
  }
}

/** The box said no, or nothing. */
export class BoxRefused extends Error {
  readonly why: 'refused' | 'no-tls' | 'silent'
  readonly said: string

  constructor(why: BoxRefused['why'], said: string) {
    super(`the box: ${why} ${said}`)
    this.why = why
    this.said = said
  }
}

const UNTRUSTED = /SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|CERT_(UNTRUSTED|REJECTED|SIGNATURE_FAILURE)|INVALID_CA/
const OUT_OF_DATE = /CERT_(HAS_EXPIRED|NOT_YET_VALID)/

/** What an administrator is told when a box does not open. */
export function whyNotOpened(error: unknown, { host, port }: BoxAddress): Refusal {
  const { code = '', message } = error as NodeJS.ErrnoException
  const told = (what: string, cause = message) => new Refusal(`digitisation.mailbox-${what}`, { host, port, cause })
  if (error instanceof BoxRefused) return told(error.why, error.said)
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return told('other-name')
  if (OUT_OF_DATE.test(code)) return told('out-of-date', code)
  return UNTRUSTED.test(code) ? told('untrusted', code) : told('away', code || message)
}
