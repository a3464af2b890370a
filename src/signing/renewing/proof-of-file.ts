import type { Certificate } from '../crypto/certificate.ts'
import type { StampedItem } from '../long-term/stamped-items.ts'
import { stampedItems } from '../long-term/stamped-items.ts'
import { readPdf } from '../pdf/file.ts'
import type { VerificationReport } from '../verification/report.ts'
import type { FileProof } from './renew-by.ts'

/** What a verified file rests on. */
export function proofOfFile(pdf: Uint8Array, { signatures }: Pick<VerificationReport, 'signatures'>): FileProof {
  const ends = signatures.flatMap(({ kind, provableUntil }) =>
    kind === 'signature' && provableUntil ? [provableUntil.getTime()] : [],
  )
  return {
    provableUntil: ends.length === 0 ? undefined : new Date(Math.min(...ends)),
    algorithms: algorithmsOf(stampedItems(readPdf(pdf))),
  }
}

/** An archive time stamp takes over from whatever it covers. */
function algorithmsOf(items: readonly StampedItem[]): string[] {
  const newest = items.findLast(({ signed }) => !signed)
  const used = (newest ? [newest] : items).flatMap(({ signed, token }) => [
    ...(signed ? [keyName(signed.signer), hashName(signed.digestAlgorithm)] : []),
    ...(token ? [keyName(token.signer), hashName(token.hash ?? '')] : []),
  ])
  return [...new Set(used)]
}

/** As in `data/signing/archive-renewal.json`: RSA-2048, EC-256. */
function keyName({ x509, keyType }: Certificate): string {
  const { modulusLength, namedCurve } = x509.publicKey.asymmetricKeyDetails ?? {}
  if (keyType === 'rsa') return `RSA-${modulusLength ?? 0}`
  return `${keyType.toUpperCase()}-${CURVES[namedCurve ?? ''] ?? namedCurve ?? ''}`
}

const CURVES: Record<string, string> = { prime256v1: '256', secp384r1: '384', secp521r1: '521' }

const hashName = (name: string): string => name.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-')
