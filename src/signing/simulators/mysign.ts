import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import { assembleSignedData } from '../crypto/cms.ts'
import { readCertificate } from '../crypto/certificate.ts'
import { setOf } from '../crypto/der.ts'
import type { MysignAccount } from '../signers/mysign/mysign.ts'
import { field, items, json, type Answer } from './answer.ts'
import type { PhoneOwner, PhoneRequest, Phones, Standing } from './phones.ts'

const TOKEN_SECONDS = 3600

type Account = Omit<MysignAccount, 'url'>

/** Viettel MySign as programs that use it show it (vtss, ras v1). */
export function mysignService(phones: Phones, account: Account, clock: Clock, envelopes: () => boolean) {
  const tokens = new Map<string, { userId: string; until: number }>()
  const isClient = (body: unknown) =>
    field(body, 'client_id') === account.clientId && field(body, 'client_secret') === account.clientSecret

  function login(body: unknown): Answer {
    if (field(body, 'client_id') !== account.clientId) return failed(401, 58007, 'Client ID does not exist')
    if (!isClient(body)) return failed(401, 86024, 'Client secret is invalid')
    const userId = field(body, 'user_id')
    if (!phones.owner('mysign', userId)) return failed(401, 58008, 'User ID does not exist')
    const token = randomBytes(24).toString('base64url')
    tokens.set(token, { userId, until: clock.now().getTime() + TOKEN_SECONDS * 1000 })
    return json(200, { access_token: token, refresh_token: '', token_type: 'bearer', expires_in: TOKEN_SECONDS })
  }

  return async (path: string, body: unknown, authorization: string): Promise<Answer> => {
    if (path === 'ras/v1/login') return login(body)
    const session = tokens.get(authorization.replace(/^Bearer /, ''))
    const owner = session && session.until > clock.now().getTime() ? phones.owner('mysign', session.userId) : undefined
    if (!owner) return failed(401, 59033, 'token is invalid')
    if (path === 'certificates/info') return json(200, await certificates(phones, owner))
    if (path === 'requests/status') return status(phones, owner, field(body, 'transactionId'), envelopes())
    if (path !== 'signHash') return failed(404, 404, 'not found')
    if (!isClient(body)) return failed(401, 86024, 'Client secret is invalid')
    if (phones.state('mysign') === 'revoked') return failed(400, 13004, 'certificate is expired or revoked')
    if (phones.state('mysign') === 'exhausted') return failed(400, 4005, 'no signature left')
    return signHash(phones, owner, body)
  }
}

async function certificates(phones: Phones, owner: PhoneOwner): Promise<object[]> {
  const chain = await phones.certificates(owner)
  return [
    {
      key: { status: 'enabled', algo: ['1.2.840.113549.1.1.1'], len: '2048', curve: null },
      cert: {
        status: phones.state('mysign') === 'revoked' ? 'revoked' : 'valid',
        certificates: chain.map(({ der }) => der.toString('base64')),
        serialNumber: chain[0]?.x509.serialNumber,
      },
      authMode: 'implicit',
      multisign: '2147483647',
      credential_id: `${owner.personalId}_1`,
      scal: '2',
    },
  ]
}

function signHash(phones: Phones, owner: PhoneOwner, body: unknown): Answer {
  const hashes = items(body, 'hash').map((one) => Buffer.from(String(one), 'base64'))
  const names = items(body, 'documents')
  const isWhole = hashes.length > 0 && names.length === hashes.length && hashes.every(({ length }) => length === 32)
  if (!isWhole || Number(field(body, 'numSignatures')) !== hashes.length) return failed(400, 4004, 'numbers differ')
  if (field(body, 'credentialID') !== `${owner.personalId}_1`) return failed(400, 4004, 'unknown credential')
  const documents = hashes.map((hash, index) => ({
    code: field(names[index], 'document_id'),
    title: plain(field(names[index], 'document_name')),
    hash,
  }))
  const id = randomUUID()
  phones.ask(owner, { id, title: plain(field(body, 'description')), documents })
  return json(200, { transactionId: id })
}

const CODES: Record<Standing, string> = {
  waiting: '4000',
  signing: '6000',
  signed: '1',
  declined: '4002',
  expired: '4001',
}

async function status(phones: Phones, owner: PhoneOwner, id: string, inEnvelopes: boolean): Promise<Answer> {
  const request = phones.find('mysign', id)
  if (!request || request.owner !== owner) return failed(400, 4004, 'unknown transaction')
  const standing = phones.standing(request)
  if (standing !== 'signed') return json(200, { status: CODES[standing] })
  const [own] = await phones.certificates(owner)
  const signatures = request.documents.map(({ code }) => {
    const value = request.signatures.get(code)
    return value && own && inEnvelopes ? envelope(value, own.der) : (value?.toString('base64') ?? '')
  })
  return json(200, { status: CODES.signed, signatures })
}

/** PKCS#7 around the bare signature, as some products give it. */
const envelope = (signature: Buffer, certificate: Buffer): string =>
  assembleSignedData({
    attributesDer: setOf(),
    signature,
    certificates: [readCertificate(certificate)],
  }).toString('base64')

/** What the service tells of itself, without being asked. */
export function mysignNotice(phones: Phones, request: PhoneRequest): object {
  const standing = phones.standing(request)
  return {
    meta_data: { request_id: `VIETTEL_${request.id}`, transaction_id: request.id, status: CODES[standing] },
    data: {
      results: request.documents.map(({ code }) => ({
        document_id: code,
        signature: standing === 'signed' ? (request.signatures.get(code)?.toString('base64') ?? '') : '',
      })),
    },
  }
}

const plain = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')
const failed = (status: number, error: number, error_description: string): Answer =>
  json(status, { error: String(error), error_description })
