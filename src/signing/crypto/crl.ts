import type { KeyObject } from 'node:crypto'
import {
  TAG,
  bitString,
  certificateTime,
  children,
  decode,
  eachChild,
  encode,
  expectTag,
  explicit,
  instantText,
  integer,
  octetString,
  oid,
  oidText,
  sequence,
} from './der.ts'
import type { Der } from './der.ts'
import type { Certificate } from './certificate.ts'
import { OID } from './oid.ts'
import { isSignedBy, sha256AlgorithmOf, signDer } from './signed-der.ts'

export type CrlIssue = {
  issuer: Certificate
  issuerKey: KeyObject
  number: number
  revoked: { serialDer: Uint8Array; at: Date; reason: number }[]
  thisUpdate: Date
  nextUpdate: Date
}

/** CertificateList, RFC 5280 5.1. */
export function issueCrl(issue: CrlIssue): Buffer {
  const algorithm = sha256AlgorithmOf(issue.issuerKey)
  const entries = issue.revoked.map(({ serialDer, at, reason }) =>
    sequence(serialDer, certificateTime(at), ...(reason > 0 ? [sequence(reasonExtension(reason))] : [])),
  )
  const body = sequence(
    integer(1),
    algorithm,
    issue.issuer.subjectDer,
    certificateTime(issue.thisUpdate),
    certificateTime(issue.nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(0, sequence(sequence(oid(OID.crlNumber), octetString(integer(issue.number))))),
  )
  return sequence(body, algorithm, bitString(signDer(body, issue.issuerKey)))
}

const reasonExtension = (reason: number) =>
  sequence(oid(OID.crlReason), octetString(encode(TAG.enumerated, Buffer.from([reason]))))

export type CertificateList = {
  thisUpdate: Date
  nextUpdate: Date | undefined
  /** Looks through the list; undefined when the serial number is not in it. */
  entryOf(serialDer: Uint8Array): { at: Date; reason: number } | undefined
}

/**
 * A list that this issuer signed for all its certificates of this kind. Undefined: of somebody else, damaged, of changes only
 * or for some reasons only.
 * @throws DerError
 */
export function readCrl(der: Uint8Array, issuer: Certificate, forAuthority: boolean): CertificateList | undefined {
  const [body, algorithm, signature] = children(expectTag(decode(der), TAG.sequence))
  const parts = children(expectTag(body, TAG.sequence))
  const [, name, thisUpdate, ...rest] = parts[0]?.tag === TAG.integer ? parts.slice(1) : parts
  if (!body || !name?.raw.equals(issuer.subjectDer)) return undefined
  if (issuer.keyUsage && !issuer.keyUsage.has('crlSign')) return undefined
  const next = isTime(rest[0]) ? rest.shift() : undefined
  const entries = rest[0]?.tag === TAG.sequence ? rest.shift() : undefined
  if (!coversAll(rest[0], forAuthority)) return undefined
  if (!isSignedBy(issuer.x509.publicKey, body, algorithm, signature)) return undefined
  return {
    thisUpdate: instantText(expectTag(thisUpdate, isTime(thisUpdate) ? thisUpdate.tag : TAG.utcTime)),
    nextUpdate: next && instantText(next),
    entryOf: (serialDer) => (entries ? findEntry(entries, serialDer) : undefined),
  }
}

const isTime = (der: Der | undefined): der is Der => der?.tag === TAG.utcTime || der?.tag === TAG.generalizedTime

function findEntry(entries: Der, serialDer: Uint8Array): { at: Date; reason: number } | undefined {
  for (const entry of eachChild(entries)) {
    if (!entry.content.subarray(0, serialDer.length).equals(serialDer)) continue
    const [, at, extensions] = children(entry)
    if (!isTime(at)) continue
    const reason = (extensions ? children(extensions) : [])
      .map(children)
      .find(([type]) => oidText(type) === OID.crlReason)
    const number = reason ? decode(expectTag(reason.at(-1), TAG.octetString).content).content[0] : 0
    return { at: instantText(at), reason: number ?? 0 }
  }
  return undefined
}

/** onlyContainsUserCerts, onlyContainsCACerts; what else limits a list is not believed. RFC 5280 5.2.5. */
function coversAll(wrapped: Der | undefined, forAuthority: boolean): boolean {
  const list = wrapped ? children(expectTag(children(wrapped)[0], TAG.sequence)) : []
  return list.map(children).every((parts) => {
    const isCritical = parts.length === 3 && parts[1]?.content[0] === 0xff
    if (oidText(parts[0]) !== OID.crlScope) return !isCritical
    const limits = children(decode(expectTag(parts.at(-1), TAG.octetString).content)).filter(({ tag }) => tag !== 0xa0)
    const allowed = forAuthority ? 0x82 : 0x81
    return limits.every(({ tag, content }) => content[0] === 0 || tag === allowed)
  })
}
