import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Authorisation, KeyRef, Signer, SignerAnswer, SigningProgress, ToSign } from '../../signer.ts'
import { guardPins, type TriesStore } from '../pin-tries.ts'
import { listAt, textAt } from '../remote/post-json.ts'
import { answersOf, batches, typedFor, type Batch } from './batch.ts'
import { cscClient, type CscAccount } from './client.ts'
import { openPending, sealPending, type PendingPart } from './pending.ts'
import { authoriseBody, readCredential, refusalOf, signBody, type CscCredential } from './wire.ts'

export const CSC = 'csc'

type Options = {
  account: CscAccount
  tries: TriesStore
  clock: Clock
  timeoutMs?: number
  /** So long whoever signs waits for a service that answers later. */
  patienceMs?: number
}

const PATIENCE_MS = 25_000
const ASK_EVERY_MS = 500
/** So long a service keeps what it answers later. */
const KEPT_FOR_MS = 10 * 60_000
const CREDENTIAL_KEPT_MS = 60_000

type Signed = SignerAnswer[] | { later: PendingPart }

/** Keys at a service of the Cloud Signature Consortium's API, opened by a PIN or password typed here. */
export function cscSigner({ account, tries, clock, timeoutMs, patienceMs = PATIENCE_MS }: Options): Signer & {
  listKeys(): Promise<KeyRef[]>
} {
  const client = cscClient({ account, clock, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  const pins = guardPins(tries)
  const known = new Map<KeyRef, { credential: CscCredential; until: number }>()

  async function credentialOf(keyRef: KeyRef): Promise<CscCredential> {
    const kept = known.get(keyRef)
    const now = clock.now().getTime()
    if (kept && kept.until > now) return kept.credential
    const answer = await client.call('credentials/info', {
      credentialID: keyRef,
      certificates: 'chain',
      authInfo: true,
    })
    if (answer.status !== 200) throw refusalOf(answer, keyRef) ?? new Refusal('signing.key-unknown', { keyRef })
    const credential = readCredential(client.version, answer.body)
    if (!credential.isEnabled || credential.chain.length === 0) throw new Refusal('signing.key-unknown', { keyRef })
    if (credential.mode === 'oauth2code') throw new Refusal('signing.key-needs-their-page', { keyRef })
    known.set(keyRef, { credential, until: now + CREDENTIAL_KEPT_MS })
    return credential
  }

  /** Undefined: the PIN was wrong. */
  async function sign(batch: Batch, given: { pin: string; otp: string }): Promise<Signed | undefined> {
    const { credentialID, documents } = batch
    const allowed = await client.call('credentials/authorize', authoriseBody(client.version, batch, given))
    const refused = async (answer: typeof allowed): Promise<Signed | undefined> => {
      const refusal = refusalOf(answer, credentialID)
      if (!refusal || refusal.code !== 'signing.service-refused') {
        if (refusal) throw refusal
        return undefined
      }
      // It does not say which one it did not like: each is asked alone.
      return documents.length === 1 ? documents.map(({ id }) => ({ id, refusal })) : oneByOne(batch, given)
    }
    if (allowed.status !== 200) return refused(allowed)
    const body = signBody(client.version, batch, textAt(allowed.body, 'SAD'), KEPT_FOR_MS)
    const answer = await client.call('signatures/signHash', body)
    if (answer.status >= 300) return refused(answer)
    const responseId = textAt(answer.body, 'responseID')
    if (responseId !== '') return { later: { responseId, ids: documents.map(({ id }) => id) } }
    return answersOf(documents, listAt(answer.body, 'signatures'), batch.credential)
  }

  async function oneByOne(batch: Batch, given: { pin: string; otp: string }): Promise<SignerAnswer[]> {
    const answers: SignerAnswer[] = []
    for (const [index, document] of batch.documents.entries()) {
      const alone = { ...batch, documents: [document], digests: batch.digests.slice(index, index + 1) }
      answers.push(...(await aloneOrRefused(alone, given)))
    }
    return answers
  }

  /** What fails after others were signed fails alone. */
  async function aloneOrRefused(batch: Batch, given: { pin: string; otp: string }): Promise<SignerAnswer[]> {
    const refuseAll = (refusal: Refusal) => batch.documents.map(({ id }) => ({ id, refusal }))
    try {
      const signed = await sign(batch, given)
      if (signed === undefined) return refuseAll(new Refusal('signing.wrong-pin', { triesLeft: 0 }))
      return 'later' in signed ? refuseAll(new Refusal('signing.signature-missing')) : signed
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refuseAll(error)
    }
  }

  async function start(keyRef: KeyRef, documents: readonly ToSign[], authorisation: Authorisation) {
    const credential = await credentialOf(keyRef)
    const { pin, otp } = typedFor(credential, authorisation)
    if (credential.otpId && otp === '') throw await needsOtp(keyRef, credential)
    const [first, ...rest] = batches(keyRef, documents, credential)
    if (!first) return { state: 'answered', answers: [] } satisfies SigningProgress
    const isPinMissing = credential.pinId !== undefined && pin === ''
    const attempt = async () => (isPinMissing ? undefined : sign(first, { pin, otp }))
    const signed: Signed[] = [await pins.attempt(keyRef, attempt)]
    for (const batch of rest) {
      // A one-time password is good for one call.
      const again = credential.otpId ? undefined : await laterBatch(batch, { pin, otp })
      signed.push(again ?? batch.documents.map(({ id }) => ({ id, refusal: new Refusal('signing.sign-rest-again') })))
    }
    return patiently(keyRef, progressOf(signed))
  }

  async function needsOtp(credentialID: KeyRef, { sendsOtp }: CscCredential): Promise<Refusal> {
    const answer = sendsOtp ? await client.call('credentials/sendOTP', { credentialID }) : undefined
    const refusal = answer && answer.status >= 300 ? refusalOf(answer, credentialID) : undefined
    return refusal ?? new Refusal('signing.otp-needed')
  }

  /** Most services that answer later do so within seconds: who signs should not have to come back. */
  async function patiently(keyRef: KeyRef, begun: SigningProgress): Promise<SigningProgress> {
    const until = performance.now() + patienceMs
    let progress = begun
    while (progress.state === 'waiting' && performance.now() < until) {
      await pause(ASK_EVERY_MS)
      try {
        progress = await follow(keyRef, progress.transaction)
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'signing.signer-unavailable')) throw error
      }
    }
    return progress
  }

  async function laterBatch(batch: Batch, given: { pin: string; otp: string }): Promise<Signed> {
    try {
      return (await sign(batch, given)) ?? (await aloneOrRefused(batch, given))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return batch.documents.map(({ id }) => ({ id, refusal: error }))
    }
  }

  function progressOf(signed: Signed[]): SigningProgress {
    const answers = signed.flatMap((one) => ('later' in one ? [] : one))
    const parts = signed.flatMap((one) => ('later' in one ? [one.later] : []))
    if (parts.length === 0) return { state: 'answered', answers }
    const expiresAt = new Date(clock.now().getTime() + KEPT_FOR_MS)
    return { state: 'waiting', transaction: sealPending({ parts, answers, expiresAt }), expiresAt }
  }

  async function follow(keyRef: KeyRef, transaction: string): Promise<SigningProgress> {
    const { parts, answers, expiresAt } = openPending(transaction)
    const credential = await credentialOf(keyRef)
    for (const { responseId, ids } of parts) {
      const answer = await client.call('signatures/signPolling', { responseID: responseId })
      const signatures = listAt(answer.body, 'signatures')
      if (answer.status >= 300) {
        const refusal = refusalOf(answer, keyRef) ?? new Refusal('signing.expired')
        if (refusal.code === 'signing.signer-unavailable' || parts.length + answers.length === 1) throw refusal
        answers.push(...ids.map((id) => ({ id, refusal })))
      } else if (signatures.length > 0) {
        answers.push(
          ...answersOf(
            ids.map((id) => ({ id })),
            signatures,
            credential,
          ),
        )
      } else if (clock.now() > expiresAt) throw new Refusal('signing.expired')
      else return { state: 'waiting', transaction, expiresAt }
    }
    return { state: 'answered', answers }
  }

  return {
    name: CSC,
    authorisedBy: 'pin',
    certificateChain: async (keyRef) => (await credentialOf(keyRef)).chain.map(({ der }) => der),
    start,
    follow,
    unlock: pins.unlock,
    async listKeys() {
      const answer = await client.call('credentials/list', {})
      return listAt(answer.body, 'credentialIDs').map(String)
    },
  }
}
