import type { SignatureHash } from '../signer.ts'
import type { ReportReason } from '../verification/report.ts'
import {
  DIGESTS,
  DS,
  ENVELOPED,
  EXCLUSIVE,
  INCLUSIVE,
  SIGNATURE_METHODS,
  SIGNED_PROPERTIES,
  WITHOUT_SIGNATURES,
  XADES,
  XPATH,
  hashNamed,
} from './names.ts'
import { allElements, elementsIn, isNamed } from './read-xml.ts'
import type { CanonicalForm } from './read-xml.ts'

type Reference = {
  uri: string
  type: string
  transforms: string[]
  /** Of the canonical form the digest is over; without one named, the inclusive one. */
  form: CanonicalForm
  hash: SignatureHash
  digest: Buffer
}

export type XmlSignature = {
  root: Element
  element: Element
  signedInfo: Element
  signedInfoForm: CanonicalForm
  /** Leaves every signature of the message out of what it covers, not its own alone. */
  isParallel: boolean
  keyType: 'rsa' | 'ec'
  hash: SignatureHash
  valueElement: Element
  signatureValue: Buffer
  message: Reference
  propertiesReference: Reference
  properties: Element
  /** DER, as the signature carries them. */
  certificates: Buffer[]
  certificateHash: SignatureHash
  certificateDigest: Buffer
  claimedAt: string | undefined
  timestampToken: Buffer | undefined
}

const UNKNOWN = 'signature-format-unknown' as const
const MOST_SIGNATURES = 32

/** The signatures of a document, or why there are none to be believed. Several only where each leaves out the others. */
export function readXmlSignatures(document: Document, isDetached: boolean): XmlSignature[] | ReportReason | 'unsigned' {
  const root = document.documentElement
  const elements = allElements(root)
  if (!hasUniqueIds(elements)) return 'signature-detached'
  const signatures = elements.filter((element) => isNamed(element, DS, 'Signature'))
  if (signatures.length === 0) return 'unsigned'
  // Where it stands decides what it covers: wrapped deeper, it would vouch for a part that nobody reads.
  const isInPlace = (element: Element) => (isDetached ? element === root : element.parentNode === root)
  if (signatures.length > MOST_SIGNATURES || !signatures.every(isInPlace)) return 'signature-detached'
  const read = signatures.map((element) => readOne(root, element, isDetached))
  const known = read.filter((one) => typeof one !== 'string')
  if (known.length < read.length) return UNKNOWN
  return known.length > 1 && !known.every(({ isParallel }) => isParallel) ? 'signature-detached' : known
}

function readOne(root: Element, element: Element, isDetached: boolean): XmlSignature | typeof UNKNOWN {
  const [signedInfo, valueElement, keyInfo, object, ...more] = elementsIn(element)
  const isPlain =
    isNamed(signedInfo, DS, 'SignedInfo') &&
    isNamed(valueElement, DS, 'SignatureValue') &&
    isNamed(keyInfo, DS, 'KeyInfo') &&
    isNamed(object, DS, 'Object') &&
    more.length === 0
  if (!isPlain) return UNKNOWN
  const signed = readSignedInfo(signedInfo, isDetached)
  const qualifying = readProperties(element, object)
  if (!signed || !qualifying || signed.propertiesReference.uri !== `#${qualifying.properties.getAttribute('Id')}`)
    return UNKNOWN
  const certificates = allElements(keyInfo)
    .filter((one) => isNamed(one, DS, 'X509Certificate'))
    .map(bytesOf)
  return {
    root,
    element,
    signedInfo,
    valueElement,
    signatureValue: bytesOf(valueElement),
    certificates,
    ...signed,
    ...qualifying,
  }
}

/** Whatever an attribute of identity is called, two elements may not share its value. */
function hasUniqueIds(elements: readonly Element[]): boolean {
  const seen = new Set<string>()
  for (const element of elements) {
    for (const { localName, value } of Array.from(element.attributes)) {
      if (localName.toLowerCase() !== 'id') continue
      if (seen.has(value)) return false
      seen.add(value)
    }
  }
  return true
}

function readSignedInfo(signedInfo: Element, isDetached: boolean) {
  const [canonicalisation, method, ...references] = elementsIn(signedInfo)
  if (!isNamed(canonicalisation, DS, 'CanonicalizationMethod') || !isNamed(method, DS, 'SignatureMethod'))
    return undefined
  const signedInfoForm = formNamed(canonicalisation.getAttribute('Algorithm') ?? '')
  if (!signedInfoForm || elementsIn(canonicalisation).length > 0) return undefined
  const algorithm = method.getAttribute('Algorithm') ?? ''
  const keyType = hashNamed(SIGNATURE_METHODS.rsa, algorithm) ? ('rsa' as const) : ('ec' as const)
  const hash = hashNamed(SIGNATURE_METHODS[keyType], algorithm)
  const read = references.map(readReference)
  const message = read.find((reference) => reference?.type !== SIGNED_PROPERTIES)
  const propertiesReference = read.find((reference) => reference?.type === SIGNED_PROPERTIES)
  if (!hash || read.length !== 2 || !message || !propertiesReference) return undefined
  const isWholeMessage = isDetached ? message.uri !== '' && !message.uri.startsWith('#') : message.uri === ''
  const isParallel = message.transforms[0] === XPATH
  const wanted = isDetached ? [] : [isParallel ? XPATH : ENVELOPED]
  if (!isWholeMessage || !sameList(message.transforms, wanted)) return undefined
  return propertiesReference.transforms.length === 0
    ? { keyType, hash, signedInfoForm, isParallel: isParallel && !isDetached, message, propertiesReference }
    : undefined
}

const formNamed = (algorithm: string): CanonicalForm | undefined =>
  algorithm === EXCLUSIVE ? 'exclusive' : algorithm === INCLUSIVE ? 'inclusive' : undefined

function readReference(reference: Element): Reference | undefined {
  if (!isNamed(reference, DS, 'Reference')) return undefined
  const parts = elementsIn(reference)
  const transforms = isNamed(parts[0], DS, 'Transforms') ? elementsIn(parts[0]) : []
  const [method, value, ...more] = transforms.length > 0 ? parts.slice(1) : parts
  if (!isNamed(method, DS, 'DigestMethod') || !isNamed(value, DS, 'DigestValue') || more.length > 0) return undefined
  // What stands inside a transform (an XPath, a list of prefixes) changes what is covered.
  if (transforms.some((one) => !isNamed(one, DS, 'Transform') || !isUnderstood(one))) return undefined
  const named = transforms.map((one) => one.getAttribute('Algorithm') ?? '')
  const form = formNamed(named.at(-1) ?? '')
  const hash = hashNamed(DIGESTS, method.getAttribute('Algorithm') ?? '')
  if (!hash || !reference.hasAttribute('URI')) return undefined
  return {
    uri: reference.getAttribute('URI') ?? '',
    type: reference.getAttribute('Type') ?? '',
    transforms: form ? named.slice(0, -1) : named,
    form: form ?? 'inclusive',
    hash,
    digest: bytesOf(value),
  }
}

function isUnderstood(transform: Element): boolean {
  const inside = elementsIn(transform)
  if (transform.getAttribute('Algorithm') !== XPATH) return inside.length === 0
  const [expression] = inside
  const isOurs = isNamed(expression, DS, 'XPath') && expression.textContent?.trim() === WITHOUT_SIGNATURES
  return inside.length === 1 && isOurs && expression.lookupNamespaceURI('ds') === DS
}

function readProperties(signature: Element, object: Element) {
  const [qualifying, ...others] = elementsIn(object)
  if (!isNamed(qualifying, XADES, 'QualifyingProperties') || others.length > 0) return undefined
  if (qualifying.getAttribute('Target') !== `#${signature.getAttribute('Id')}`) return undefined
  const [properties] = elementsIn(qualifying)
  if (!isNamed(properties, XADES, 'SignedProperties')) return undefined
  const within = allElements(properties)
  const [certificate, ...more] = within.filter((one) => isNamed(one, XADES, 'CertDigest'))
  const [method, value] = certificate ? elementsIn(certificate) : []
  const certificateHash = hashNamed(DIGESTS, method?.getAttribute('Algorithm') ?? '')
  if (!certificateHash || !value || more.length > 0) return undefined
  const stamp = allElements(qualifying).find((one) => isNamed(one, XADES, 'EncapsulatedTimeStamp'))
  return {
    properties,
    certificateHash,
    certificateDigest: bytesOf(value),
    claimedAt: within.find((one) => isNamed(one, XADES, 'SigningTime'))?.textContent ?? undefined,
    timestampToken: stamp ? bytesOf(stamp) : undefined,
  }
}

const bytesOf = (element: Element): Buffer => Buffer.from((element.textContent ?? '').replace(/\s/g, ''), 'base64')
const sameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one, index) => one === b[index])
