import { extendSignatures } from '../long-term/extend-signatures.ts'
import { signPdf } from '../sign-pdf.ts'
import { AGENCY, SIGNED_AT } from '../testing.ts'
import type { Attack, Sample } from './attack.ts'
import { signedBy } from './attacker-keys.ts'

const HOUR = 3_600_000

/** Signed by a key whose certificate was taken back so many hours from the signing; the file holds the answer that says so. */
async function takenBack({ world, source }: Sample, hours: number): Promise<Buffer> {
  const keyRef = `taken-back-${hours}`
  const certificate = await world.pki.agency({ ...AGENCY, keyRef }, SIGNED_AT)
  const pdf = await signPdf({
    pdf: source,
    field: { name: 'ky', page: 1, rect: [10, 10, 100, 60] },
    signer: world.signer,
    keyRef,
    authorisation: { pin: AGENCY.pin },
    timestampAuthority: world.timestampAuthority,
    now: SIGNED_AT,
  })
  const at = new Date(SIGNED_AT.getTime() + hours * HOUR)
  await world.pki.revocation.revoke(certificate, { at, reason: 'keyCompromise' })
  const services = { ...world.services, revocation: world.revocation() }
  return (await extendSignatures(pdf, { level: 'B-LT' }, services, SIGNED_AT)).pdf
}

/** The holder's names are those of a real officer; only the issuer says that all of it is a demonstration. */
const byDemo = async ({ demoAuthority, source, world }: Sample) =>
  signedBy(await demoAuthority.issue({}), source, world.timestampAuthority)

/** Nothing is changed and every name looks right: what counts is what became of the certificate, and who issued it. */
export const namedAttacks: Attack[] = [
  {
    name: 'certificate-revoked-before',
    done: 'Signed an hour after the certificate was taken back, by the time stamp',
    make: (sample) => takenBack(sample, -1),
    verdict: 'valid-untrusted',
    reason: 'certificate-revoked',
    revocation: 'revoked',
  },
  {
    name: 'certificate-revoked-after',
    done: 'Honest: the certificate was taken back an hour after the signing; valid, and the report says when',
    make: (sample) => takenBack(sample, 1),
    verdict: 'valid',
    reason: undefined,
    revocation: 'revoked-later',
  },
  {
    name: 'demo-certificate',
    done: "A certificate of a demonstration with all the leader's names, in a demonstration: valid and told as one",
    make: byDemo,
    verdict: 'valid',
    reason: undefined,
    isDemo: true,
  },
  {
    name: 'demo-certificate-in-production',
    done: 'The same in production, the root of the demonstration put among those believed',
    make: byDemo,
    mode: 'production',
    verdict: 'valid-untrusted',
    reason: 'no-trusted-root',
    isDemo: true,
  },
]
