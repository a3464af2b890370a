import { fingerprint } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { readPdf } from '../pdf/file.ts'
import { PdfError } from '../pdf/objects.ts'
import type { RevocationSource, SignedAnswer } from '../revocation/certificate-status.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import { needsOf, pairsOf } from './gather-data.ts'
import { readSecurityStore } from './security-store.ts'
import { stampedItems } from './stamped-items.ts'

export type StatusQuestion = readonly [certificate: Certificate, issuer: Certificate]

/**
 * About whom authorities should be asked now, whatever the file brings along: everybody who signed or stamped and the authorities
 * above them, where those are believed. A file that cannot be read asks nothing.
 */
export function questionsAbout(pdf: Uint8Array, trust: VerifyTrust, now: Date): StatusQuestion[] {
  const chains = chainsOf(pdf, trust, now)
  const pairs = new Map(chains.flatMap(pairsOf).map((pair) => [pair.map(fingerprint).join(), pair] as const))
  // An authority need not know any more what became of a certificate that has ended.
  return [...pairs.values()].filter(([certificate]) => certificate.notAfter >= now)
}

function chainsOf(pdf: Uint8Array, trust: VerifyTrust, now: Date): Certificate[][] {
  try {
    const file = readPdf(pdf)
    const items = stampedItems(file)
    const stored = readSecurityStore(file).certificates.map(({ certificate }) => certificate)
    return items.flatMap((item) => needsOf(item, { items, stored, trust, now })).map(({ chain }) => chain)
  } catch (error) {
    if (error instanceof PdfError) return []
    throw error
  }
}

/** Nobody waits longer for a better answer; who has not answered by then is left out. */
const PATIENCE_MS = 4_000

export async function askAll(
  questions: readonly StatusQuestion[],
  revocation: RevocationSource,
): Promise<SignedAnswer[]> {
  const answers: SignedAnswer[] = []
  const asked = questions.map(async ([certificate, issuer]) => {
    const { kind, der } = await revocation.statusOf(certificate, issuer)
    answers.push({ kind, der })
  })
  const patience = new AbortController()
  const enough = new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS)
    patience.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  await Promise.race([Promise.allSettled(asked), enough])
  patience.abort()
  return [...answers]
}
