import { createHash } from 'node:crypto'
import { isoVietnam } from '../../platform/dates.ts'
import type { Certificate } from '../crypto/certificate.ts'
import type { SignatureHash } from '../signer.ts'
import {
  DIGESTS,
  DS,
  ENVELOPED,
  EXCLUSIVE,
  SIGNATURE_METHODS,
  SIGNED_PROPERTIES,
  WITHOUT_SIGNATURES,
  XADES,
  XPATH,
} from './names.ts'

/** `uri`: empty for the message that the signature stands in, else the name under which the partner keeps the data. */
export type SignedMessage = {
  uri: string
  digest: Uint8Array
  mediaType: string
  /** Others sign the same message beside this signature. */
  isParallel?: boolean
}

export type SignatureElement = {
  id: string
  hash: SignatureHash
  message: SignedMessage
  /** The signer's first. */
  certificates: Certificate[]
  now: Date
}

/** Stand where a value is still missing. They carry the identifier just drawn, so no message can have them in it. */
export const marksOf = (id: string) => ({
  propertiesDigest: `@${id}-properties-digest@`,
  signatureValue: `@${id}-signature-value@`,
  unsignedProperties: `@${id}-unsigned-properties@`,
})

/** ds:Signature of a XAdES baseline signature (EN 319 132-1, 6.3), with marks where values are still missing. */
export function signatureElement({ id, hash, message, certificates, now }: SignatureElement): string {
  const signer = certificates[0]
  if (!signer || signer.keyType === 'other') throw new Error('a certificate with an RSA or elliptic key expected')
  const leaveOut = `<ds:Transform Algorithm="${XPATH}"><ds:XPath>${WITHOUT_SIGNATURES}</ds:XPath></ds:Transform>`
  const transforms =
    message.uri === ''
      ? `<ds:Transforms>${message.isParallel ? leaveOut : `<ds:Transform Algorithm="${ENVELOPED}"/>`}<ds:Transform Algorithm="${EXCLUSIVE}"/></ds:Transforms>`
      : ''
  const digestMethod = `<ds:DigestMethod Algorithm="${DIGESTS[hash]}"/>`
  const references = [
    `<ds:Reference Id="${id}-message" URI="${escaped(message.uri)}">${transforms}${digestMethod}<ds:DigestValue>${base64(message.digest)}</ds:DigestValue></ds:Reference>`,
    `<ds:Reference Type="${SIGNED_PROPERTIES}" URI="#${id}-properties"><ds:Transforms><ds:Transform Algorithm="${EXCLUSIVE}"/></ds:Transforms>${digestMethod}<ds:DigestValue>${marksOf(id).propertiesDigest}</ds:DigestValue></ds:Reference>`,
  ]
  const method = SIGNATURE_METHODS[signer.keyType][hash]
  const signedInfo = `<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><ds:SignatureMethod Algorithm="${method}"/>${references.join('')}</ds:SignedInfo>`
  const keyInfo = `<ds:KeyInfo><ds:X509Data>${certificates.map(({ der }) => `<ds:X509Certificate>${base64(der)}</ds:X509Certificate>`).join('')}</ds:X509Data></ds:KeyInfo>`
  const properties = qualifyingProperties({ id, hash, signer, mediaType: message.mediaType, now })
  return `<ds:Signature xmlns:ds="${DS}" Id="${id}">${signedInfo}<ds:SignatureValue Id="${id}-value">${marksOf(id).signatureValue}</ds:SignatureValue>${keyInfo}<ds:Object>${properties}</ds:Object></ds:Signature>`
}

type Properties = { id: string; hash: SignatureHash; signer: Certificate; mediaType: string; now: Date }

function qualifyingProperties({ id, hash, signer, mediaType, now }: Properties): string {
  const certificateDigest = createHash(hash).update(signer.der).digest()
  const certificate = `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod Algorithm="${DIGESTS[hash]}"/><ds:DigestValue>${base64(certificateDigest)}</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>`
  // Unlike PAdES, XAdES baseline wants the time that the signer claims.
  const signatureProperties = `<xades:SignedSignatureProperties><xades:SigningTime>${isoVietnam(now)}</xades:SigningTime>${certificate}</xades:SignedSignatureProperties>`
  const objectProperties = `<xades:SignedDataObjectProperties><xades:DataObjectFormat ObjectReference="#${id}-message"><xades:MimeType>${escaped(mediaType)}</xades:MimeType></xades:DataObjectFormat></xades:SignedDataObjectProperties>`
  return `<xades:QualifyingProperties xmlns:xades="${XADES}" Target="#${id}"><xades:SignedProperties Id="${id}-properties">${signatureProperties}${objectProperties}</xades:SignedProperties>${marksOf(id).unsignedProperties}</xades:QualifyingProperties>`
}

/** SignatureTimeStamp of B-T: over the canonical SignatureValue. */
export const timestampProperties = (id: string, token: Uint8Array): string =>
  `<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp Id="${id}-timestamp"><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}"/><xades:EncapsulatedTimeStamp>${base64(token)}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>`

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)
