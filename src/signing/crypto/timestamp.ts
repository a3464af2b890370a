import { createHash, randomBytes } from 'node:crypto'
import {
  TAG,
  boolean,
  children,
  decode,
  encode,
  expectTag,
  generalizedTime,
  instantText,
  integer,
  nullValue,
  octetString,
  oid,
  oidText,
  sequence,
} from './der.ts'
import { findPath } from './certificate-path.ts'
import type { PathProblem, Trust } from './certificate-path.ts'
import type { Certificate } from './certificate.ts'
import { assembleSignedData, readSignedData, sha256, signedAttributes } from './cms.ts'
import { OID, hashName } from './oid.ts'

export type TimestampQuery = { imprint: Buffer; nonce: Buffer | undefined; wantsCertificates: boolean; hash: string }

/** TimeStampReq (RFC 3161 2.4.1) over a SHA-256 digest, asking for the certificates, with a nonce of 8 bytes. */
export function timestampQuery(imprint: Uint8Array): { der: Buffer; nonce: Buffer } {
  const nonce = randomBytes(8)
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
  const der = sequence(integer(1), messageImprint(imprint), integer(nonce), boolean(true))
  return { der, nonce }
}

const messageImprint = (digest: Uint8Array) => sequence(sequence(oid(OID.sha256), nullValue()), octetString(digest))

/** @throws DerError */
export function readTimestampQuery(der: Uint8Array): TimestampQuery {
  const [version, imprint, ...rest] = children(expectTag(decode(der), TAG.sequence))
  if (expectTag(version, TAG.integer).content[0] !== 1) throw new Error('version 1 expected')
  const { digest, hash } = readImprint(imprint)
  return {
    imprint: digest,
    hash: hash ?? 'unknown',
    nonce: rest.find((item) => item.tag === TAG.integer)?.content,
    wantsCertificates: rest.some((item) => item.tag === TAG.boolean && item.content[0] !== 0),
  }
}

function readImprint(der: ReturnType<typeof decode> | undefined): { digest: Buffer; hash: string | undefined } {
  const [algorithm, digest] = children(expectTag(der, TAG.sequence))
  const hash = hashName(oidText(children(expectTag(algorithm, TAG.sequence))[0]))
  return { digest: expectTag(digest, TAG.octetString).content, hash }
}

export type TimestampIssue = {
  query: TimestampQuery
  serial: Uint8Array
  /** The authority's certificate first. */
  chain: Certificate[]
  sign: (attributesDer: Uint8Array) => Promise<Uint8Array>
  now: Date
}

/** TimeStampResp with status granted and a token. */
export async function issueTimestamp(issue: TimestampIssue): Promise<Buffer> {
  const accuracy = sequence(integer(1))
  const info = sequence(
    integer(1),
    oid(OID.demoTimestampPolicy),
    messageImprint(issue.query.imprint),
    integer(issue.serial),
    generalizedTime(issue.now),
    accuracy,
    ...(issue.query.nonce ? [encode(TAG.integer, issue.query.nonce)] : []),
  )
  const signer = issue.chain[0]
  if (!signer) throw new Error('the time-stamp authority has no certificate')
  const attributesDer = signedAttributes(sha256(info), signer, { contentType: OID.tstInfo })
  const token = assembleSignedData({
    attributesDer,
    signature: await issue.sign(attributesDer),
    certificates: issue.chain,
    content: { type: OID.tstInfo, bytes: info },
    withCertificates: issue.query.wantsCertificates,
  })
  return sequence(sequence(integer(0)), token)
}

/** TimeStampResp with status rejection and a reason of RFC 3161 2.4.2 (bit number). */
export function rejectTimestamp(failureBit: number): Buffer {
  const bits = Buffer.alloc(4)
  bits[failureBit >> 3] = 0x80 >> (failureBit & 7)
  return sequence(sequence(integer(2), encode(TAG.bitString, Buffer.from([0]), bits)))
}

/** The token of a response that answers this query. @throws Error with what is wrong */
export function tokenOfResponse(response: Uint8Array, imprint: Uint8Array, nonce: Uint8Array): Buffer {
  const [statusInfo, token] = children(expectTag(decode(response), TAG.sequence))
  const status = expectTag(children(expectTag(statusInfo, TAG.sequence))[0], TAG.integer).content[0]
  if (status !== 0 && status !== 1) throw new Error(`time stamp not granted, status ${status}`)
  if (!token) throw new Error('no token in the response')
  const info = readToken(token.raw)
  if (info.imprint.compare(imprint) !== 0) throw new Error('the time stamp is for something else')
  if (!info.nonce || info.nonce.compare(nonce) !== 0) throw new Error('the time stamp answers another query')
  if (info.problem) throw new Error(`the time stamp does not hold: ${info.problem}`)
  return token.raw
}

/** genTime of a token. */
export const instantOfToken = (token: Uint8Array): Date => readToken(token).at

export type Token = {
  imprint: Buffer
  hash: string | undefined
  nonce: Buffer | undefined
  at: Date
  signer: Certificate
  certificates: Certificate[]
  problem: string | undefined
}

function readToken(token: Uint8Array, padded = false): Token {
  const signed = readSignedData(token, padded)
  if (signed.contentType !== OID.tstInfo || !signed.content) throw new Error('not a time-stamp token')
  const [, , imprint, , at, ...rest] = children(decode(signed.content))
  const { digest, hash } = readImprint(imprint)
  const contentDigest =
    signed.digestAlgorithm === 'weak' ? undefined : createHash(signed.digestAlgorithm).update(signed.content).digest()
  const problem = contentDigest?.equals(signed.messageDigest) ? signed.problem : 'signature-invalid'
  return {
    imprint: digest,
    hash,
    nonce: rest.find((item) => item.tag === TAG.integer)?.content,
    at: instantText(expectTag(at, TAG.generalizedTime)),
    signer: signed.signer,
    certificates: signed.certificates,
    problem,
  }
}

export type TimestampProblem =
  | 'timestamp-invalid'
  | 'timestamp-not-for-this'
  | 'timestamp-untrusted'
  | 'timestamp-expired'
  | 'timestamp-authority-revoked'
export type TimestampCheck =
  | { ok: true; at: Date; authority: string }
  | { ok: false; problem: TimestampProblem; detail?: PathProblem | 'wrong-purpose'; at?: Date }

/** A token that holds together and was made for these bytes; whether its authority is to be believed is another question. */
export function openTimestamp(
  token: Uint8Array,
  stamped: readonly Uint8Array[],
  padded = false,
): { ok: true; token: Token } | { ok: false; problem: 'timestamp-invalid' | 'timestamp-not-for-this' } {
  let read: Token
  try {
    read = readToken(token, padded)
  } catch {
    return { ok: false, problem: 'timestamp-invalid' }
  }
  if (read.problem || !read.hash) return { ok: false, problem: 'timestamp-invalid' }
  const digest = createHash(read.hash)
  for (const part of stamped) digest.update(part)
  return digest.digest().equals(read.imprint)
    ? { ok: true, token: read }
    : { ok: false, problem: 'timestamp-not-for-this' }
}

/** RFC 3161 2.3: for this purpose alone, and critical. */
export function mayTellTime({ extendedKeyUsage }: Certificate): boolean {
  const [only, ...others] = extendedKeyUsage?.oids ?? []
  return extendedKeyUsage?.critical === true && others.length === 0 && only === OID.timeStamping
}

/** Whether the token was made for these bytes by an authority that was trusted then to tell the time. */
export function checkTimestamp(token: Uint8Array, stamped: Uint8Array, trust: Trust, padded = false): TimestampCheck {
  const opened = openTimestamp(token, [stamped], padded)
  if (!opened.ok) return opened
  const { signer, certificates, at } = opened.token
  if (!mayTellTime(signer)) return { ok: false, problem: 'timestamp-untrusted', detail: 'wrong-purpose', at }
  const path = findPath(signer, certificates, trust, at)
  if (!path.trusted) return { ok: false, problem: 'timestamp-untrusted', detail: path.problem, at }
  return { ok: true, at, authority: signer.subject.commonName }
}
