import type { KeyObject } from 'node:crypto'
import { TAG, bitString, encode, explicit, generalizedTime, implicit, octetString, oid, sequence } from './der.ts'
import { publicKeyBits } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { nonceExtensions, sha1 } from './ocsp.ts'
import type { AskedId, OcspQuery, OcspStatus } from './ocsp.ts'
import { OID } from './oid.ts'
import { sha256AlgorithmOf, signDer } from './signed-der.ts'

export type OcspIssue = {
  query: OcspQuery
  statusOf(id: AskedId): OcspStatus
  responder: { certificate: Certificate; privateKey: KeyObject }
  /** The responder's certificate goes along when it is not the issuer itself. */
  isDelegated: boolean
  thisUpdate: Date
  nextUpdate: Date
}

/** OCSPResponse with status successful. */
export function issueOcsp(issue: OcspIssue): Buffer {
  const { certificate, privateKey } = issue.responder
  const answers = issue.query.ids.map((asked) =>
    sequence(
      asked.id.raw,
      statusDer(issue.statusOf(asked)),
      generalizedTime(issue.thisUpdate),
      explicit(0, generalizedTime(issue.nextUpdate)),
    ),
  )
  const body = sequence(
    explicit(2, octetString(sha1(publicKeyBits(certificate)))),
    generalizedTime(issue.thisUpdate),
    sequence(...answers),
    ...(issue.query.nonceDer ? [explicit(1, nonceExtensions(issue.query.nonceDer))] : []),
  )
  const basic = sequence(
    body,
    sha256AlgorithmOf(privateKey),
    bitString(signDer(body, privateKey)),
    ...(issue.isDelegated ? [explicit(0, sequence(certificate.der))] : []),
  )
  return sequence(
    encode(TAG.enumerated, Buffer.from([0])),
    explicit(0, sequence(oid(OID.ocspBasic), octetString(basic))),
  )
}

function statusDer(status: OcspStatus): Buffer {
  if (status.state === 'good') return implicit(0, Buffer.alloc(0))
  if (status.state === 'unknown') return implicit(2, Buffer.alloc(0))
  const reason = explicit(0, encode(TAG.enumerated, Buffer.from([status.reason])))
  return explicit(1, generalizedTime(status.at), reason)
}

/** RFC 6960 4.2.1: malformedRequest, tryLater, unauthorized. */
export const OCSP_REFUSALS = { malformed: 1, tryLater: 3, unauthorised: 6 } as const
export const refuseOcsp = (code: number): Buffer => sequence(encode(TAG.enumerated, Buffer.from([code])))
