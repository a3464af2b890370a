import { isSignedByIssuer } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { OID } from './oid.ts'

/** Roots that are believed, and authorities between that help to reach them. */
export type Trust = { anchors: Certificate[]; intermediates?: Certificate[] }

export type PathProblem =
  | 'no-trusted-root'
  | 'certificate-expired'
  | 'certificate-not-yet-valid'
  | 'certificate-not-for-signing'
  | 'authority-not-allowed'

export type PathResult = { trusted: true; chain: Certificate[] } | { trusted: false; problem: PathProblem }

const MAX_LENGTH = 6

/**
 * A path from the certificate to a trusted root, every member valid at the instant (RFC 5280 section 6, without policies
 * and name constraints, which are refused as unknown when critical).
 */
export function findPath(leaf: Certificate, others: Certificate[], trust: Trust, at: Date): PathResult {
  const usable = usableAt(leaf, at)
  if (usable) return { trusted: false, problem: usable }
  const pool = [...others, ...(trust.intermediates ?? [])]
  let problem: PathProblem = 'no-trusted-root'
  const extend = (chain: Certificate[]): Certificate[] | undefined => {
    const last = chain.at(-1)
    if (!last || chain.length > MAX_LENGTH) return undefined
    for (const candidate of [...trust.anchors, ...pool]) {
      if (chain.some((member) => member.der.equals(candidate.der)) && !isAnchor(candidate, trust)) continue
      if (!candidate.subjectDer.equals(last.issuerDer)) continue
      if (!isSignedByIssuer(last, candidate)) continue
      const refused = whyNotIssuer(candidate, chain.length - 1) ?? usableAt(candidate, at)
      if (refused) {
        problem = refused
        continue
      }
      if (isAnchor(candidate, trust)) return last.der.equals(candidate.der) ? chain : [...chain, candidate]
      const found = extend([...chain, candidate])
      if (found) return found
    }
    return undefined
  }
  const chain = isAnchor(leaf, trust) ? undefined : extend([leaf])
  return chain ? { trusted: true, chain } : { trusted: false, problem }
}

const isAnchor = (certificate: Certificate, trust: Trust) =>
  trust.anchors.some((anchor) => anchor.der.equals(certificate.der))

function usableAt(certificate: Certificate, at: Date): PathProblem | undefined {
  if (certificate.unknownCritical.length > 0) return 'authority-not-allowed'
  if (at < certificate.notBefore) return 'certificate-not-yet-valid'
  return at > certificate.notAfter ? 'certificate-expired' : undefined
}

/** `below` counts the authorities between this one and the signer. */
function whyNotIssuer(certificate: Certificate, below: number): PathProblem | undefined {
  const mayIssue = certificate.isAuthority && (certificate.keyUsage?.has('keyCertSign') ?? true)
  if (!mayIssue) return 'authority-not-allowed'
  return certificate.maxPathLength !== undefined && below > certificate.maxPathLength
    ? 'authority-not-allowed'
    : undefined
}

/** Purposes under which authorities give certificates for signing documents; without the extension any use is allowed. */
const SIGNING_PURPOSES: string[] = [
  OID.anyPurpose,
  OID.emailProtection,
  OID.clientAuthentication,
  OID.documentSigning,
  OID.documentSigningMicrosoft,
  OID.documentSigningAdobe,
]

/** Content commitment (non-repudiation) is what a signature under a document means (EN 319 412-2, 4.3.2). */
export function mayPersonSign(certificate: Certificate): boolean {
  const { isAuthority, keyUsage, extendedKeyUsage } = certificate
  const hasPurpose = !extendedKeyUsage || extendedKeyUsage.oids.some((purpose) => SIGNING_PURPOSES.includes(purpose))
  return !isAuthority && (!keyUsage || keyUsage.has('nonRepudiation')) && hasPurpose
}
