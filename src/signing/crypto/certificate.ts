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

/** @throws DerError, or the error of Node.js for a certificate it cannot read */
export function readCertificate(bytes: Uint8Array): Certificate {
  const der = Buffer.from(bytes)
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
  'isAuthority' | 'maxPathLength' | 'keyUsage' | 'extendedKeyUsage' | 'unknownCritical'
>

function readExtensions(tagged: Der | undefined): Extensions {
  const result: Extensions = {
    isAuthority: false,
    maxPathLength: undefined,
    keyUsage: undefined,
    extendedKeyUsage: undefined,
    unknownCritical: [],
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
    } else if (critical && !HARMLESS_WHEN_CRITICAL.includes(type)) result.unknownCritical.push(type)
  }
  return result
}

function readKeyUsage(value: Der): Set<KeyUsage> {
  const bits = expectTag(value, TAG.bitString).content.subarray(1)
  const isSet = (bit: number) => ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0
  return new Set(KEY_USAGES.filter((_, bit) => isSet(bit)))
}

/** SHA-256 of the certificate, in lower-case hexadecimal. */
export const fingerprint = (certificate: Certificate) => createHash('sha256').update(certificate.der).digest('hex')
