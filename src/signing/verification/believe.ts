import { fingerprint } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { findPath, mayPersonSign } from '../crypto/certificate-path.ts'
import type { Trust } from '../crypto/certificate-path.ts'
import type { SignedData } from '../crypto/cms.ts'
import { openTimestamp } from '../crypto/timestamp.ts'
import type { Token } from '../crypto/timestamp.ts'
import { saysDemo } from '../demo-mark.ts'
import type { SignatureLevel } from '../long-term/signature-level.ts'
import type { StatusAt } from '../revocation/evidence.ts'
import { believeTime, endOf } from './believe-time.ts'
import type { BelievedTime } from './believe-time.ts'
import { noEvidence } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import type { ByteRange } from './find-signatures.ts'
import type { CertificateSummary, ReportReason, Revocation, SignatureReport } from './report.ts'

export type VerifyTrust = Trust & {
  /** Roots of time-stamp authorities; the same as for signers when left out. */
  timestamps?: Trust
}

export type Belief = Pick<
  SignatureReport,
  | 'signedAt'
  | 'timestampAuthority'
  | 'level'
  | 'trusted'
  | 'reasons'
  | 'chain'
  | 'isDemo'
  | 'revocation'
  | 'provableUntil'
>

/** `signature`: the bytes that a time stamp of this format covers. */
type Signed = Pick<SignedData, 'signer' | 'certificates' | 'signature' | 'timestampToken'>

/** A document time stamp; one that holds is added to what proves the time of everything before it. */
export function believeDocumentTimestamp(
  token: Token,
  range: ByteRange,
  trust: VerifyTrust,
  now: Date,
  evidence: Evidence,
): Belief {
  const belief = believeTime(token, evidence.proofOf(range.end)?.at ?? now, trust, evidence)
  if ('problem' in belief) {
    return { ...nothingBelieved([token.signer]), signedAt: undefined, reasons: [belief.problem] }
  }
  const { at, authority, chain, provableUntil, statuses } = belief.time
  evidence.proofs.push({ ...belief.time, until: range.gapStart })
  return {
    ...nothingBelieved(chain),
    signedAt: at,
    timestampAuthority: authority,
    trusted: true,
    revocation: revocationOf(statuses, at),
    provableUntil,
  }
}

/**
 * Who and when, after it is known that nothing changed. Judged at the earliest time that is proven, by a time stamp over the
 * signature or over the document (EN 319 102-1, 5.5 and 5.6); without one, now. `end`: where the signed bytes end in a file that
 * brings evidence along.
 */
export function believe(
  signed: Signed,
  trust: VerifyTrust,
  now: Date,
  evidence: Evidence = noEvidence(now),
  end = 0,
): Belief {
  const reasons: ReportReason[] = []
  const proof = evidence.proofOf(end)
  const stamp = ownTime(signed, proof?.at ?? now, trust, evidence)
  if (stamp && 'problem' in stamp) {
    // Another proof of the time makes up for an authority that is not believed, not for a stamp that was put in later.
    if (!proof || DAMAGED.includes(stamp.problem)) reasons.push(stamp.problem)
  } else if (!stamp && !proof) reasons.push('no-timestamp')
  const own = stamp && 'time' in stamp ? stamp.time : undefined
  const time = own ?? proof
  const provenAt = time?.at
  const judgedAt = provenAt ?? now
  const path = findPath(signed.signer, [...signed.certificates, ...evidence.certificates], trust, judgedAt)
  if (!path.trusted) reasons.push(path.problem)
  const chain = path.trusted ? path.chain : [signed.signer]
  if (!mayPersonSign(signed.signer)) reasons.push('certificate-not-for-signing')
  const statuses = path.trusted ? evidence.statusesAt(chain, judgedAt) : [undefined]
  const revocation = revocationOf(statuses, judgedAt)
  if (revocation.state === 'revoked') reasons.push('certificate-revoked')
  return {
    signedAt: provenAt,
    timestampAuthority: time?.authority,
    level: levelOf(time, statuses, evidence),
    trusted: reasons.every((reason) => reason === 'no-timestamp'),
    reasons,
    chain: chain.map(summaryOf),
    isDemo: chain.some(saysDemo),
    revocation,
    provableUntil: newestProof(evidence, end) ?? own?.provableUntil ?? endOf(chain),
  }
}

const DAMAGED: ReportReason[] = ['timestamp-invalid', 'timestamp-not-for-this']

function ownTime(signed: Signed, seenAt: Date, trust: VerifyTrust, evidence: Evidence) {
  if (!signed.timestampToken) return undefined
  const opened = openTimestamp(signed.timestampToken, [signed.signature])
  return opened.ok ? believeTime(opened.token, seenAt, trust, evidence) : { problem: opened.problem }
}

/** EN 319 142-1 clause 6: what the file itself holds counts, not what was asked elsewhere. */
function levelOf(
  time: BelievedTime | undefined,
  statuses: (StatusAt | undefined)[],
  evidence: Evidence,
): SignatureLevel {
  if (!time) return 'B-B'
  const { isStored, isArchived } = evidence.standing([...statuses, ...time.statuses])
  if (!isStored) return 'B-T'
  return isArchived ? 'B-LTA' : 'B-LT'
}

/** Of the signer and the authorities above: the earliest revocation counts. */
function revocationOf(statuses: (StatusAt | undefined)[], judgedAt: Date): Revocation {
  const revoked = statuses
    .filter((status) => status?.state === 'revoked')
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
  if (revoked) {
    const { at, reason } = revoked
    return { state: at <= judgedAt ? 'revoked' : 'revoked-later', at, reason }
  }
  return { state: statuses.every((status) => status) ? 'good' : 'not-known' }
}

/** The proof that reaches farthest: the newest document time stamp over this signature. */
function newestProof(evidence: Evidence, end: number): Date | undefined {
  const over = evidence.proofs.filter(({ until }) => until >= end)
  return over.reduce<Date | undefined>((a, b) => (a && a > b.provableUntil ? a : b.provableUntil), undefined)
}

const nothingBelieved = (chain: Certificate[]): Belief => ({
  signedAt: undefined,
  timestampAuthority: undefined,
  level: 'B-B',
  trusted: false,
  reasons: [],
  chain: chain.map(summaryOf),
  isDemo: chain.some(saysDemo),
  revocation: { state: 'not-known' },
  provableUntil: undefined,
})

export const summaryOf = (certificate: Certificate): CertificateSummary => ({
  commonName: certificate.subject.commonName,
  organisation: certificate.subject.organisation,
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
  fingerprint: fingerprint(certificate),
})
