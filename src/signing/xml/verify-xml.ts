import { createHash, verify } from 'node:crypto'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { believe } from '../verification/believe.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import type { ReportReason, SignatureReport, Verdict } from '../verification/report.ts'
import { readXmlSignature } from './read-signature.ts'
import type { XmlSignature } from './read-signature.ts'
import { XmlError, xmlTools } from './read-xml.ts'
import type { XmlTools } from './read-xml.ts'

export type XmlReport = {
  verdict: Verdict
  reasons: ReportReason[]
  /** Undefined when no signature can be read. */
  signature:
    | (Pick<
        SignatureReport,
        'signer' | 'chain' | 'isDemo' | 'signedAt' | 'timestampAuthority' | 'level' | 'trusted'
      > & { claimedAt: string | undefined })
    | undefined
  /** Exactly the bytes that were signed, in canonical form for a message with its signature inside: read these and no others. */
  signed: Buffer | undefined
}

const refused = (verdict: Verdict, ...reasons: ReportReason[]): XmlReport => ({
  verdict,
  reasons,
  signature: undefined,
  signed: undefined,
})

/**
 * Judges one XAdES signature: of the message it stands in, or of the bytes given beside it. Only shapes whose meaning is
 * plain are believed: two references, to all of the message and to the signed properties, and identifiers that are unique.
 */
export async function verifyXml(
  bytes: Uint8Array,
  trust: VerifyTrust,
  now: Date,
  detached?: Uint8Array,
): Promise<XmlReport> {
  const tools = await xmlTools()
  try {
    const read = readXmlSignature(tools.parse(bytes), detached !== undefined)
    if (read === 'unsigned') return refused('unsigned')
    return typeof read === 'string' ? refused('broken', read) : judge(tools, read, { trust, now, detached })
  } catch (error) {
    if (error instanceof XmlError) return refused('broken', 'unreadable')
    throw error
  }
}

type Circumstances = { trust: VerifyTrust; now: Date; detached: Uint8Array | undefined }

function judge(tools: XmlTools, read: XmlSignature, { trust, now, detached }: Circumstances): XmlReport {
  const certificates = certificatesOf(read)
  const signer = certificates?.find((one) =>
    createHash(read.certificateHash).update(one.der).digest().equals(read.certificateDigest),
  )
  if (!certificates || !signer) return refused('broken', 'wrong-signing-certificate')
  if (!fits(read, signer)) return refused('broken', 'weak-algorithm')
  const key = { key: signer.x509.publicKey, dsaEncoding: 'ieee-p1363' as const }
  if (!verify(read.hash, tools.canonical(read.signedInfo), key, read.signatureValue)) {
    return refused('altered', 'signature-invalid')
  }
  const stamped = tools.canonical(read.valueElement)
  const properties = tools.canonical(read.properties)
  // Canonical form of the message without its signature: nothing is asked of the message after this.
  if (!detached) read.element.parentNode?.removeChild(read.element)
  const signed = detached ? Buffer.from(detached) : tools.canonical(read.root)
  const holds =
    createHash(read.message.hash).update(signed).digest().equals(read.message.digest) &&
    createHash(read.propertiesReference.hash).update(properties).digest().equals(read.propertiesReference.digest)
  if (!holds) return refused('altered', 'digest-mismatch')
  const belief = believe({ signer, certificates, signature: stamped, timestampToken: read.timestampToken }, trust, now)
  const { commonName, organisation, userId } = signer.subject
  const names = { commonName, organisation, userId, issuer: signer.issuer.commonName, fingerprint: fingerprint(signer) }
  const { reasons, ...rest } = belief
  const isDamaged = reasons.some((one) => one === 'timestamp-invalid' || one === 'timestamp-not-for-this')
  const verdict = isDamaged ? 'broken' : belief.trusted ? 'valid' : 'valid-untrusted'
  return { verdict, reasons, signature: { ...rest, signer: names, claimedAt: read.claimedAt }, signed }
}

function certificatesOf({ certificates }: XmlSignature): Certificate[] | undefined {
  try {
    return certificates.map(readCertificate)
  } catch {
    return undefined
  }
}

/** The method is for the kind of key that the certificate has, and the key is long enough. */
function fits(read: XmlSignature, signer: Certificate): boolean {
  const details = signer.x509.publicKey.asymmetricKeyDetails
  if (read.keyType !== signer.keyType) return false
  if (read.keyType === 'rsa') return (details?.modulusLength ?? 0) >= 2048
  return ['prime256v1', 'secp384r1', 'secp521r1'].includes(details?.namedCurve ?? '')
}
