import { createHash } from 'node:crypto'
import {
  TAG,
  children,
  decode,
  expectTag,
  explicit,
  instantText,
  nullValue,
  octetString,
  oid,
  oidText,
  sequence,
} from './der.ts'
import type { Der } from './der.ts'
import { publicKeyBits } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { OID } from './oid.ts'

export const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest()

/**
 * CertID, RFC 6960 4.1.1. SHA-1 only names the issuer here and protects nothing; RFC 5019 asks for it and many responders know
 * no other.
 */
export const certificateId = (serialDer: Uint8Array, issuer: Certificate): Buffer =>
  sequence(
    sequence(oid(OID.sha1), nullValue()),
    octetString(sha1(issuer.subjectDer)),
    octetString(sha1(publicKeyBits(issuer))),
    serialDer,
  )

/** Whether a CertID means this certificate of this issuer. */
export function isIdOf(id: Der, serialDer: Uint8Array, issuer: Certificate): boolean {
  const [algorithm, nameHash, keyHash, serial] = children(id)
  const names: Record<string, string> = { [OID.sha1]: 'sha1', [OID.sha256]: 'sha256' }
  const hash = names[oidText(children(expectTag(algorithm, TAG.sequence))[0])]
  if (!hash || !serial?.raw.equals(serialDer)) return false
  const digest = (bytes: Uint8Array) => createHash(hash).update(bytes).digest()
  return (
    expectTag(nameHash, TAG.octetString).content.equals(digest(issuer.subjectDer)) &&
    expectTag(keyHash, TAG.octetString).content.equals(digest(publicKeyBits(issuer)))
  )
}

/** OCSPRequest for one certificate; the nonce keeps an old answer from being played again. */
export function ocspRequest(certificate: Certificate, issuer: Certificate, nonce?: Uint8Array): Buffer {
  const list = sequence(sequence(certificateId(certificate.serialDer, issuer)))
  return sequence(sequence(list, ...(nonce ? [explicit(2, nonceExtensions(octetString(nonce)))] : [])))
}

/** RFC 8954 2.1: the value is an OCTET STRING inside that of the extension. */
export const nonceExtensions = (value: Uint8Array) => sequence(sequence(oid(OID.ocspNonce), octetString(value)))

export type AskedId = { id: Der; serialDer: Buffer }
export type OcspQuery = { ids: AskedId[]; nonceDer: Buffer | undefined }

/** @throws DerError */
export function readOcspRequest(der: Uint8Array): OcspQuery {
  const parts = children(expectTag(children(decode(der))[0], TAG.sequence))
  const list = expectTag(
    parts.find((part) => part.tag === TAG.sequence),
    TAG.sequence,
  )
  const ids = children(list).map((one): AskedId => {
    const id = expectTag(children(one)[0], TAG.sequence)
    return { id, serialDer: expectTag(children(id)[3], TAG.integer).raw }
  })
  return { ids, nonceDer: nonceOf(parts.find((part) => part.tag === 0xa2)) }
}

function nonceOf(wrapped: Der | undefined): Buffer | undefined {
  const list = wrapped ? children(expectTag(children(wrapped)[0], TAG.sequence)) : []
  const parts = list.map(children).find(([type]) => oidText(type) === OID.ocspNonce)
  return parts ? expectTag(parts.at(-1), TAG.octetString).content : undefined
}

/** certStatus, RFC 6960 4.2.1; `reason` is the number of RFC 5280 5.3.1. */
export type OcspStatus = { state: 'good' } | { state: 'revoked'; at: Date; reason: number } | { state: 'unknown' }

export type BasicAnswer = {
  body: Der
  algorithm: Der | undefined
  signature: Der | undefined
  certificates: Buffer[]
  responderName: Buffer | undefined
  responderKeyHash: Buffer | undefined
  producedAt: Date
  nonceDer: Buffer | undefined
  singles: { id: Der; status: OcspStatus; thisUpdate: Date; nextUpdate: Date | undefined }[]
}

/** The parts of a successful answer, nothing checked yet. @throws DerError, or Error for a refusal of the responder */
export function readOcspResponse(der: Uint8Array): BasicAnswer {
  const [status, wrapped] = children(expectTag(decode(der), TAG.sequence))
  const code = expectTag(status, TAG.enumerated).content[0]
  if (code !== 0 || !wrapped) throw new Error(`the responder refuses with status ${code ?? ''}`)
  const [type, bytes] = children(expectTag(children(wrapped)[0], TAG.sequence))
  if (oidText(type) !== OID.ocspBasic) throw new Error('an answer of another type')
  const [body, algorithm, signature, certificates] = children(decode(expectTag(bytes, TAG.octetString).content))
  const parts = children(expectTag(body, TAG.sequence))
  const [responder, producedAt, list, extensions] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts
  const named = expectTag(responder, responder?.tag === 0xa1 ? 0xa1 : 0xa2)
  const inner = children(named)[0]
  return {
    body: expectTag(body, TAG.sequence),
    algorithm,
    signature,
    certificates: certificates
      ? children(expectTag(children(certificates)[0], TAG.sequence)).map(({ raw }) => raw)
      : [],
    responderName: named.tag === 0xa1 ? inner?.raw : undefined,
    responderKeyHash: named.tag === 0xa2 ? expectTag(inner, TAG.octetString).content : undefined,
    producedAt: instantText(expectTag(producedAt, TAG.generalizedTime)),
    nonceDer: nonceOf(extensions),
    singles: children(expectTag(list, TAG.sequence)).map(readSingle),
  }
}

function readSingle(single: Der): BasicAnswer['singles'][number] {
  const [id, status, thisUpdate, ...rest] = children(single)
  const next = rest.find((part) => part.tag === 0xa0)
  return {
    id: expectTag(id, TAG.sequence),
    status: readStatus(status),
    thisUpdate: instantText(expectTag(thisUpdate, TAG.generalizedTime)),
    nextUpdate: next ? instantText(expectTag(children(next)[0], TAG.generalizedTime)) : undefined,
  }
}

function readStatus(der: Der | undefined): OcspStatus {
  if (der?.tag === 0x80) return { state: 'good' }
  if (der?.tag !== 0xa1) return { state: 'unknown' }
  const [at, reason] = children(der)
  const number = reason ? expectTag(children(reason)[0], TAG.enumerated).content[0] : 0
  return { state: 'revoked', at: instantText(expectTag(at, TAG.generalizedTime)), reason: number ?? 0 }
}

export const isResponder = (answer: BasicAnswer, candidate: Certificate): boolean =>
  answer.responderName?.equals(candidate.subjectDer) ??
  answer.responderKeyHash?.equals(sha1(publicKeyBits(candidate))) ??
  false
