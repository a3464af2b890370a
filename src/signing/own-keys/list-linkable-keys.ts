import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import { saysDemo } from '../demo-mark.ts'
import { holderByFingerprint } from '../register/holder-store.ts'
import { signersPort, type KeyRef } from '../signer.ts'

export type LinkableKey = {
  keyRef: KeyRef
  subject: string
  organisation: string
  issuer: string
  validTo: Date
  isDemo: boolean
  /** In the register already. */
  isKnown: boolean
}

/** Each is asked for its certificate, so not thousands. */
const MOST_KEYS = 50

/** Keys that a device or service names by itself, for whoever links them to people. */
export const listLinkableKeys = query({
  name: 'signing.list-linkable-keys',
  roles: ['administrator'],
  input: Type.Object({ signer: Type.String({ minLength: 1, maxLength: 40 }) }),
  async run(app, _actor, { signer: name }): Promise<LinkableKey[]> {
    const signer = app.ports.get(signersPort).named(name)
    const keys = (await signer.listKeys?.()) ?? []
    const found: LinkableKey[] = []
    for (const keyRef of keys.slice(0, MOST_KEYS)) {
      // One key without a certificate hides no other.
      const [der] = await signer.certificateChain(keyRef).catch((error: unknown) => {
        if (error instanceof Refusal && error.code !== 'signing.signer-unavailable') return []
        throw error
      })
      if (!der) continue
      const certificate = readCertificate(der)
      const known = await holderByFingerprint(app.db, fingerprint(certificate))
      found.push({
        keyRef,
        subject: certificate.subject.commonName,
        organisation: certificate.subject.organisation,
        issuer: certificate.issuer.commonName,
        validTo: certificate.notAfter,
        isDemo: saysDemo(certificate),
        isKnown: known !== undefined && known.withdrawnAt === null,
      })
    }
    return found
  },
})
