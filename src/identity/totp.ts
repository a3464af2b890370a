import { Secret, TOTP } from 'otpauth'

const ISSUER = 'Một Cửa'
const PERIOD_SECONDS = 30

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  })
}

/** Address that an authenticator application reads from the QR code. */
export function totpAddress(secret: string, signInName: string): string {
  return totp(secret, signInName).toString()
}

/** The code of an instant; for tests and for the demo people's printed list. */
export function totpCode(secret: string, now: Date): string {
  return totp(secret, '').generate({ timestamp: now.getTime() })
}

/** The time step a code belongs to, one step of drift either way; undefined for a wrong code. */
export function totpStep(secret: string, code: string, now: Date): bigint | undefined {
  const timestamp = now.getTime()
  const delta = totp(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp, window: 1 })
  return delta === null ? undefined : BigInt(Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta)
}
