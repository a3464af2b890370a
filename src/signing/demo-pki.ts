import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import { Refusal } from '../platform/refusal.ts'
import type { Certificate } from './crypto/certificate.ts'
import type { Trust } from './crypto/certificate-path.ts'
import { issueCertificate, newKeyPair } from './crypto/issue-certificate.ts'
import type { CertificateRequest, KeyType } from './crypto/issue-certificate.ts'
import { OID } from './crypto/oid.ts'
import { DEMO_MARK as MARK } from './demo-mark.ts'
import { openDemoRevocation } from './demo-revocation.ts'
import type { DemoRevocation } from './demo-revocation.ts'
import { openKeyFolder, sealKey, unsealKey } from './key-folder.ts'
import type { KeyFolder, KeyRecord } from './key-folder.ts'
import { revocationAddresses } from './revocation/embedded-responder.ts'
import type { KeyRef } from './signer.ts'

const OWNER = 'Hệ thống trình diễn Một Cửa'
const DAY = 86_400_000

/** `agency`: empty for a citizen, who signs for no body. */
export type DemoPerson = { keyRef: KeyRef; fullName: string; agency: string; personalId: string; pin: string }
export type DemoAgency = { keyRef: KeyRef; agencyName: string; identifier: string; pin: string }

/**
 * Certificates and keys of a demonstration, made on this machine and worth nothing in law: root, issuing authority,
 * time-stamp authority, who answers about revocations; officers and agencies on demand. All names say so.
 */
export type DemoPki = {
  keys: KeyFolder
  root: Certificate
  issuing: Certificate
  trust: Trust
  timestampAuthority: { chain: Certificate[]; privateKey: KeyObject }
  revocation: DemoRevocation
  /** RSA-2048, as the tokens in use, unless told otherwise. Returns the certificate in force when there is one. */
  person(person: DemoPerson, now: Date, keyType?: KeyType): Promise<Certificate>
  /** Chứng thư số của cơ quan; P-256 unless told otherwise. */
  agency(agency: DemoAgency, now: Date, keyType?: KeyType): Promise<Certificate>
}

/**
 * Opens the demonstration's authorities in the folder, or makes them: under a second the first time. `revocationUrl`: where its
 * responder listens; new certificates carry it.
 */
export async function openDemoPki(
  folder: string,
  now: Date,
  { revocationUrl }: { revocationUrl?: string } = {},
): Promise<DemoPki> {
  const keys = openKeyFolder(folder)
  const pin = await servicePin(folder)
  const answered = (authorityName: string) =>
    revocationUrl ? { addresses: revocationAddresses(revocationUrl, authorityName) } : {}
  const authority = { keyUsage: ['keyCertSign', 'crlSign'] as const, pin, now, years: 10 }
  const root = await ensureKey(keys, {
    ...authority,
    keyRef: 'demo-root',
    subject: { organisation: OWNER, commonName: `Gốc chứng thực ${MARK}` },
    authority: { pathLength: 1 },
  })
  const issuing = await ensureKey(keys, {
    ...authority,
    keyRef: 'demo-issuing',
    subject: { organisation: OWNER, commonName: `CA phục vụ cơ quan Nhà nước ${MARK}` },
    authority: { pathLength: 0 },
    issuer: root,
    ...answered('demo-root'),
  })
  const timestamping = await ensureKey(keys, {
    keyRef: 'demo-timestamp',
    subject: { organisation: OWNER, commonName: `Dấu thời gian ${MARK}` },
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    extendedKeyUsage: OID.timeStamping,
    issuer: issuing,
    pin,
    now,
    years: 5,
    ...answered('demo-issuing'),
  })
  const responder = await ensureKey(keys, {
    keyRef: 'demo-ocsp',
    subject: { organisation: OWNER, commonName: `Trả lời OCSP ${MARK}` },
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: OID.ocspSigning,
    isNotChecked: true,
    issuer: issuing,
    pin,
    now,
    years: 5,
  })
  const signing = {
    keyUsage: ['digitalSignature', 'nonRepudiation'] as const,
    issuer: issuing,
    years: 3,
    ...answered('demo-issuing'),
  }
  return {
    keys,
    root: root.certificate,
    issuing: issuing.certificate,
    trust: { anchors: [root.certificate], intermediates: [issuing.certificate] },
    timestampAuthority: {
      chain: [timestamping.certificate, issuing.certificate],
      privateKey: await timestamping.open(),
    },
    revocation: openDemoRevocation({
      folder,
      authorities: [
        { name: 'demo-issuing', ...issuing, responder, listHours: 24 },
        // A root is kept away from the network: its list is made once a month.
        { name: 'demo-root', ...root, listHours: 30 * 24 },
      ],
      stranger: timestamping,
    }),
    person: async ({ keyRef, fullName, agency, personalId, pin: own }, at, keyType = 'rsa-2048') => {
      const names = {
        ...(agency === '' ? {} : { organisation: agency }),
        organisationalUnit: MARK,
        commonName: bounded(fullName),
        userId: `CCCD:${personalId}`,
      }
      return (await ensureKey(keys, { ...signing, keyRef, subject: names, keyType, pin: own, now: at })).certificate
    },
    agency: async ({ keyRef, agencyName, identifier, pin: own }, at, keyType = 'p-256') => {
      const names = {
        organisation: bounded(agencyName),
        organisationalUnit: MARK,
        commonName: bounded(agencyName),
        userId: identifier,
      }
      return (await ensureKey(keys, { ...signing, keyRef, subject: names, keyType, pin: own, now: at })).certificate
    },
  }
}

type Wanted = {
  keyRef: KeyRef
  subject: Partial<Record<'organisation' | 'organisationalUnit' | 'commonName' | 'userId', string>>
  keyUsage: readonly CertificateRequest['keyUsage'][number][]
  keyType?: KeyType
  authority?: { pathLength: number }
  extendedKeyUsage?: string
  addresses?: CertificateRequest['addresses']
  isNotChecked?: boolean
  issuer?: EnsuredKey
  pin: string
  now: Date
  years: number
}
type EnsuredKey = { certificate: Certificate; chain: Certificate[]; open(): Promise<KeyObject> }

async function ensureKey(keys: KeyFolder, wanted: Wanted): Promise<EnsuredKey> {
  const kept = await keys.read(wanted.keyRef)
  const certificate = kept?.chain[0]
  if (kept && certificate && certificate.notAfter > wanted.now) {
    let opened: Promise<KeyObject> | undefined
    return { certificate, chain: kept.chain, open: () => (opened ??= openKept(kept, wanted.pin)) }
  }
  const pair = await newKeyPair(wanted.keyType ?? 'p-256')
  const made = issueCertificate({
    subject: [['country', 'VN'], ...(Object.entries(wanted.subject) as CertificateRequest['subject'])],
    publicKey: pair.publicKey,
    // Clocks of other machines may be behind.
    notBefore: new Date(wanted.now.getTime() - 30 * DAY),
    notAfter: new Date(wanted.now.getTime() + wanted.years * 365 * DAY),
    keyUsage: [...wanted.keyUsage],
    ...(wanted.authority ? { authority: wanted.authority } : {}),
    ...(wanted.addresses ? { addresses: wanted.addresses } : {}),
    ...(wanted.isNotChecked ? { isNotChecked: true } : {}),
    ...(wanted.extendedKeyUsage ? { extendedKeyUsage: wanted.extendedKeyUsage } : {}),
    ...(wanted.issuer ? { issuer: wanted.issuer.certificate } : {}),
    issuerKey: wanted.issuer ? await wanted.issuer.open() : pair.privateKey,
  })
  // Those who check have the root already.
  const above = (wanted.issuer?.chain ?? []).filter((one) => !one.subjectDer.equals(one.issuerDer))
  const chain = [made, ...above]
  const sealedKey = await sealKey(pair.privateKey, wanted.pin)
  await keys.write({ keyRef: wanted.keyRef, chain, sealedKey, failedTries: 0 })
  return { certificate: made, chain, open: () => Promise.resolve(pair.privateKey) }
}

async function openKept(kept: KeyRecord, pin: string): Promise<KeyObject> {
  const privateKey = await unsealKey(kept.sealedKey, pin)
  if (!privateKey) throw new Refusal('signing.wrong-pin', { keyRef: kept.keyRef })
  return privateKey
}

/** Names in certificates have at most 64 characters (RFC 5280, appendix A). */
const bounded = (text: string) => (text.length <= 64 ? text : `${text.slice(0, 63)}…`)

/** Opens the keys of the authorities themselves; no person knows it. */
async function servicePin(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'service.pin')
  const made = randomBytes(24).toString('base64url')
  try {
    await writeFile(path, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readFile(path, 'utf8')).trim()
  }
}
