import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { OID } from '../../crypto/oid.ts'
import type { KeyRef, Signer } from '../../signer.ts'
import { chainOf, heldCertificates, type HeldCertificate } from '../remote/held-certificates.ts'
import { holderOf } from '../remote/holder.ts'
import { listAt, objectAt, postJson, textAt, unavailable, type JsonAnswer } from '../remote/post-json.ts'
import { remoteSigner } from '../remote/remote-signer.ts'
import type { AskedDocument, Part, PartStatus, RemoteTransactions } from '../remote/transaction.ts'
import { FINAL, REFUSED } from '../remote/wire.ts'
import { MYSIGN_WIRE, mysignMeaning, mysignText } from './wire.ts'

export const MYSIGN = 'mysign'

export type MysignAccount = { url: string; clientId: string; clientSecret: string; profileId: string }

type Options = {
  account: MysignAccount
  transactions: RemoteTransactions
  clock: Clock
  /** The service calls back when the holder has answered (async 3); otherwise it is asked (async 1). */
  callsBack: boolean
  timeoutMs?: number
  maxDocuments?: number
}

/** A token is used no longer than this before its end. */
const TOKEN_MARGIN_MS = 60_000

/** Viettel MySign: the holder confirms in its application. Keys are named `mysign:<user id>[:<credential>]`. */
export function mysignSigner({ account, transactions, clock, callsBack, ...limits }: Options): Signer {
  const service = { name: MYSIGN, timeoutMs: limits.timeoutMs ?? 15_000 }
  const client = { client_id: account.clientId, client_secret: account.clientSecret }
  const tokens = new Map<string, { token: string; until: number }>()

  const send = (path: string, body: object, token?: string): Promise<JsonAnswer> =>
    postJson(service, `${account.url}/${path}`, body, token === undefined ? {} : { authorization: `Bearer ${token}` })

  async function tokenOf(userId: string): Promise<string> {
    const now = clock.now().getTime()
    const known = tokens.get(userId)
    if (known && known.until > now) return known.token
    const answer = await send('ras/v1/login', { ...client, profile_id: account.profileId, user_id: userId })
    const token = textAt(answer.body, 'access_token')
    if (token === '') throw refusalOf(answer)
    const seconds = Number(textAt(answer.body, 'expires_in')) || 0
    tokens.set(userId, { token, until: now + seconds * 1000 - TOKEN_MARGIN_MS })
    return token
  }

  /** A token may end before its time: one new sign-in, then the answer stands. */
  async function call(userId: string, path: string, body: object): Promise<JsonAnswer> {
    const answer = await send(path, body, await tokenOf(userId))
    if (answer.status !== 401) return answer
    tokens.delete(userId)
    return send(path, body, await tokenOf(userId))
  }

  const held = heldCertificates(clock, async (keyRef): Promise<HeldCertificate> => {
    const { userId, certificate } = holderOf(MYSIGN, keyRef)
    const asked = { ...client, profile_id: account.profileId, user_id: userId }
    const what = { certificates: 'chain', certInfo: true, authInfo: true }
    const answer = await call(userId, 'certificates/info', { ...asked, ...what })
    if (answer.status !== 200) throw refusalOf(answer)
    const found = answer.list.find((one) => certificate === undefined || textAt(one, 'credential_id') === certificate)
    if (found === undefined) throw new Refusal('signing.key-unknown', { keyRef })
    const { cert, key } = objectAt(found)
    if (textAt(cert, 'status') !== 'valid' || textAt(key, 'status') !== 'enabled') {
      throw new Refusal(REFUSED.certificate, { name: MYSIGN, cause: textAt(cert, 'status') })
    }
    // Those who check have the root already.
    const chain = chainOf(listAt(cert, 'certificates')).slice(0, 2)
    return { name: textAt(found, 'credential_id'), chain }
  })

  /** Never sent twice: the service gives its own name to each request, and two would be two questions on the telephone. */
  async function ask(keyRef: KeyRef, _: string, documents: readonly AskedDocument[]): Promise<string> {
    const { userId } = holderOf(MYSIGN, keyRef)
    const { name: credentialID } = await held.of(keyRef)
    const answer = await call(userId, 'signHash', {
      ...client,
      credentialID,
      numSignatures: documents.length,
      description: mysignText(documents[0]?.title ?? ''),
      documents: documents.map(({ code, title }) => ({
        document_id: code,
        document_name: mysignText(`${code} ${title}`),
      })),
      hash: documents.map(({ hash }) => hash.toString('base64')),
      hashAlgo: OID.sha256,
      signAlgo: OID.rsaEncryption,
      async: callsBack ? 3 : 1,
    })
    const transactionId = textAt(answer.body, 'transactionId')
    if (transactionId !== '') return transactionId
    held.forget(keyRef)
    throw refusalOf(answer)
  }

  async function status(keyRef: KeyRef, transactionId: string, part: Part): Promise<PartStatus> {
    const { userId } = holderOf(MYSIGN, keyRef)
    const answer = await call(userId, 'requests/status', { transactionId })
    const means = mysignMeaning(codeOf(answer))
    if (means === 'waiting') return { state: 'waiting' }
    if (means === 'signed') {
      const given = listAt(answer.body, 'signatures').map((one) => (typeof one === 'string' ? one : ''))
      // In the order of the hashes: with another number nobody knows which is whose.
      if (given.length !== part.documents.length) throw unavailable(MYSIGN, `${given.length} signatures`)
      return {
        state: 'signed',
        signatures: new Map(part.documents.map(({ code }, index) => [code, given[index] ?? ''])),
      }
    }
    if (!FINAL.has(means)) throw refusalOf(answer)
    return { state: 'refused', refusal: refusalOf(answer) }
  }

  return remoteSigner({
    service: {
      name: MYSIGN,
      maxDocuments: limits.maxDocuments ?? MYSIGN_WIRE.maxDocuments.value,
      answerWithinMs: MYSIGN_WIRE.answerWithinMs.value,
      certificateChain: async (keyRef) => (await held.of(keyRef)).chain,
      ask,
      status,
    },
    transactions,
    clock,
  })
}

const codeOf = ({ body }: JsonAnswer): number => Number(textAt(body, 'status') || textAt(body, 'error')) || 0

function refusalOf(answer: JsonAnswer): Refusal {
  const code = codeOf(answer)
  const means = mysignMeaning(code)
  const refusal = means === 'waiting' || means === 'signed' ? REFUSED.unavailable : REFUSED[means]
  return new Refusal(refusal, { name: MYSIGN, cause: `${code} ${textAt(answer.body, 'error_description')}` })
}
