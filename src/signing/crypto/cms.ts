import { createHash, verify } from 'node:crypto'
import {
  TAG,
  children,
  decode,
  encode,
  expectTag,
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  oidText,
  sequence,
  setOf,
} from './der.ts'
import type { Der } from './der.ts'
import { readCertificate } from './certificate.ts'
import type { Certificate } from './certificate.ts'
import { OID, hashName } from './oid.ts'
import type { SignatureHash } from '../signer.ts'

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const attribute = (type: string, value: Uint8Array) => sequence(oid(type), setOf(value))

const HASH_OIDS = { sha256: OID.sha256, sha384: OID.sha384, sha512: OID.sha512 } satisfies Record<SignatureHash, string>
const ECDSA_OIDS = {
  sha256: OID.ecdsaWithSha256,
  sha384: OID.ecdsaWithSha384,
  sha512: OID.ecdsaWithSha512,
} satisfies Record<SignatureHash, string>
const hashAlgorithm = (hash: SignatureHash) => sequence(oid(HASH_OIDS[hash]))

/** As strong as the key: SHA-384 beside P-384, SHA-512 beside P-521, else SHA-256 (FIPS 186-5, 6.1). */
export function hashFor(signer: Certificate): SignatureHash {
  const { namedCurve } = signer.x509.publicKey.asymmetricKeyDetails ?? {}
  if (namedCurve === 'secp384r1') return 'sha384'
  return namedCurve === 'secp521r1' ? 'sha512' : 'sha256'
}

/**
 * Signed attributes of a CAdES baseline signature, ready to be hashed and signed: SET OF content-type, message-digest,
 * signing-certificate-v2. No signing-time: PAdES baseline (EN 319 142-1, 6.3) forbids it, the time stamp tells the time.
 */
export function signedAttributes(
  digest: Uint8Array,
  signer: Certificate,
  { hash = 'sha256', contentType = OID.data }: { hash?: SignatureHash; contentType?: string } = {},
): Buffer {
  const issuer = sequence(explicit(4, signer.issuerDer))
  // SHA-256 is what ESSCertIDv2 means when it names none, and DER leaves defaults out (RFC 5035, 4).
  const algorithm = hash === 'sha256' ? [] : [hashAlgorithm(hash)]
  const certificateDigest = octetString(createHash(hash).update(signer.der).digest())
  const certificateId = sequence(...algorithm, certificateDigest, sequence(issuer, signer.serialDer))
  return setOf(
    attribute(OID.contentType, oid(contentType)),
    attribute(OID.messageDigest, octetString(digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(certificateId))),
  )
}

export type SignedDataParts = {
  attributesDer: Uint8Array
  /** With which the attributes were made and signed. */
  hash?: SignatureHash
  signature: Uint8Array
  /** The signer's first. */
  certificates: Certificate[]
  timestampToken?: Uint8Array | undefined
  /** For a signature that carries what it signs, as a time-stamp token does. */
  content?: { type: string; bytes: Uint8Array }
  withCertificates?: boolean
}

/** ContentInfo with SignedData, RFC 5652. */
export function assembleSignedData(parts: SignedDataParts): Buffer {
  const {
    hash = 'sha256',
    certificates: [signer],
  } = parts
  if (!signer) throw new Error('no certificate of the signer')
  const content = parts.content
  const encapsulated = content
    ? sequence(oid(content.type), explicit(0, octetString(content.bytes)))
    : sequence(oid(OID.data))
  const unsigned = parts.timestampToken ? [explicit(1, attribute(OID.timestampToken, parts.timestampToken))] : []
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuerDer, signer.serialDer),
    hashAlgorithm(hash),
    explicit(0, decode(parts.attributesDer).content),
    signer.keyType === 'ec' ? sequence(oid(ECDSA_OIDS[hash])) : sequence(oid(OID.rsaEncryption), nullValue()),
    octetString(parts.signature),
    ...unsigned,
  )
  const certificates = setOf(...parts.certificates.map((certificate) => certificate.der))
  const signedData = sequence(
    integer(content ? 3 : 1),
    encode(TAG.set, hashAlgorithm(hash)),
    encapsulated,
    ...(parts.withCertificates === false ? [] : [encode(0xa0, decode(certificates).content)]),
    encode(TAG.set, signerInfo),
  )
  return sequence(oid(OID.signedData), explicit(0, signedData))
}

export type SignedData = {
  contentType: string
  content: Buffer | undefined
  certificates: Certificate[]
  signer: Certificate
  signature: Buffer
  timestampToken: Buffer | undefined
  /** What the attributes say was signed. */
  messageDigest: Buffer
  digestAlgorithm: string
  hasSigningCertificate: boolean
  hasSigningTime: boolean
  /** The signature over the attributes, and the attributes themselves, hold together. */
  problem: CmsProblem | undefined
}

export type CmsProblem = 'signature-invalid' | 'weak-algorithm' | 'wrong-signing-certificate' | 'wrong-content-type'

/** @throws DerError or Error when it is not a SignedData with exactly one signer whose certificate is inside */
export function readSignedData(bytes: Uint8Array, padded = false): SignedData {
  const [type, wrapped] = children(decode(bytes, padded))
  if (oidText(type) !== OID.signedData) throw new Error('not signed data')
  const [, , encapsulated, ...rest] = children(expectTag(children(expectTag(wrapped, 0xa0))[0], TAG.sequence))
  const [contentType, eContent] = children(expectTag(encapsulated, TAG.sequence))
  const certificateSet = rest.find((item) => item.tag === 0xa0)
  const certificates = certificateSet
    ? children(certificateSet)
        .filter((item) => item.tag === TAG.sequence)
        .map((item) => readCertificate(item.raw))
    : []
  const infos = children(expectTag(rest.at(-1), TAG.set))
  const info = infos[0]
  if (!info || infos.length !== 1) throw new Error('exactly one signer expected')
  const content = eContent ? expectTag(children(eContent)[0], TAG.octetString).content : undefined
  return {
    contentType: oidText(contentType),
    content,
    certificates,
    ...readSignerInfo(info, certificates, oidText(contentType)),
  }
}

function readSignerInfo(info: Der, certificates: Certificate[], contentType: string) {
  const [, sid, digestAlgorithm, signedAttrs, signatureAlgorithm, signature, unsignedAttrs] = children(info)
  const [issuer, serial] = children(expectTag(sid, TAG.sequence))
  const signer = certificates.find(
    (candidate) => issuer?.raw.equals(candidate.issuerDer) && serial?.raw.equals(candidate.serialDer),
  )
  if (!signer) throw new Error('the certificate of the signer is not in the signature')
  const attributes = readAttributes(expectTag(signedAttrs, 0xa0))
  const digestOid = oidText(children(expectTag(digestAlgorithm, TAG.sequence))[0])
  const hash = hashName(digestOid)
  const signatureBytes = expectTag(signature, TAG.octetString).content
  const signedDer = encode(TAG.set, expectTag(signedAttrs, 0xa0).content)
  const v2 = attributes.get(OID.signingCertificateV2)
  const common = {
    signer,
    signature: signatureBytes,
    digestAlgorithm: hash ?? 'weak',
    messageDigest: expectTag(attributes.get(OID.messageDigest), TAG.octetString).content,
    timestampToken: unsignedAttrs
      ? readAttributes(expectTag(unsignedAttrs, 0xa1)).get(OID.timestampToken)?.raw
      : undefined,
    hasSigningCertificate: v2 !== undefined,
    hasSigningTime: attributes.has(OID.signingTime),
  }
  const statedType = attributes.get(OID.contentType)
  const algorithm = oidText(children(expectTag(signatureAlgorithm, TAG.sequence))[0])
  const problem = (): CmsProblem | undefined => {
    if (!hash || !fits(algorithm, hash, signer)) return 'weak-algorithm'
    if (oidText(statedType) !== contentType) return 'wrong-content-type'
    if (v2 && !bindsCertificate(v2, signer)) return 'wrong-signing-certificate'
    return verify(hash, signedDer, signer.x509.publicKey, signatureBytes) ? undefined : 'signature-invalid'
  }
  return { ...common, problem: problem() }
}

function readAttributes(tagged: Der): Map<string, Der> {
  const result = new Map<string, Der>()
  for (const item of children(tagged)) {
    const [type, values] = children(item)
    const [value, second] = children(expectTag(values, TAG.set))
    const key = oidText(type)
    // Two values leave it open which one was meant.
    if (!value || second || result.has(key)) throw new Error('attribute with other than one value')
    result.set(key, value)
  }
  return result
}

/** Key, key size and both hashes go together; RSA from 2048 bits, curves from 256. */
function fits(algorithm: string, hash: string, signer: Certificate): boolean {
  const details = signer.x509.publicKey.asymmetricKeyDetails
  if (signer.keyType === 'rsa') {
    const allowed: Record<string, string[]> = {
      sha256: [OID.rsaEncryption, OID.sha256WithRsa],
      sha384: [OID.rsaEncryption, OID.sha384WithRsa],
      sha512: [OID.rsaEncryption, OID.sha512WithRsa],
    }
    return (details?.modulusLength ?? 0) >= 2048 && (allowed[hash]?.includes(algorithm) ?? false)
  }
  const curves = ['prime256v1', 'secp384r1', 'secp521r1']
  const byHash: Record<string, string> = ECDSA_OIDS
  return signer.keyType === 'ec' && curves.includes(details?.namedCurve ?? '') && byHash[hash] === algorithm
}

/** ESSCertIDv2 (RFC 5035) names this certificate: a stolen signature cannot be given to another one. */
function bindsCertificate(attributeValue: Der, signer: Certificate): boolean {
  const first = children(expectTag(children(attributeValue)[0], TAG.sequence))[0]
  const parts = first ? children(first) : []
  const algorithm = parts[0]?.tag === TAG.sequence ? hashName(oidText(children(parts[0])[0])) : 'sha256'
  const digest = parts.find((part) => part.tag === TAG.octetString)?.content
  return (
    algorithm !== undefined && digest !== undefined && createHash(algorithm).update(signer.der).digest().equals(digest)
  )
}
