import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { KeyRef, Signer } from '../../signer.ts'
import { chainOf, heldCertificates, type HeldCertificate } from '../remote/held-certificates.ts'
import { holderOf } from '../remote/holder.ts'
import { listAt, objectAt, postJson, textAt, unavailable, type JsonAnswer } from '../remote/post-json.ts'
import { remoteSigner } from '../remote/remote-signer.ts'
import type { AskedDocument, PartStatus, RemoteTransactions } from '../remote/transaction.ts'
import { FINAL, REFUSED } from '../remote/wire.ts'
import { SMARTCA_WIRE, isOutOfUse, smartcaMeaning } from './wire.ts'

export const SMARTCA = 'smartca'

export type SmartcaAccount = { url: string; spId: string; spPassword: string }

type Options = {
  account: SmartcaAccount
  transactions: RemoteTransactions
  clock: Clock
  timeoutMs?: number
  maxDocuments?: number
}

/** VNPT SmartCA: the holder confirms in its application. Keys are named `smartca:<personal id or tax code>[:<serial>]`. */
export function smartcaSigner({ account, transactions, clock, ...limits }: Options): Signer {
  const service = { name: SMARTCA, timeoutMs: limits.timeoutMs ?? 15_000 }
  const { spId: sp_id, spPassword: sp_password } = account

  const call = (path: string, body: object): Promise<JsonAnswer> =>
    postJson(service, `${account.url}/${path}`, { sp_id, sp_password, ...body })

  const held = heldCertificates(clock, async (keyRef): Promise<HeldCertificate> => {
    const { userId, certificate = '' } = holderOf(SMARTCA, keyRef)
    const body = { user_id: userId, serial_number: certificate, transaction_id: `${clock.now().getTime()}` }
    const answer = await call('v1/credentials/get_certificate', body)
    const code = codeOf(answer)
    if (code !== 200) throw refusalOf(code, answer)
    const found = listAt(answer.body.data, 'user_certificates').find(
      (one) => certificate === '' || textAt(one, 'serial_number').toLowerCase() === certificate.toLowerCase(),
    )
    if (found === undefined) throw new Refusal('signing.key-unknown', { keyRef })
    const status = textAt(found, 'cert_status')
    if (isOutOfUse(status)) throw new Refusal(REFUSED.certificate, { name: SMARTCA, cause: status })
    const { ca_cert } = objectAt(objectAt(found).chain_data)
    // Those who check have the root already.
    return { name: textAt(found, 'serial_number'), chain: chainOf([objectAt(found).cert_data, ca_cert]) }
  })

  const knows = async (id: string): Promise<boolean> => {
    const answer = await call(`v1/signatures/sign/${encodeURIComponent(id)}/status`, {})
    return codeOf(answer) === 200
  }

  async function ask(keyRef: KeyRef, id: string, documents: readonly AskedDocument[]): Promise<string> {
    const { userId } = holderOf(SMARTCA, keyRef)
    const { name: serial_number } = await held.of(keyRef)
    const body = {
      user_id: userId,
      serial_number,
      transaction_id: id,
      transaction_desc: describe(documents),
      time_stamp: clock.now().toISOString().replace(/\D/g, '').slice(0, 14),
      sign_files: documents.map(({ code, hash }) => ({
        data_to_be_signed: hash.toString('hex'),
        doc_id: code,
        file_type: 'pdf',
        sign_type: 'hash',
      })),
    }
    const send = () => call('v1/signatures/sign', body)
    // Lost on the way there or back? Ask before sending again, with the same id: one question on the telephone.
    const answer = await send().catch(async (error: unknown) =>
      (await knows(id)) ? undefined : await send().catch(() => Promise.reject(error)),
    )
    if (answer === undefined) return id
    const means = smartcaMeaning(codeOf(answer), messageOf(answer))
    if (means !== 'waiting' && means !== 'signed') {
      held.forget(keyRef)
      throw refusalOf(codeOf(answer), answer)
    }
    return id
  }

  async function status(_: KeyRef, id: string): Promise<PartStatus> {
    const answer = await call(`v1/signatures/sign/${encodeURIComponent(id)}/status`, {})
    const signatures = listAt(answer.body.data, 'signatures')
    const named = textAt(answer.body.data, 'transaction_id')
    if (named !== '' && named !== id) throw unavailable(SMARTCA, `an answer about ${named}`)
    const means = smartcaMeaning(codeOf(answer), messageOf(answer))
    if (means === 'waiting') return { state: 'waiting' }
    if (means === 'signed') {
      const byCode = signatures.map((one) => [textAt(one, 'doc_id'), textAt(one, 'signature_value')] as const)
      return { state: 'signed', signatures: new Map(byCode) }
    }
    const refusal = refusalOf(codeOf(answer), answer)
    if (!FINAL.has(means)) throw refusal
    return { state: 'refused', refusal }
  }

  return remoteSigner({
    service: {
      name: SMARTCA,
      maxDocuments: limits.maxDocuments ?? SMARTCA_WIRE.maxDocuments.value,
      answerWithinMs: SMARTCA_WIRE.answerWithinMs.value,
      certificateChain: async (keyRef) => (await held.of(keyRef)).chain,
      ask,
      status,
    },
    transactions,
    clock,
  })
}

/** The code inside counts; the one of HTTP where there is none. */
const codeOf = ({ status, body }: JsonAnswer): number => Number(textAt(body, 'status_code')) || status
const messageOf = ({ body }: JsonAnswer): string => textAt(body, 'message')

function refusalOf(code: number, answer: JsonAnswer): Refusal {
  const means = smartcaMeaning(code, messageOf(answer))
  const refusal = means === 'waiting' || means === 'signed' ? REFUSED.unavailable : REFUSED[means]
  return new Refusal(refusal, { name: SMARTCA, cause: `${code} ${messageOf(answer)}` })
}

const describe = ([first, ...more]: readonly AskedDocument[]): string =>
  more.length === 0 ? (first?.title ?? '') : `${first?.title ?? ''} (+${more.length})`
