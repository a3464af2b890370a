import type { Clock } from '../../../platform/clock.ts'
import { vietnamDate } from '../../../platform/dates.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import type { KeyRef } from '../../signer.ts'

/** Certificates change by the year; a withdrawal must be noticed within minutes. */
const KEPT_FOR_MS = 5 * 60_000

/** What a service tells of a holder's key: its own name of it, and its certificates, the holder's first. */
export type HeldCertificate = { name: string; chain: Uint8Array[] }

/** Asks once for a signing, not at each of its steps. */
export function heldCertificates(
  clock: Clock,
  fetch: (keyRef: KeyRef) => Promise<HeldCertificate>,
): { of(keyRef: KeyRef): Promise<HeldCertificate>; forget(keyRef: KeyRef): void } {
  const kept = new Map<KeyRef, { held: HeldCertificate; until: number }>()
  return {
    async of(keyRef) {
      const now = clock.now()
      const known = kept.get(keyRef)
      if (known && known.until > now.getTime()) return known.held
      const held = await fetch(keyRef)
      kept.set(keyRef, { held: inForce(held, now), until: now.getTime() + KEPT_FOR_MS })
      return held
    },
    forget: (keyRef) => void kept.delete(keyRef),
  }
}

function inForce(held: HeldCertificate, now: Date): HeldCertificate {
  const [own] = held.chain.map(readCertificate)
  if (!own) throw new Refusal('signing.key-unknown')
  if (now < own.notBefore || now > own.notAfter) {
    throw new Refusal('signing.certificate-expired', { until: vietnamDate(own.notAfter) })
  }
  // Hashes go out under SHA-256 and come back as PKCS#1 signatures; other keys have other rules.
  if (own.keyType !== 'rsa') throw new Refusal('signing.remote-key-not-served')
  return held
}

/** Chain as services send it, base64; what is empty or null is left out. @throws Error for what is no certificate */
export const chainOf = (base64: readonly unknown[]): Uint8Array[] =>
  base64.flatMap((one) =>
    typeof one === 'string' && one.trim() !== '' ? [readCertificate(Buffer.from(one, 'base64')).der] : [],
  )
