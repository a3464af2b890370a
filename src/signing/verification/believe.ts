import { fingerprint } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { findPath, mayPersonSign } from '../crypto/certificate-path.ts'
import type { Trust } from '../crypto/certificate-path.ts'
import type { SignedData } from '../crypto/cms.ts'
import { checkTimestamp } from '../crypto/timestamp.ts'
import { saysDemo } from '../demo-mark.ts'
import type { CertificateSummary, ReportReason, SignatureReport } from './report.ts'

/** Clocks of authorities and ours differ a little. */
const FUTURE_ALLOWED_MS = 5 * 60_000

export type VerifyTrust = Trust & {
  /** Roots of time-stamp authorities; the same as for signers when left out. */
  timestamps?: Trust
}

type Belief = Pick<
  SignatureReport,
  'signedAt' | 'timestampAuthority' | 'level' | 'trusted' | 'reasons' | 'chain' | 'isDemo'
>

/** `signature`: the bytes that a time stamp of this format covers. */
type Signed = Pick<SignedData, 'signer' | 'certificates' | 'signature' | 'timestampToken'>

/** Who and when, after it is known that nothing changed. Without a time stamp that holds, "now" is the time to judge by. */
export function believe(signed: Signed, trust: VerifyTrust, now: Date): Belief {
  const reasons: ReportReason[] = []
  const stamp = signed.timestampToken
    ? checkTimestamp(signed.timestampToken, signed.signature, trust.timestamps ?? trust)
    : undefined
  if (!stamp) reasons.push('no-timestamp')
  else if (!stamp.ok) reasons.push(stamp.problem)
  const inFuture = stamp?.ok === true && stamp.at.getTime() > now.getTime() + FUTURE_ALLOWED_MS
  if (inFuture) reasons.push('timestamp-in-future')
  const path = findPath(signed.signer, signed.certificates, trust, stamp?.ok ? stamp.at : now)
  if (!path.trusted) reasons.push(path.problem)
  const chain = path.trusted ? path.chain : [signed.signer]
  if (!mayPersonSign(signed.signer)) reasons.push('certificate-not-for-signing')
  return {
    signedAt: stamp?.ok ? stamp.at : undefined,
    timestampAuthority: stamp?.ok ? stamp.authority : undefined,
    level: stamp?.ok ? 'B-T' : 'B-B',
    trusted: reasons.every((reason) => reason === 'no-timestamp'),
    reasons,
    chain: chain.map(summaryOf),
    isDemo: chain.some(saysDemo),
  }
}

export const summaryOf = (certificate: Certificate): CertificateSummary => ({
  commonName: certificate.subject.commonName,
  organisation: certificate.subject.organisation,
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
  fingerprint: fingerprint(certificate),
})
