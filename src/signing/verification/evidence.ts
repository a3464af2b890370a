import { fingerprint } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import type { SecurityStore, ValidationData } from '../long-term/security-store.ts'
import type { StatusAnswer } from '../revocation/certificate-status.ts'
import { checkAnswer } from '../revocation/check-answer.ts'
import { statusAt } from '../revocation/evidence.ts'
import type { KnownAnswer, StatusAt } from '../revocation/evidence.ts'
import type { BelievedTime } from './believe-time.ts'

/** Everything before `until` in the file existed at this instant: a document time stamp that holds says so. */
export type Proof = BelievedTime & { until: number }

/** What a file brings along and what was asked just now, with the time at which each of it is known to have existed. */
export type Evidence = {
  certificates: Certificate[]
  proofs: Proof[]
  /** Earliest proof that what ends here existed. */
  proofOf(end: number): Proof | undefined
  /** Of each member of a chain but the anchor; undefined where nothing is known. */
  statusesAt(chain: Certificate[], at: Date): (StatusAt | undefined)[]
  /** Whether all of these are told by the file itself, and whether an archive time stamp covers them. */
  standing(statuses: (StatusAt | undefined)[]): { isStored: boolean; isArchived: boolean }
}

export function gatherEvidence(store: SecurityStore, asked: ValidationData | undefined, now: Date): Evidence {
  const proofs: Proof[] = []
  const proofOf = (end: number) =>
    proofs
      .filter(({ until }) => until >= end)
      .reduce<Proof | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
  const endsAt = new Map(store.answers.map((answer) => [answer.der, answer.endsAt]))
  // Those of the file last: they are taken where both tell the same.
  const answers = [...(asked?.answers ?? []), ...store.answers]
  const check = rememberingChecks()
  return {
    certificates: [...store.certificates.map(({ certificate }) => certificate), ...(asked?.certificates ?? [])],
    proofs,
    proofOf,
    statusesAt(chain, at) {
      const known: KnownAnswer[] = answers.map(({ kind, der }) => {
        const end = endsAt.get(der)
        return { kind, der, knownAt: (end === undefined ? undefined : proofOf(end)?.at) ?? now }
      })
      return chain.slice(0, -1).map((certificate, index) => {
        const issuer = chain[index + 1]
        return issuer && statusAt(certificate, issuer, at, known, check)
      })
    },
    standing(statuses) {
      const ends = statuses.map((status) => status && endsAt.get(status.answer.der))
      return {
        isStored: ends.every((end) => end !== undefined),
        isArchived: ends.every((end) => end !== undefined && proofOf(end) !== undefined),
      }
    },
  }
}

/** For signatures in formats that bring nothing along. */
export const noEvidence = (now: Date): Evidence => gatherEvidence({ certificates: [], answers: [] }, undefined, now)

/** The same certificates come again and again in one file: each answer is checked once for each of them. */
function rememberingChecks(): typeof checkAnswer {
  const known = new Map<Buffer, Map<string, StatusAnswer | undefined>>()
  return (answer, certificate, issuer) => {
    const byCertificate = known.get(answer.der) ?? new Map<string, StatusAnswer | undefined>()
    known.set(answer.der, byCertificate)
    const about = fingerprint(certificate)
    if (!byCertificate.has(about)) byCertificate.set(about, checkAnswer(answer, certificate, issuer))
    return byCertificate.get(about)
  }
}
