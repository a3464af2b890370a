import { isSignedByIssuer, readCertificate } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { readCrl } from '../crypto/crl.ts'
import { isIdOf, isResponder, readOcspResponse } from '../crypto/ocsp.ts'
import type { BasicAnswer } from '../crypto/ocsp.ts'
import { OID } from '../crypto/oid.ts'
import { isSignedBy } from '../crypto/signed-der.ts'
import { REVOCATION_REASONS } from './certificate-status.ts'
import type { CertificateStatus, SignedAnswer, StatusAnswer } from './certificate-status.ts'

/**
 * What a signed answer says of a certificate. Undefined when it is about another one, damaged, or signed by somebody who may
 * not answer for this issuer. Whether it is new enough is another question.
 */
export function checkAnswer(
  answer: SignedAnswer,
  certificate: Certificate,
  issuer: Certificate,
): StatusAnswer | undefined {
  try {
    return answer.kind === 'ocsp'
      ? checkOcsp(answer.der, certificate, issuer)
      : checkCrl(answer.der, certificate, issuer)
  } catch {
    return undefined
  }
}

function checkOcsp(der: Buffer, certificate: Certificate, issuer: Certificate): StatusAnswer | undefined {
  const answer = readOcspResponse(der)
  const single = answer.singles.find(({ id }) => isIdOf(id, certificate.serialDer, issuer))
  const responder = single && responderOf(answer, issuer)
  if (!responder || !isSignedBy(responder.x509.publicKey, answer.body, answer.algorithm, answer.signature))
    return undefined
  const { thisUpdate, nextUpdate, status } = single
  return { kind: 'ocsp', der, status: named(status), producedAt: answer.producedAt, thisUpdate, nextUpdate, responder }
}

/** The issuer itself, or a certificate it gave for this purpose alone of answering (RFC 6960 4.2.2.2). */
function responderOf(answer: BasicAnswer, issuer: Certificate): Certificate | undefined {
  if (isResponder(answer, issuer)) return issuer
  return answer.certificates.map(readCertificate).find((candidate) => {
    if (!isResponder(answer, candidate) || !candidate.issuerDer.equals(issuer.subjectDer)) return false
    const isInForce = candidate.notBefore <= answer.producedAt && answer.producedAt <= candidate.notAfter
    const mayAnswer = candidate.extendedKeyUsage?.oids.includes(OID.ocspSigning) ?? false
    return isInForce && mayAnswer && isSignedByIssuer(candidate, issuer)
  })
}

function checkCrl(der: Buffer, certificate: Certificate, issuer: Certificate): StatusAnswer | undefined {
  const list = readCrl(der, issuer, certificate.isAuthority)
  if (!list) return undefined
  const { thisUpdate, nextUpdate } = list
  const entry = list.entryOf(certificate.serialDer)
  const status = named(entry ? { state: 'revoked', ...entry } : { state: 'good' })
  return { kind: 'crl', der, status, producedAt: thisUpdate, thisUpdate, nextUpdate, responder: issuer }
}

type Numbered = { state: 'good' } | { state: 'unknown' } | { state: 'revoked'; at: Date; reason: number }

const named = (status: Numbered): CertificateStatus =>
  status.state === 'revoked' ? { ...status, reason: REVOCATION_REASONS[status.reason] ?? 'unspecified' } : status

/** Clocks of authorities and ours differ a little. */
const CLOCK_SKEW_MS = 5 * 60_000

/** Not from the future, and no newer one is due: what a relying party may use at this instant. */
export const isInWindow = ({ thisUpdate, nextUpdate }: Pick<StatusAnswer, 'thisUpdate' | 'nextUpdate'>, at: Date) =>
  thisUpdate.getTime() <= at.getTime() + CLOCK_SKEW_MS &&
  (nextUpdate === undefined || nextUpdate.getTime() + CLOCK_SKEW_MS >= at.getTime())
