import { randomBytes } from 'node:crypto'
import { issueCertificate, newKeyPair } from '../crypto/issue-certificate.ts'
import { OID } from '../crypto/oid.ts'
import { dict, name, textString, withEntries } from '../pdf/objects.ts'
import { SIGNED_AT } from '../testing.ts'
import type { ReportReason, Verdict } from '../verification/report.ts'
import { append } from './attack.ts'
import type { Attack, Sample } from './attack.ts'
import {
  LEADER_NAMES,
  authorityOf,
  signedBy,
  signedWithAnother,
  signedWithSha1,
  stampingWith,
  weakPair,
} from './attacker-keys.ts'
import type { Holder } from './attacker-keys.ts'

type By = (sample: Sample) => Promise<Holder>

/** Nothing is changed in the file; the signature itself deserves no belief. */
const signature = (
  name: string,
  done: string,
  [verdict, reason]: [Verdict, ReportReason | undefined],
  make: (sample: Sample) => Promise<Buffer>,
): Attack => ({ name, done, make, verdict, reason })

const certificate = (name: string, done: string, reason: ReportReason, by: By): Attack =>
  signature(name, done, ['valid-untrusted', reason], async (sample) =>
    signedBy(await by(sample), sample.source, sample.world.timestampAuthority),
  )

const honest = ({ authority }: Sample) => authority.issue({})

export const untrustedAttacks: Attack[] = [
  certificate(
    'certificate-tls-server',
    'Signed with the certificate of a web server',
    'certificate-not-for-signing',
    ({ authority }) => authority.issue({ extendedKeyUsage: OID.serverAuthentication }),
  ),
  certificate(
    'certificate-no-commitment',
    'Signed with a certificate for signing in only (digitalSignature without nonRepudiation)',
    'certificate-not-for-signing',
    ({ authority }) => authority.issue({ keyUsage: ['digitalSignature'] }),
  ),
  certificate(
    'certificate-encryption',
    'Signed with a certificate for encryption',
    'certificate-not-for-signing',
    ({ authority }) => authority.issue({ keyUsage: ['keyEncipherment'] }),
  ),
  certificate(
    'certificate-authority',
    'Signed with the certificate of an authority',
    'certificate-not-for-signing',
    ({ authority }) => authority.issue({ isAuthority: true, keyUsage: ['keyCertSign', 'nonRepudiation'] }),
  ),
  certificate(
    'certificate-expired',
    'Signed the day after the certificate ended, by the time stamp',
    'certificate-expired',
    ({ authority }) => authority.issue({ from: -365, until: -1 }),
  ),
  certificate(
    'certificate-not-yet-valid',
    'Signed before the certificate began, by the time stamp',
    'certificate-not-yet-valid',
    ({ authority }) => authority.issue({ from: 1 }),
  ),
  certificate(
    'certificate-look-alike',
    "A self-signed certificate with all the names of the leader's",
    'no-trusted-root',
    async () => {
      const pair = await newKeyPair('p-256')
      const own = issueCertificate({
        subject: LEADER_NAMES,
        publicKey: pair.publicKey,
        notBefore: new Date(SIGNED_AT.getTime() - 86_400_000),
        notAfter: new Date(SIGNED_AT.getTime() + 86_400_000),
        keyUsage: ['digitalSignature', 'nonRepudiation'],
        issuerKey: pair.privateKey,
      })
      return { certificate: own, key: pair.privateKey, chain: [own] }
    },
  ),
  certificate(
    'certificate-authority-look-alike',
    'The issuing authority has the names of a believed one and another key',
    'no-trusted-root',
    ({ falseAuthority }) => falseAuthority.issue({}),
  ),
  certificate(
    'certificate-from-officer',
    'An officer issues a certificate to somebody else',
    'authority-not-allowed',
    async ({ authority }) => authorityOf(await authority.issue({})).issue({ subject: [['commonName', 'Người khác']] }),
  ),
  signature('key-weak', 'RSA with 1,024 bits', ['broken', 'weak-algorithm'], async ({ authority, source }) =>
    signedBy(await authority.issue({ pair: weakPair() }), source, null),
  ),
  signature('hash-weak', 'SHA-1 over the document and the attributes', ['broken', 'weak-algorithm'], async (sample) =>
    signedWithSha1(await sample.authority.issue({ pair: await newKeyPair('rsa-2048') }), sample.source),
  ),
  signature(
    'certificate-exchanged',
    'The certificate beside the signature is another one of the same key',
    ['altered', 'wrong-signing-certificate'],
    async ({ authority, source }) => {
      const pair = await newKeyPair('p-256')
      const [holder, other] = [await authority.issue({ pair }), await authority.issue({ pair })]
      return signedWithAnother(holder, other.certificate, source)
    },
  ),
  signature(
    'stamp-of-another',
    'The time stamp belongs to another signature',
    ['broken', 'timestamp-not-for-this'],
    async (sample) => {
      const stamping = stampingWith(await timekeeper(sample), { asked: () => randomBytes(32) })
      return signedBy(await honest(sample), sample.source, stamping)
    },
  ),
  signature(
    'stamp-by-nobody',
    'The time stamp is by an authority nobody believes',
    ['valid-untrusted', 'timestamp-untrusted'],
    async (sample) =>
      signedBy(
        await honest(sample),
        sample.source,
        stampingWith(await sample.falseAuthority.issue({ extendedKeyUsage: OID.timeStamping })),
      ),
  ),
  signature(
    'stamp-by-officer',
    'The time stamp is made with a certificate for signing documents',
    ['valid-untrusted', 'timestamp-untrusted'],
    async (sample) => signedBy(await honest(sample), sample.source, stampingWith(await honest(sample))),
  ),
  signature(
    'stamp-in-future',
    'The time stamp is of next year',
    ['valid-untrusted', 'timestamp-in-future'],
    async (sample) => {
      const at = new Date(SIGNED_AT.getTime() + 300 * 86_400_000)
      return signedBy(await honest(sample), sample.source, stampingWith(await timekeeper(sample), { at }))
    },
  ),
  signature(
    'script-before-signing',
    'A script that can change what is shown was there when it was signed',
    ['valid-untrusted', 'active-content'],
    async (sample) => {
      const prepared = append(sample.source, (increment, file) => {
        const catalog = file.dict(file.rootRef)
        const script = dict({ S: name('JavaScript'), JS: textString("this.getField('so').value = '999'") })
        if (catalog) increment.set(file.rootRef, withEntries(catalog, { OpenAction: script }))
      })
      return signedBy(await honest(sample), prepared, sample.world.timestampAuthority)
    },
  ),
  signature(
    'last-signature-cut-off',
    "The agency's seal is cut off: what is left is a valid file, only the register knows better",
    ['valid', undefined],
    ({ signed }) => Promise.resolve(signed),
  ),
]

const timekeeper = ({ authority }: Sample) => authority.issue({ extendedKeyUsage: OID.timeStamping })
