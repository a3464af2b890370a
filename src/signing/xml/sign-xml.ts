import { createHash, verify } from 'node:crypto'
import { newId } from '../../platform/id.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readCertificate } from '../crypto/certificate.ts'
import { hashFor, sha256 } from '../crypto/cms.ts'
import { ecdsaSideBySide } from '../crypto/raw-signature.ts'
import type { SignatureHash, ToSign } from '../signer.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'
import { DS, XADES } from './names.ts'
import { readXmlSignatures } from './read-signature.ts'
import { XmlError, allElements, elementsIn, isNamed, xmlTools } from './read-xml.ts'
import type { XmlTools } from './read-xml.ts'
import { base64, marksOf, signatureElement, timestampProperties } from './signature-element.ts'

export type XmlSignatureRequest = {
  /** The message; with `detached` any bytes, kept by the partner under that name. */
  message: Uint8Array
  detached?: { uri: string; mediaType: string }
  /**
   * Others sign the same message too, before or after: each signature leaves all of them out of what it covers, so each stays valid
   * (parallel signatures). Without it the signature is the only one of its message.
   */
  isParallel?: boolean
  /** DER, the signer's first. */
  certificateChain: Uint8Array[]
  now: Date
}

/** A message that waits for its signature; can be kept as it is. */
export type PreparedXml = {
  /** The signed message, or the signature alone, with marks where signature and time stamp come. */
  text: string
  id: string
  /** What the signer signs: canonical SignedInfo. */
  toSign: Pick<ToSign, 'signedAttributesDer' | 'hash'>
  certificateChain: Uint8Array[]
}

/**
 * Prepares a XAdES signature: inside the message it signs (enveloped), or beside it (detached). The message keeps its bytes.
 * @throws Refusal `signing.unreadable-xml`, `signing.xml-signed-already`, `signing.certificate-expired`
 */
export async function prepareXmlSignature(request: XmlSignatureRequest): Promise<PreparedXml> {
  const certificates = request.certificateChain.map(readCertificate)
  const signer = certificates[0]
  if (!signer) throw new Error('no certificate of the signer')
  if (request.now < signer.notBefore || request.now > signer.notAfter) {
    throw new Refusal('signing.certificate-expired', { until: signer.notAfter.toISOString() })
  }
  const tools = await xmlTools()
  const hash = hashFor(signer)
  const id = `ky-${newId()}`
  const { message: bytes, detached, isParallel = false, now } = request
  const signed = detached ? bytes : canonicalMessage(tools, bytes, isParallel)
  const digest = createHash(hash).update(signed).digest()
  const message = detached ? { ...detached, digest } : { uri: '', mediaType: 'application/xml', digest, isParallel }
  const element = signatureElement({ id, hash, message, certificates, now })
  const open = detached ? `<?xml version="1.0" encoding="UTF-8"?>\n${element}\n` : insideMessage(bytes, element)
  const properties = digestOfProperties(tools, open, hash)
  const text = open.replace(marksOf(id).propertiesDigest, base64(properties))
  const signedAttributesDer = tools.canonical(partOf(tools, text, DS, 'SignedInfo'))
  return { text, id, toSign: { signedAttributesDer, hash }, certificateChain: request.certificateChain }
}

/** @throws Refusal `signing.signature-invalid`, `signing.timestamp-unavailable`, `signing.clock-off` */
export async function finishXmlSignature(
  prepared: PreparedXml,
  signature: Uint8Array,
  timestampAuthority: TimestampAuthority | null,
): Promise<Buffer> {
  const signer = prepared.certificateChain[0] && readCertificate(prepared.certificateChain[0])
  const { signedAttributesDer, hash } = prepared.toSign
  if (!signer || !verify(hash, signedAttributesDer, signer.x509.publicKey, signature)) {
    throw new Refusal('signing.signature-invalid')
  }
  const marks = marksOf(prepared.id)
  // XML has r and s of elliptic curves side by side (RFC 4051, 3.3); signers give them as ASN.1.
  const value = signer.keyType === 'ec' ? ecdsaSideBySide(signature, signer) : signature
  const signed = prepared.text.replace(marks.signatureValue, base64(value))
  if (!timestampAuthority) return Buffer.from(signed.replace(marks.unsignedProperties, ''))
  const tools = await xmlTools()
  const stamped = tools.canonical(partOf(tools, signed, DS, 'SignatureValue'))
  const token = await timestampAuthority.stamp(sha256(stamped))
  return Buffer.from(signed.replace(marks.unsignedProperties, timestampProperties(prepared.id, token)))
}

/** Without comments and instructions outside the element there is nothing else to sign in a document. */
function canonicalMessage(tools: XmlTools, bytes: Uint8Array, isParallel: boolean): Buffer {
  const document = readable(() => tools.parse(bytes))
  const before = readXmlSignatures(document, false)
  if (before === 'unsigned') return tools.canonical(document.documentElement)
  const canJoin = isParallel && Array.isArray(before) && before.every((one) => one.isParallel)
  if (!canJoin) throw new Refusal('signing.xml-signed-already')
  for (const { element } of before) element.parentNode?.removeChild(element)
  return tools.canonical(document.documentElement)
}

/** Before the end tag of the message; all its own bytes stay. */
function insideMessage(bytes: Uint8Array, element: string): string {
  const text = Buffer.from(bytes).toString('utf8')
  const end = text.lastIndexOf('</')
  if (end < 0 || text.trimEnd().endsWith('/>')) throw new Refusal('signing.unreadable-xml')
  return text.slice(0, end) + element + text.slice(end)
}

function digestOfProperties(tools: XmlTools, text: string, hash: SignatureHash): Buffer {
  return createHash(hash)
    .update(tools.canonical(partOf(tools, text, XADES, 'SignedProperties')))
    .digest()
}

/** A part of the signature just made, which is the last element of the message or the whole document. */
function partOf(tools: XmlTools, text: string, namespace: string, name: string): Element {
  const root = readable(() => tools.parse(Buffer.from(text))).documentElement
  const signature = isNamed(root, DS, 'Signature') ? root : elementsIn(root).at(-1)
  const found = signature && allElements(signature).find((element) => isNamed(element, namespace, name))
  if (!found) throw new Error(`${name} of the signature just made`)
  return found
}

function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof XmlError) throw new Refusal('signing.unreadable-xml', { problem: error.message })
    throw error
  }
}
