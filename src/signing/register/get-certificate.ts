import { Type } from 'typebox'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import { readCertificate, type Certificate } from '../crypto/certificate.ts'
import { findPath, type PathProblem } from '../crypto/certificate-path.ts'
import { saysDemo } from '../demo-mark.ts'
import { signersPort } from '../signer.ts'
import { trustPort } from '../trust.ts'
import { linesOf, type CertificateLine } from './list-certificates.ts'
import { countUses, usesOf, type CertificateUse } from './list-store.ts'
import { certificateWithinReach } from './reach-certificate.ts'

export type ChainMember = { name: string; organisation: string; validTo: Date; isAnchor: boolean; isDemo: boolean }

export type CertificateView = CertificateLine & {
  keyKind: string
  /** From the certificate up to the root that is believed; without one, as far as it goes. */
  chainMembers: ChainMember[]
  problem: PathProblem | null
  uses: CertificateUse[]
  timesUsed: number
  /** Wrong PINs are counted by this system. */
  canUnlock: boolean
}

const USES_SHOWN = 20

/** One certificate of the register with all that is known of it. */
export const getCertificate = query({
  name: 'signing.get-certificate',
  roles: ['administrator'],
  input: Type.Object({ fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  async run(app, actor, { fingerprint }): Promise<CertificateView> {
    const { db, clock } = app
    const holder = await certificateWithinReach(db, actor, fingerprint)
    const [line] = await linesOf(db, [holder], clock.now())
    if (!line) throw new Error('a holder makes one line')
    const certificate = readCertificate(holder.certificate)
    return {
      ...line,
      keyKind: keyKindOf(certificate),
      ...chainOf(app, certificate, holder.chain),
      uses: await usesOf(db, fingerprint, USES_SHOWN),
      timesUsed: await countUses(db, fingerprint),
      canUnlock: signerOf(app, holder.signer)?.unlock !== undefined,
    }
  },
})

/** None where this installation is not connected to it any more. */
const signerOf = ({ ports }: App, name: string) =>
  ports
    .get(signersPort)
    .all()
    .find((one) => one.name === name)

function chainOf({ ports, clock }: App, certificate: Certificate, chain: readonly Buffer[]) {
  const trust = ports.get(trustPort)
  const above = chain.map(readCertificate)
  const { notBefore, notAfter } = certificate
  // The chain of an expired certificate is shown as it stood while it was in force.
  const now = clock.now()
  const at = now > notAfter ? notAfter : now < notBefore ? notBefore : now
  const path = findPath(certificate, above, trust, at)
  const members = path.trusted ? path.chain : [certificate, ...above]
  const chainMembers = members.map((one): ChainMember => ({
    name: one.subject.commonName,
    organisation: one.subject.organisation,
    validTo: one.notAfter,
    isAnchor: trust.anchors.some((anchor) => anchor.der.equals(one.der)),
    isDemo: saysDemo(one),
  }))
  return { chainMembers, problem: path.trusted ? null : path.problem }
}

function keyKindOf({ x509 }: Certificate): string {
  const { asymmetricKeyType, asymmetricKeyDetails } = x509.publicKey
  if (asymmetricKeyType === 'rsa') return `RSA ${asymmetricKeyDetails?.modulusLength ?? ''} bit`
  const curve = asymmetricKeyDetails?.namedCurve
  return `ECDSA ${curve === 'prime256v1' ? 'P-256' : curve === 'secp384r1' ? 'P-384' : (curve ?? '')}`
}
