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
  if (!isInNameOf(certificate, { name, ...(userId === undefined ? {} : { userId }) }))
    return { code: 'signing.token-certificate-of-another', facts: { subject: certificate.subject.commonName, name } }
  const path = findPath(certificate, [], trust, now)
  return path.trusted || path.problem !== 'no-trusted-root' ? undefined : { code: 'signing.token-certificate-unknown' }
}

/** Whether it stands in this very name. The organisation is no answer: it stands in the certificates of an agency's people too. */
export function isInNameOf(
  { subject: { commonName, userId: written } }: Certificate,
  { name, userId }: { name: string; userId?: string },
): boolean {
  return (userId !== undefined && written === userId) || isSame(commonName, name)
}

function isSame(written: string, name: string): boolean {
  const [inCertificate, here] = [foldText(written), foldText(name)]
  return written.endsWith(CUT) ? here.startsWith(inCertificate.slice(0, -1)) : inCertificate === here
}
