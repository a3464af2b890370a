import { X509Certificate, createHash } from 'node:crypto'
import { TAG, children, decode, expectTag, instantText, oidText, stringText } from './der.ts'
import type { Der } from './der.ts'
import { OID } from './oid.ts'

/** Subject in the words a reader needs; Vietnamese authorities write `CCCD:…` or `MST:…` into `userId`. */
export type DistinguishedName = { commonName: string; organisation: string; userId: string; all: [string, string][] }

export type Certificate = {
  der: Buffer
  x509: X509Certificate
  /** Exactly as the certificate has them: names must never be re-encoded. */
  issuerDer: Buffer
  serialDer: Buffer
  subjectDer: Buffer
  subject: DistinguishedName
  issuer: DistinguishedName
  notBefore: Date
  notAfter: Date
  isAuthority: boolean
  maxPathLength: number | undefined
  /** Undefined when the extension is absent. Bit names of RFC 5280 4.2.1.3. */
  keyUsage: Set<KeyUsage> | undefined
  extendedKeyUsage: { oids: string[]; critical: boolean } | undefined
  unknownCritical: string[]
  /** Where its issuer answers for it (RFC 5280 4.2.2.1, 4.2.1.13): OCSP, lists of revoked certificates, the issuer itself. */
  ocspUrls: string[]
  crlUrls: string[]
  issuerUrls: string[]
  /** Nobody needs to ask whether it is revoked (RFC 6960 4.2.2.2.1). */
  isNotChecked: boolean
  keyType: 'rsa' | 'ec' | 'other'
}

const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'crlSign',
] as const
export type KeyUsage = (typeof KEY_USAGES)[number]
export const keyUsageBit = (usage: KeyUsage) => KEY_USAGES.indexOf(usage)

const HARMLESS_WHEN_CRITICAL: string[] = [OID.certificatePolicies]

/** Certificates kept in memory: the same few stand in every file that is signed or verified. */
const AT_MOST = 200
const known = new Map<string, Certificate>()

/** @throws DerError, or the error of Node.js for a certificate it cannot read */
export function readCertificate(bytes: Uint8Array): Certificate {
  const digest = createHash('sha256').update(bytes).digest('base64')
  const certificate = known.get(digest) ?? parse(Buffer.from(bytes))
  known.delete(digest)
  known.set(digest, certificate)
  for (const oldest of known.keys()) {
    if (known.size <= AT_MOST) break
    known.delete(oldest)
  }
  return certificate
}

function parse(der: Buffer): Certificate {
  const x509 = new X509Certificate(der)
  const body = children(expectTag(children(decode(der))[0], TAG.sequence))
  const offset = body[0]?.tag === 0xa0 ? 1 : 0
  const [serial, , issuer, validity, subject] = body.slice(offset)
  const [notBefore, notAfter] = children(expectTag(validity, TAG.sequence)).map(instantText)
  if (!serial || !issuer || !subject || !notBefore || !notAfter) throw new Error('certificate incomplete')
  const extensions = readExtensions(body.find((item) => item.tag === 0xa3))
  const type = x509.publicKey.asymmetricKeyType
  return {
    der,
    x509,
    issuerDer: issuer.raw,
    serialDer: serial.raw,
    subjectDer: subject.raw,
    subject: readName(subject),
    issuer: readName(issuer),
    notBefore,
    notAfter,
    keyType: type === 'rsa' || type === 'ec' ? type : 'other',
    ...extensions,
  }
}

export function readName(der: Der): DistinguishedName {
  const all = children(der).flatMap((set) =>
    children(set).map((pair): [string, string] => {
      const [type, value] = children(pair)
      return [oidText(type), value ? stringText(value) : '']
    }),
  )
  const last = (type: string) => all.findLast(([key]) => key === type)?.[1] ?? ''
  return { all, commonName: last(OID.commonName), organisation: last(OID.organisation), userId: last(OID.userId) }
}

type Extensions = Pick<
  Certificate,
  | 'isAuthority'
  | 'maxPathLength'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'unknownCritical'
  | 'ocspUrls'
  | 'crlUrls'
  | 'issuerUrls'
  | 'isNotChecked'
>

function readExtensions(tagged: Der | undefined): Extensions {
  const result: Extensions = {
    isAuthority: false,
    maxPathLength: undefined,
    keyUsage: undefined,
    extendedKeyUsage: undefined,
    unknownCritical: [],
    ocspUrls: [],
    crlUrls: [],
    issuerUrls: [],
    isNotChecked: false,
  }
  const list = tagged ? children(expectTag(children(tagged)[0], TAG.sequence)) : []
  for (const extension of list) {
    const parts = children(extension)
    const type = oidText(parts[0])
    const critical = parts.length === 3 && parts[1]?.content[0] === 0xff
    const value = decode(expectTag(parts.at(-1), TAG.octetString).content)
    if (type === OID.basicConstraints) {
      const [authority, length] = children(value)
      result.isAuthority = authority?.tag === TAG.boolean && authority.content[0] === 0xff
      result.maxPathLength = length ? Number(`0x${length.content.toString('hex')}`) : undefined
    } else if (type === OID.keyUsage) result.keyUsage = readKeyUsage(value)
    else if (type === OID.extendedKeyUsage) {
      result.extendedKeyUsage = { oids: children(value).map(oidText), critical }
    } else if (type === OID.authorityInfoAccess) readAccess(value, result)
    else if (type === OID.crlDistributionPoints) result.crlUrls = children(value).flatMap(urlsOfPoint)
    else if (type === OID.ocspNoCheck) result.isNotChecked = true
    else if (critical && !HARMLESS_WHEN_CRITICAL.includes(type)) result.unknownCritical.push(type)
  }
  return result
}

const URL_TAG = 0x86

function readAccess(value: Der, result: Extensions): void {
  for (const description of children(value)) {
    const [method, location] = children(description)
    if (location?.tag !== URL_TAG) continue
    const address = location.content.toString('latin1')
    if (oidText(method) === OID.accessOcsp) result.ocspUrls.push(address)
    if (oidText(method) === OID.accessIssuers) result.issuerUrls.push(address)
  }
}

/** A point for some reasons only, or of another issuer, does not tell the whole: RFC 5280 4.2.1.13. */
function urlsOfPoint(point: Der): string[] {
  const [name, ...restrictions] = children(point)
  const fullName = name?.tag === 0xa0 ? children(name)[0] : undefined
  if (fullName?.tag !== 0xa0 || restrictions.length > 0) return []
  return children(fullName)
    .filter((one) => one.tag === URL_TAG)
    .map((one) => one.content.toString('latin1'))
}

function readKeyUsage(value: Der): Set<KeyUsage> {
  const bits = expectTag(value, TAG.bitString).content.subarray(1)
  const isSet = (bit: number) => ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
  return new Set(KEY_USAGES.filter((_, bit) => isSet(bit)))
}

/** The bits of the public key without their wrapping, as names of keys are made from them (RFC 5280 4.2.1.2). */
export function publicKeyBits(certificate: Certificate): Buffer {
  const spki = certificate.x509.publicKey.export({ type: 'spki', format: 'der' })
  return expectTag(children(decode(spki))[1], TAG.bitString).content.subarray(1)
}

const issuers = new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

/** Whether this key signed the certificate; computed once. */
export function isSignedByIssuer(certificate: Certificate, issuer: Certificate): boolean {
  const answers = issuers.get(certificate) ?? new WeakMap<Certificate, boolean>()
  issuers.set(certificate, answers)
  const answer = answers.get(issuer) ?? certificate.x509.verify(issuer.x509.publicKey)
  answers.set(issuer, answer)
  return answer
}

/** SHA-256 of the certificate, in lower-case hexadecimal. */
export const fingerprint = (certificate: Certificate) => createHash('sha256').update(certificate.der).digest('hex')
