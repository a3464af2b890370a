import { foldText } from '../../platform/text.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { findPath, type Trust } from '../crypto/certificate-path.ts'

/** A name cut at the 64 characters a certificate has room for ends so. */
const CUT = '…'

/**
 * Why a certificate is not taken for this person or agency: it must stand in their name and come from an authority that is believed.
 * `userId`: what authorities write beside the name, such as `MDD:` with the agency's code.
 */
export function whyNotTheirs(
  certificate: Certificate,
  { name, userId }: { name: string; userId?: string },
  trust: Trust,
  now: Date,
): Reason | undefined {
  const { commonName, userId: written } = certificate.subject
  const isCoded = userId !== undefined && written === userId
  // The organisation is no answer: it stands in the certificates of an agency's people too.
  if (!isCoded && !isSame(commonName, name))
    return { code: 'signing.token-certificate-of-another', facts: { subject: commonName, name } }
  const path = findPath(certificate, [], trust, now)
  return path.trusted || path.problem !== 'no-trusted-root' ? undefined : { code: 'signing.token-certificate-unknown' }
}

function isSame(written: string, name: string): boolean {
  const [inCertificate, here] = [foldText(written), foldText(name)]
  return written.endsWith(CUT) ? here.startsWith(inCertificate.slice(0, -1)) : inCertificate === here
}
