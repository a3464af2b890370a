import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Certificate, KeyUsage } from '../crypto/certificate.ts'
import { assembleSignedData, signedAttributes } from '../crypto/cms.ts'
import { issueCertificate, newKeyPair } from '../crypto/issue-certificate.ts'
import type { CertificateRequest, KeyPair } from '../crypto/issue-certificate.ts'
import { issueTimestamp, readTimestampQuery, timestampQuery, tokenOfResponse } from '../crypto/timestamp.ts'
import { finishSignature } from '../finish-signature.ts'
import { prepareSignature } from '../prepare-signature.ts'
import type { PreparedSignature } from '../prepare-signature.ts'
import { LEADER, SIGNED_AT } from '../testing.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'

const DAY = 86_400_000
const day = (offset: number) => new Date(SIGNED_AT.getTime() + offset * DAY)

export type Holder = { certificate: Certificate; key: KeyObject; chain: Certificate[] }

/** An authority that is believed, not marked as a demonstration, and an officer of the name that is attacked. */
export type Authority = { root: Certificate; issue(request: Partial<Issued>): Promise<Holder> }

type Issued = {
  pair: KeyPair
  subject: CertificateRequest['subject']
  keyUsage: KeyUsage[]
  extendedKeyUsage: string
  isAuthority: boolean
  /** Days from the signing. */
  from: number
  until: number
}

export const LEADER_NAMES: CertificateRequest['subject'] = [
  ['country', 'VN'],
  ['organisation', LEADER.agency],
  ['commonName', LEADER.fullName],
  ['userId', `CCCD:${LEADER.personalId}`],
]

export async function openAuthority(name: string): Promise<Authority> {
  const pair = await newKeyPair('p-256')
  const root = issueCertificate({
    subject: [
      ['country', 'VN'],
      ['commonName', name],
    ],
    publicKey: pair.publicKey,
    notBefore: day(-3650),
    notAfter: day(3650),
    keyUsage: ['keyCertSign', 'crlSign'],
    authority: { pathLength: 1 },
    issuerKey: pair.privateKey,
  })
  return authorityOf({ certificate: root, key: pair.privateKey, chain: [] })
}

/** Anybody with a key can issue; whether they may is for the verifier to say. */
export const authorityOf = (issuer: Holder): Authority => ({
  root: issuer.certificate,
  async issue({
    pair,
    subject = LEADER_NAMES,
    keyUsage,
    extendedKeyUsage,
    isAuthority = false,
    from = -30,
    until = 365,
  }) {
    const own = pair ?? (await newKeyPair('p-256'))
    const certificate = issueCertificate({
      subject,
      publicKey: own.publicKey,
      notBefore: day(from),
      notAfter: day(until),
      keyUsage: keyUsage ?? ['digitalSignature', 'nonRepudiation'],
      ...(extendedKeyUsage === undefined ? {} : { extendedKeyUsage }),
      ...(isAuthority ? { authority: { pathLength: 0 } } : {}),
      issuer: issuer.certificate,
      issuerKey: issuer.key,
    })
    return { certificate, key: own.privateKey, chain: [certificate, ...issuer.chain] }
  },
})

export const weakPair = (): KeyPair => generateKeyPairSync('rsa', { modulusLength: 1024 })

/** A file waiting for the signature of this holder, whatever their certificate is worth. */
export function preparedFor({ certificate, chain }: Holder, pdf: Uint8Array): Promise<PreparedSignature> {
  const middle = new Date((certificate.notBefore.getTime() + certificate.notAfter.getTime()) / 2)
  return prepareSignature({
    pdf,
    field: { name: 'ky', page: 1, rect: [10, 10, 100, 60] },
    certificateChain: chain.map((one) => one.der),
    now: middle,
  })
}

export async function signedBy(holder: Holder, pdf: Uint8Array, stamping: TimestampAuthority | null): Promise<Buffer> {
  const prepared = await preparedFor(holder, pdf)
  return finishSignature(prepared, sign(prepared.hash, prepared.signedAttributesDer, holder.key), stamping)
}

/** The key is the holder's, the certificate shown is another one. */
export async function signedWithAnother(holder: Holder, shown: Certificate, pdf: Uint8Array): Promise<Buffer> {
  const prepared = await preparedFor(holder, pdf)
  const signature = sign(prepared.hash, prepared.signedAttributesDer, holder.key)
  return placed(
    prepared,
    assembleSignedData({ attributesDer: prepared.signedAttributesDer, signature, certificates: [shown] }),
  )
}

/** SHA-1 throughout, as tools of twenty years ago did. */
export async function signedWithSha1(holder: Holder, pdf: Uint8Array): Promise<Buffer> {
  const prepared = await preparedFor(holder, pdf)
  const { start, end } = prepared.contents
  const digest = createHash('sha1').update(prepared.pdf.subarray(0, start)).update(prepared.pdf.subarray(end)).digest()
  const attributesDer = signedAttributes(digest, holder.certificate)
  const signature = sign('sha1', attributesDer, holder.key)
  const cms = assembleSignedData({ attributesDer, signature, certificates: holder.chain })
  return placed(prepared, withSha1(cms))
}

/** Algorithm identifiers of SHA-256 become that of SHA-1 of the same length: a trailing parameter fills the room. */
function withSha1(cms: Buffer): Buffer {
  const [strong, weak] = [
    Buffer.from('300b0609608648016503040201', 'hex'),
    Buffer.from('300b06052b0e03021a04020000', 'hex'),
  ]
  const out = Buffer.from(cms)
  for (let at = out.indexOf(strong); at >= 0; at = out.indexOf(strong, at + 1)) weak.copy(out, at)
  return out
}

function placed(prepared: PreparedSignature, cms: Buffer): Buffer {
  const pdf = Buffer.from(prepared.pdf)
  pdf.write(cms.toString('hex'), prepared.contents.start + 1, 'latin1')
  return pdf
}

/** A time-stamp authority in the hand of its holder; `asked` may stamp something else than what it was given. */
export const stampingWith = (
  { chain, key }: Holder,
  { at = SIGNED_AT, asked = (digest) => digest }: { at?: Date; asked?: (digest: Uint8Array) => Uint8Array } = {},
): TimestampAuthority => ({
  name: 'attacker',
  async stamp(digest) {
    const imprint = asked(digest)
    const { der, nonce } = timestampQuery(imprint)
    const query = readTimestampQuery(der)
    const response = await issueTimestamp({
      query,
      serial: Buffer.from([1]),
      chain,
      sign: (attributes) => Promise.resolve(sign('sha256', attributes, key)),
      now: at,
    })
    return tokenOfResponse(response, imprint, nonce)
  },
})
