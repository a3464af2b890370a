import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { SimulatorState } from '../../platform/operations/simulators.ts'
import { newKeyPair } from '../crypto/issue-certificate.ts'
import { OID, hashName } from '../crypto/oid.ts'
import { unsealKey, type KeyFolder, type KeyRecord } from '../key-folder.ts'
import type { SignatureHash } from '../signer.ts'
import { field, items, json, type Answer } from './answer.ts'
import { signDigest } from './sign-digest.ts'

/** A key at the service: it lies in the folder and opens with its PIN there. */
export type CscEnrolment = {
  credentialID: string
  keyRef: string
  multisign?: number
  otp?: string
  mode?: string
  /** As services of others were seen to: yes and no as booleans, a one-time password that is sent when asked for and called a password. */
  isLoose?: boolean
}

type Options = { keys: KeyFolder; clock: Clock; clientId: string; clientSecret: string; lateMs: number }
type Allowed = { credentialID: string; key: KeyObject; hashes: string[]; until: number }
type Outcome = { signatures: string[]; from: number; until: number }
type Session = { record: KeyRecord; enrolled: CscEnrolment }

const TOKEN_SECONDS = 3600
const SAD_SECONDS = 300
const WRONG_PINS = 10
/** Where the paths of the service begin, by version. */
export const CSC_BASE = '/csc'

export type CscService = ReturnType<typeof cscService>

/** A service of the Cloud Signature Consortium's API 2.0, and as far as they differ 1.0.4, for invented people. */
export function cscService({ keys, clock, clientId, clientSecret, lateMs }: Options) {
  const enrolled = new Map<string, CscEnrolment>()
  const tokens = new Map<string, number>()
  const allowances = new Map<string, Allowed>()
  const outcomes = new Map<string, Outcome>()
  const wrongPins = new Map<string, number>()
  const disliked = new Set<string>()
  const calls: string[] = []
  let state: SimulatorState = 'normal'
  const now = () => clock.now().getTime()
  const fresh = () => randomBytes(24).toString('base64url')

  function token(body: unknown): Answer {
    const isOurs = field(body, 'client_id') === clientId && same(field(body, 'client_secret'), clientSecret)
    if (field(body, 'grant_type') !== 'client_credentials' || !isOurs)
      return failed(401, 'invalid_client', 'Invalid client')
    const access_token = fresh()
    tokens.set(access_token, now() + TOKEN_SECONDS * 1000)
    return json(200, { access_token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
  }

  async function opened(body: unknown): Promise<Session | undefined> {
    const found = enrolled.get(field(body, 'credentialID'))
    const record = found && (await keys.read(found.keyRef))
    return record && found ? { record, enrolled: found } : undefined
  }

  async function authorise(version: 1 | 2, body: unknown): Promise<Answer> {
    const session = await opened(body)
    if (!session) return failed(400, 'invalid_request', 'Invalid parameter credentialID')
    const { record, enrolled: own } = session
    const hashes = items(body, version === 1 ? 'hash' : 'hashes').map(String)
    const number = Number(field(body, 'numSignatures'))
    if (hashes.length === 0 || number !== hashes.length)
      return failed(400, 'invalid_request', 'Invalid value for parameter numSignatures')
    if (number > (own.multisign ?? 1)) return failed(400, 'invalid_request', 'Numbers of signatures is too high')
    if (state === 'declines') return failed(400, 'access_denied', 'The remote service denied the request')
    if (state === 'revoked') return failed(400, 'invalid_request', 'Signing certificate is revoked')
    if (state === 'exhausted') return failed(400, 'invalid_request', 'No signature is left for this account')
    const typed = (name: string) =>
      version === 1
        ? field(body, name)
        : field(
            items(body, 'authData').find((one) => field(one, 'id') === name),
            'value',
          )
    const failures = wrongPins.get(own.credentialID) ?? 0
    if (failures >= WRONG_PINS) return failed(400, 'invalid_request', 'PIN locked')
    const key = await unsealKey(record.sealedKey, typed('PIN'))
    wrongPins.set(own.credentialID, key ? 0 : failures + 1)
    if (!key) return failed(400, 'invalid_pin', 'The PIN is invalid')
    if (own.otp !== undefined && typed('OTP') !== own.otp) return failed(400, 'invalid_otp', 'The OTP is invalid')
    const SAD = fresh()
    const lasts = state === 'expires' ? -1 : SAD_SECONDS * 1000
    allowances.set(SAD, { credentialID: own.credentialID, key, hashes, until: now() + lasts })
    return json(200, { SAD, expiresIn: SAD_SECONDS })
  }

  async function sendOtp(body: unknown): Promise<Answer> {
    const session = await opened(body)
    return session ? json(200, {}) : failed(400, 'invalid_request', 'Invalid parameter credentialID')
  }

  async function signHash(version: 1 | 2, body: unknown): Promise<Answer> {
    const SAD = field(body, 'SAD')
    const allowed = allowances.get(SAD)
    allowances.delete(SAD)
    if (!allowed || allowed.credentialID !== field(body, 'credentialID'))
      return failed(400, 'invalid_request', 'Invalid parameter SAD')
    if (allowed.until < now()) return failed(400, 'invalid_request', 'SAD expired')
    const hashes = items(body, version === 1 ? 'hash' : 'hashes').map(String)
    if (hashes.toSorted().join() !== allowed.hashes.toSorted().join())
      return failed(400, 'invalid_request', 'Hash is not authorized by the SAD.')
    if (hashes.some((hash) => disliked.has(hash))) return failed(400, 'invalid_request', 'Invalid digest value')
    const algorithm = field(body, version === 1 ? 'hashAlgo' : 'hashAlgorithmOID')
    const hash = hashName(algorithm) as SignatureHash | undefined
    if (!hash) return failed(400, 'invalid_request', 'Invalid parameter hashAlgo')
    const key = state === 'wrong' ? (await newKeyPair('rsa-2048')).privateKey : allowed.key
    const signatures = hashes.map((one) => signDigest(key, Buffer.from(one, 'base64'), hash).toString('base64'))
    if (state !== 'late') return json(200, { signatures })
    const responseID = fresh()
    const keptMs = Number(field(body, 'validity_period')) || SAD_SECONDS * 1000
    outcomes.set(responseID, { signatures, from: now() + lateMs, until: now() + keptMs })
    return json(202, { responseID })
  }

  function poll(body: unknown): Answer {
    const outcome = outcomes.get(field(body, 'responseID'))
    if (!outcome || outcome.until < now()) return failed(400, 'invalid_request', 'Invalid parameter responseID')
    return outcome.from > now() ? json(202, {}) : json(200, { signatures: outcome.signatures })
  }

  async function about(version: 1 | 2, body: unknown): Promise<Answer> {
    const session = await opened(body)
    if (!session) return failed(400, 'invalid_request', 'Invalid parameter credentialID')
    const { record, enrolled: own } = session
    const certificates = record.chain.map(({ der }) => der.toString('base64'))
    const details = record.chain[0]?.x509.publicKey.asymmetricKeyDetails
    const common = {
      key: {
        status: state === 'revoked' ? 'disabled' : 'enabled',
        algo: [record.chain[0]?.keyType === 'ec' ? OID.ecPublicKey : OID.rsaEncryption],
        len: details?.modulusLength ?? 256,
      },
      cert: { status: 'valid', certificates },
      SCAL: '2',
      multisign: own.multisign ?? 1,
    }
    const mode = own.mode ?? 'explicit'
    const isLoose = own.isLoose ?? false
    if (version === 1) {
      const presence = (yes: boolean) => (isLoose ? yes : String(yes))
      const OTP = { presence: presence(own.otp !== undefined), ...(isLoose ? {} : { type: 'offline' }) }
      return json(200, { ...common, authMode: mode, PIN: { presence: presence(true), format: 'N' }, OTP })
    }
    const otp = isLoose ? { type: 'Password', generator: 'totp' } : { type: 'OTP' }
    const objects = [
      ...(own.otp === undefined ? [] : [{ ...otp, id: 'OTP', format: 'N', label: 'OTP' }]),
      { type: isLoose ? 'Password' : 'PIN', id: 'PIN', format: 'N', label: 'PIN' },
    ]
    return json(200, { ...common, auth: { mode, expression: 'PIN', objects } })
  }

  return {
    enrol: (one: CscEnrolment) => void enrolled.set(one.credentialID, one),
    state: () => state,
    set: (next: SimulatorState) => void (state = next),
    /** Signs no batch in which this is; base64. */
    dislike: (hash: string) => void disliked.add(hash),
    calls: (): readonly string[] => calls,
    /** What is not below one of its versions is no path of the service: undefined. */
    async answer(path: string, body: unknown, authorization: string): Promise<Answer | undefined> {
      const [, digit, method = ''] = /^\/csc\/v([12])\/(.+)$/.exec(path) ?? []
      if (digit === undefined) return undefined
      const version = digit === '1' ? 1 : 2
      calls.push(method)
      if (method === 'info')
        return json(200, {
          specs: version === 1 ? '1.0.4.0' : '2.0.0.0',
          name: 'CSC giả lập',
          authType: ['oauth2client'],
        })
      if (method === 'oauth2/token') return token(body)
      if ((tokens.get(authorization.replace(/^Bearer /, '')) ?? 0) < now())
        return failed(401, 'invalid_token', 'Invalid token')
      if (method === 'credentials/list') return json(200, { credentialIDs: [...enrolled.keys()] })
      if (method === 'credentials/info') return about(version, body)
      if (method === 'credentials/sendOTP' && version === 1) return sendOtp(body)
      if (method === 'credentials/authorize') return authorise(version, body)
      if (method === 'signatures/signHash') return signHash(version, body)
      if (method === 'signatures/signPolling' && version === 2) return poll(body)
      return failed(501, 'not_implemented_method', 'The method is not implemented')
    },
  }
}

const failed = (status: number, error: string, error_description: string): Answer =>
  json(status, { error, error_description })

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}
