import { Refusal } from '../../../platform/refusal.ts'
import { readCertificate, type Certificate } from '../../crypto/certificate.ts'
import { OID } from '../../crypto/oid.ts'
import type { SignatureHash } from '../../signer.ts'
import { listAt, objectAt, textAt, type JsonAnswer } from '../remote/post-json.ts'

/** Versions of the Cloud Signature Consortium's API that are spoken; the last step of the address tells which: `…/csc/v2`. */
export type CscVersion = 1 | 2

/** What has to be typed, by the name the service gives it; undefined where it is not asked. */
export type CscCredential = {
  chain: Certificate[]
  isEnabled: boolean
  /** `oauth2code` sends people to a page of the service, which a batch of an office cannot. */
  mode: string
  pinId: string | undefined
  otpId: string | undefined
  /** The one-time password comes from the service when it is asked for one; elsewhere the holder has it from a device. */
  sendsOtp: boolean
  /** Most signatures of one authorisation. */
  multisign: number
}

export type CscBatch = { credentialID: string; digests: Buffer[]; hash: SignatureHash; credential: CscCredential }

const MOST_AT_ONCE = 500

/** credentials/info, CSC API 1.0.4 section 11.5 and 2.0 section 11.5. @throws Refusal for what is no such answer */
export function readCredential(version: CscVersion, body: Record<string, unknown>): CscCredential {
  const chain = listAt(objectAt(body.cert), 'certificates').map((one) =>
    readCertificate(Buffer.from(String(one), 'base64')),
  )
  const status = textAt(objectAt(body.key), 'status')
  const multisign = Math.trunc(Number(textAt(body, 'multisign') || 1))
  const common = {
    chain,
    isEnabled: status === '' || status === 'enabled',
    multisign: Math.min(Math.max(Number.isNaN(multisign) ? 1 : multisign, 1), MOST_AT_ONCE),
  }
  if (version === 1) {
    const asked = (name: string) =>
      ['true', 'optional'].includes(textAt(objectAt(body[name]), 'presence')) ? name : undefined
    const sendsOtp = asked('OTP') !== undefined && textAt(body.OTP, 'type') !== 'offline'
    return { ...common, mode: textAt(body, 'authMode'), pinId: asked('PIN'), otpId: asked('OTP'), sendsOtp }
  }
  const auth = objectAt(body.auth)
  const objects = listAt(auth, 'objects')
  const otp = objects.find(isOneTime)
  const pin = objects.find((one) => one !== otp && ['pin', 'password'].includes(textAt(one, 'type').toLowerCase()))
  const idOf = (one: unknown) => (one === undefined ? undefined : textAt(one, 'id'))
  return { ...common, mode: textAt(auth, 'mode'), pinId: idOf(pin), otpId: idOf(otp), sendsOtp: false }
}

/** Some call a one-time password a password like the PIN, and say only who makes it or what it is called. */
const isOneTime = (one: unknown): boolean =>
  textAt(one, 'generator') !== '' || ['type', 'id'].some((name) => textAt(one, name).toLowerCase() === 'otp')

/** credentials/authorize with the hashes bound to it (SCAL 2): what was not shown to the holder cannot be signed. */
export function authoriseBody(version: CscVersion, batch: CscBatch, given: { pin: string; otp: string }): object {
  const { credentialID, digests, hash, credential } = batch
  const hashes = digests.map(base64)
  const common = { credentialID, numSignatures: digests.length }
  if (version === 1) {
    return {
      ...common,
      hash: hashes,
      ...(credential.pinId ? { PIN: given.pin } : {}),
      ...(credential.otpId ? { OTP: given.otp } : {}),
    }
  }
  const authData = [
    ...(credential.pinId ? [{ id: credential.pinId, value: given.pin }] : []),
    ...(credential.otpId ? [{ id: credential.otpId, value: given.otp }] : []),
  ]
  return { ...common, hashes, hashAlgorithmOID: OID[hash], authData }
}

/** signatures/signHash; a service that cannot answer at once may say so by a responseID, which is kept so long. */
export function signBody(version: CscVersion, batch: CscBatch, SAD: string, keptForMs: number): object {
  const { credentialID, digests, hash, credential } = batch
  const hashes = digests.map(base64)
  const signAlgo = SIGN_ALGORITHMS[credential.chain[0]?.keyType === 'ec' ? 'ec' : 'rsa'][hash]
  if (version === 1) return { credentialID, SAD, hash: hashes, hashAlgo: OID[hash], signAlgo }
  return { credentialID, SAD, hashes, hashAlgorithmOID: OID[hash], signAlgo, validity_period: keptForMs }
}

const SIGN_ALGORITHMS: Record<'rsa' | 'ec', Record<SignatureHash, string>> = {
  rsa: { sha256: OID.sha256WithRsa, sha384: OID.sha384WithRsa, sha512: OID.sha512WithRsa },
  ec: { sha256: OID.ecdsaWithSha256, sha384: OID.ecdsaWithSha384, sha512: OID.ecdsaWithSha512 },
}

const base64 = (bytes: Buffer) => bytes.toString('base64')

/** A refusal in the service's words (section 10.1 of the specification); undefined where the PIN was wrong. */
export function refusalOf({ status, body }: JsonAnswer, keyRef: string): Refusal | undefined {
  const error = textAt(body, 'error')
  const words = textAt(body, 'error_description')
  if (status >= 500) return new Refusal('signing.signer-unavailable', { name: 'csc', cause: `HTTP ${status} ${error}` })
  if (/lock/i.test(`${error} ${words}`)) return new Refusal('signing.key-locked', { keyRef })
  if (error === 'invalid_pin' || (error === 'invalid_request' && /\b(pin|authData)\b/i.test(words))) return undefined
  if (error === 'invalid_otp') return new Refusal('signing.wrong-otp')
  if (error === 'access_denied') return new Refusal('signing.declined')
  if (/expired/i.test(`${error} ${words}`) || /responseID/.test(words)) return new Refusal('signing.expired')
  if (/credentialID/.test(words)) return new Refusal('signing.key-unknown', { keyRef })
  if (status === 401) return new Refusal('signing.remote-account-refused', { name: 'csc' })
  return new Refusal('signing.service-refused', { cause: words || error || `HTTP ${status}` })
}
