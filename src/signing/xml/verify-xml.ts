import { createHash, verify } from 'node:crypto'
import { fingerprint, readCertificate } from '../crypto/certificate.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { believe } from '../verification/believe.ts'
import type { VerifyTrust } from '../verification/believe.ts'
import type { ReportReason, SignatureReport, Verdict } from '../verification/report.ts'
import { readXmlSignatures } from './read-signature.ts'
import type { XmlSignature } from './read-signature.ts'
import { XmlError, xmlTools } from './read-xml.ts'
import type { CanonicalForm, XmlTools } from './read-xml.ts'

export type XmlReport = {
  verdict: Verdict
  reasons: ReportReason[]
  /** In the order of the message; empty when one of them cannot be read or does not hold. */
  signatures: XmlSigner[]
  /** Exactly the bytes that were signed, in canonical form for a message with its signature inside: read these and no others. */
  signed: Buffer | undefined
}

export type XmlSigner = Pick<
  SignatureReport,
  'signer' | 'chain' | 'isDemo' | 'signedAt' | 'timestampAuthority' | 'level' | 'trusted'
> & { claimedAt: string | undefined }

const refused = (verdict: Verdict, ...reasons: ReportReason[]): XmlReport => ({
  verdict,
  reasons,
  signatures: [],
  signed: undefined,
})

/**
 * Judges the XAdES signatures of the message they stand in, or the one of the bytes given beside it. Only shapes whose meaning is
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
    const read = readXmlSignatures(tools.parse(bytes), detached !== undefined)
    if (read === 'unsigned') return refused('unsigned')
    return typeof read === 'string' ? refused('broken', read) : judgeAll(tools, read, { trust, now, detached })
  } catch (error) {
    if (error instanceof XmlError) return refused('broken', 'unreadable')
    throw error
  }
}

type Circumstances = { trust: VerifyTrust; now: Date; detached: Uint8Array | undefined }

function judgeAll(tools: XmlTools, read: XmlSignature[], circumstances: Circumstances): XmlReport {
  // What stands inside a signature is canonical in its place; the message is so without any of them.
  const parts = read.map((one) => ({
    stamped: tools.canonical(one.valueElement),
    signedInfo: tools.canonical(one.signedInfo, one.signedInfoForm),
    properties: tools.canonical(one.properties, one.propertiesReference.form),
  }))
  const { detached } = circumstances
  if (!detached) for (const { element } of read) element.parentNode?.removeChild(element)
  const forms = new Map<CanonicalForm, Buffer>()
  const messageIn = (one: XmlSignature): Buffer => {
    if (detached) return Buffer.from(detached)
    const { form } = one.message
    const known = forms.get(form) ?? tools.canonical(one.root, form)
    forms.set(form, known)
    return known
  }
  const judged = read.map((one, index) => {
    const own = parts[index]
    if (!own) throw new Error('parts of every signature')
    return judge(one, { ...own, message: messageIn(one) }, circumstances)
  })
  const [first] = judged
  const failed = judged.find(({ signatures }) => signatures.length === 0)
  if (failed || !first) return failed ?? refused('unsigned')
  const reasons = [...new Set(judged.flatMap((one) => one.reasons))]
  const verdict = SEVEREST.find((one) => judged.some((report) => report.verdict === one)) ?? 'valid'
  return { verdict, reasons, signatures: judged.flatMap(({ signatures }) => signatures), signed: first.signed }
}

const SEVEREST: Verdict[] = ['altered', 'broken', 'valid-untrusted']

type Parts = { stamped: Buffer; signedInfo: Buffer; properties: Buffer; message: Buffer }

function judge(
  read: XmlSignature,
  { stamped, signedInfo, properties, message: signed }: Parts,
  { trust, now }: Circumstances,
): XmlReport {
  const certificates = certificatesOf(read)
  const signer = certificates?.find((one) =>
    createHash(read.certificateHash).update(one.der).digest().equals(read.certificateDigest),
  )
  if (!certificates || !signer) return refused('broken', 'wrong-signing-certificate')
  if (!fits(read, signer)) return refused('broken', 'weak-algorithm')
  const key = { key: signer.x509.publicKey, dsaEncoding: 'ieee-p1363' as const }
  if (!verify(read.hash, signedInfo, key, read.signatureValue)) {
    return refused('altered', 'signature-invalid')
  }
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
  return { verdict, reasons, signatures: [{ ...rest, signer: names, claimedAt: read.claimedAt }], signed }
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
