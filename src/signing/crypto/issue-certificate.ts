import { createHash, generateKeyPair, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import {
  bitString,
  boolean,
  certificateTime,
  encode,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  utf8String,
} from './der.ts'
import { keyUsageBit, readCertificate } from './certificate.ts'
import type { Certificate, KeyUsage } from './certificate.ts'
import { OID } from './oid.ts'

const generate = promisify(generateKeyPair)

export type KeyType = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'p-256' | 'p-384'
export type KeyPair = { privateKey: KeyObject; publicKey: KeyObject }

/** Runs on the thread pool of Node.js, so requests go on meanwhile. RSA-2048 takes 50 to 400 ms, RSA-4096 some seconds. */
export async function newKeyPair(type: KeyType): Promise<KeyPair> {
  if (type.startsWith('rsa-')) return generate('rsa', { modulusLength: Number(type.slice(4)) })
  return generate('ec', { namedCurve: type === 'p-256' ? 'P-256' : 'P-384' })
}

export type CertificateRequest = {
  /** In the order they stand in the certificate. */
  subject: [type: keyof typeof SUBJECT_TYPES, value: string][]
  publicKey: KeyObject
  notBefore: Date
  notAfter: Date
  keyUsage: KeyUsage[]
  authority?: { pathLength: number }
  extendedKeyUsage?: string
  /** Where the issuer answers for it. */
  addresses?: { ocsp: string; crl: string; issuer: string }
  isNotChecked?: boolean
  /** For a TLS server on this machine: its address is 127.0.0.1. */
  isLoopback?: boolean
  /** Without an issuer the certificate is its own. */
  issuer?: Certificate
  issuerKey: KeyObject
}

const SUBJECT_TYPES = {
  country: OID.country,
  state: OID.state,
  organisation: OID.organisation,
  organisationalUnit: OID.organisationalUnit,
  title: OID.title,
  commonName: OID.commonName,
  userId: OID.userId,
} as const

/** X.509 version 3, RFC 5280. Upper bounds of names (commonName: 64 characters) are kept, longer ones are an error. */
export function issueCertificate(request: CertificateRequest): Certificate {
  const key = request.publicKey.export({ type: 'spki', format: 'der' })
  const subject = sequence(
    ...request.subject.map(([type, value]) => {
      if (value.length > (type === 'commonName' || type.startsWith('organisation') ? 64 : 128)) {
        throw new Error(`${type} of a certificate may have 64 characters: ${value}`)
      }
      const text = type === 'country' ? printableString(value) : utf8String(value)
      return setOf(sequence(oid(SUBJECT_TYPES[type]), text))
    }),
  )
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const algorithm =
    request.issuerKey.asymmetricKeyType === 'rsa'
      ? sequence(oid(OID.sha256WithRsa), nullValue())
      : sequence(oid(OID.ecdsaWithSha256))
  const body = sequence(
    explicit(0, integer(2)),
    integer(serial),
    algorithm,
    request.issuer?.subjectDer ?? subject,
    sequence(certificateTime(request.notBefore), certificateTime(request.notAfter)),
    subject,
    key,
    explicit(3, sequence(...extensions(request, key))),
  )
  const signature = sign('sha256', body, request.issuerKey)
  return readCertificate(sequence(body, algorithm, bitString(signature)))
}

const extension = (type: string, critical: boolean, value: Uint8Array) =>
  sequence(oid(type), ...(critical ? [boolean(true)] : []), octetString(value))

function extensions(request: CertificateRequest, key: Buffer): Buffer[] {
  const issuerKey = request.issuer?.x509.publicKey.export({ type: 'spki', format: 'der' }) ?? key
  const constraints = request.authority ? sequence(boolean(true), integer(request.authority.pathLength)) : encode(0x30)
  return [
    extension(OID.basicConstraints, true, constraints),
    extension(OID.keyUsage, true, keyUsageBits(request.keyUsage)),
    ...(request.extendedKeyUsage
      ? [extension(OID.extendedKeyUsage, true, sequence(oid(request.extendedKeyUsage)))]
      : []),
    ...addressExtensions(request),
    ...(request.isNotChecked ? [extension(OID.ocspNoCheck, false, nullValue())] : []),
    ...(request.isLoopback
      ? [extension(OID.subjectAltName, false, sequence(implicit(7, Buffer.from([127, 0, 0, 1]))))]
      : []),
    extension(OID.subjectKeyId, false, octetString(keyId(key))),
    extension(OID.authorityKeyId, false, sequence(implicit(0, keyId(issuerKey)))),
  ]
}

function addressExtensions({ addresses }: CertificateRequest): Buffer[] {
  if (!addresses) return []
  const url = (address: string) => implicit(6, Buffer.from(address, 'latin1'))
  return [
    extension(
      OID.authorityInfoAccess,
      false,
      sequence(
        sequence(oid(OID.accessOcsp), url(addresses.ocsp)),
        sequence(oid(OID.accessIssuers), url(addresses.issuer)),
      ),
    ),
    extension(OID.crlDistributionPoints, false, sequence(sequence(explicit(0, explicit(0, url(addresses.crl)))))),
  ]
}

const keyId = (spki: Buffer) => createHash('sha256').update(spki).digest().subarray(0, 20)

function keyUsageBits(usages: KeyUsage[]): Buffer {
  const bits = usages.map(keyUsageBit)
  const value = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0)
  return bitString(Buffer.from([value]), 7 - Math.max(...bits))
}
