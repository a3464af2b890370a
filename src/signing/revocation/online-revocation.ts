import { randomBytes } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Certificate } from '../crypto/certificate.ts'
import { octetString } from '../crypto/der.ts'
import { ocspRequest, readOcspResponse } from '../crypto/ocsp.ts'
import { aboutCertificate, aboutList } from './answer-cache.ts'
import type { AnswerCache, KeptAnswer } from './answer-cache.ts'
import type { RevocationSource, SignedAnswer, StatusAnswer } from './certificate-status.ts'
import { checkAnswer, isInWindow } from './check-answer.ts'
import { HttpStatusError, fetchAnswer } from './fetch-answer.ts'

/** An OCSP answer younger than this is not asked for again; an older one serves while nobody answers, until a newer is due. */
const REUSE_MS = 60 * 60_000
/** An address that did not answer is left alone for so long, so that a batch does not wait for it at every file. */
const REST_MS = 30_000
/** Bytes; an OCSP answer with its certificates has 1 to 5 KB, lists of large authorities some megabytes. */
const MAX_OCSP = 64 * 1024
const MAX_CRL = 16 * 1024 * 1024

export type OnlineRevocation = {
  cache: AnswerCache
  clock: Clock
  /** Addresses this installation chose for an issuer, asked before those in the certificate. */
  known?: (issuer: Certificate) => { ocsp?: string; crl?: string } | undefined
  /** Whether addresses in certificates may lead into this machine or this network. */
  allowPrivate?: boolean
  /** For one try. */
  timeoutMs?: number
}

type Place = { url: string; allowPrivate: boolean }
type Question = { certificate: Certificate; issuer: Certificate; now: Date; since: Date | undefined }

/** OCSP first, then the list of revoked certificates, then nothing: both at the addresses their issuer wrote. */
export function onlineRevocation(options: OnlineRevocation): RevocationSource {
  const { cache, clock } = options
  const resting = new Map<string, number>()
  const asking = new Map<string, Promise<StatusAnswer>>()
  const checked = rememberChecks()

  const fetched = async (place: Place, more: { body?: Buffer; type?: string; maxBytes: number }, now: Date) => {
    if ((resting.get(place.url) ?? 0) > now.getTime()) throw new Error(`${place.url} did not answer a moment ago`)
    const request = { ...place, timeoutMs: options.timeoutMs ?? 4_000, ...more }
    try {
      return await fetchAnswer(request)
    } catch (error) {
      if (!(error instanceof HttpStatusError)) resting.set(place.url, now.getTime() + REST_MS)
      throw error
    }
  }

  const askOcsp = async (place: Place, question: Question): Promise<StatusAnswer> => {
    const { certificate, issuer, now } = question
    const nonce = randomBytes(16)
    const body = ocspRequest(certificate, issuer, nonce)
    const der = await fetched(place, { body, type: 'application/ocsp-request', maxBytes: MAX_OCSP }, now).catch(
      (error: unknown) => {
        if (!(error instanceof HttpStatusError)) throw error
        const words = encodeURIComponent(ocspRequest(certificate, issuer).toString('base64'))
        const url = `${place.url.replace(/\/$/, '')}/${words}`
        return fetched({ ...place, url }, { maxBytes: MAX_OCSP }, now)
      },
    )
    const returned = readOcspResponse(der).nonceDer
    if (returned && !returned.equals(octetString(nonce))) throw new Error('the answer is to another question')
    return usable({ kind: 'ocsp', der }, question)
  }

  const askList = async (place: Place, question: Question): Promise<StatusAnswer> => {
    const about = aboutList(place.url, question.issuer)
    const kept = await cache.find(about)
    const isUsable = kept && isInWindow(kept, question.now) && !(question.since && kept.thisUpdate < question.since)
    const known = isUsable ? checked(kept, question) : undefined
    if (known) return known
    const answer = usable({ kind: 'crl', der: await fetched(place, { maxBytes: MAX_CRL }, question.now) }, question)
    await keep(about, answer, question.now)
    return answer
  }

  const keep = async (about: string, { kind, der, thisUpdate, nextUpdate }: StatusAnswer, now: Date) => {
    if (nextUpdate) await cache.keep(about, { kind, der, thisUpdate, nextUpdate }, now)
  }

  const ask = async (question: Question): Promise<StatusAnswer> => {
    const { certificate, issuer, now, since } = question
    const about = aboutCertificate(certificate, issuer)
    const found = await cache.find(about)
    const kept = found && isInWindow(found, now) ? checked(found, question) : undefined
    if (kept && kept.thisUpdate >= (since ?? new Date(now.getTime() - REUSE_MS))) return kept
    const causes: string[] = []
    let unknown: StatusAnswer | undefined
    const { ocsp, crl } = placesOf(options, certificate, issuer)
    for (const place of ocsp) {
      const answer = await askOcsp(place, question).catch((error: unknown) => void causes.push(causeOf(place, error)))
      if (answer?.status.state === 'unknown') unknown = answer
      else if (answer) {
        await keep(about, answer, now)
        return answer
      }
    }
    if (kept && !since) return kept
    for (const place of crl) {
      const answer = await askList(place, question).catch((error: unknown) => void causes.push(causeOf(place, error)))
      if (answer) return answer
    }
    if (unknown) return unknown
    if (causes.length === 0) causes.push('the certificate names no address')
    throw new Refusal('signing.revocation-unavailable', { certificate: certificate.subject.commonName, causes })
  }

  return {
    async statusOf(certificate, issuer, { since } = {}) {
      const now = clock.now()
      const about = `${aboutCertificate(certificate, issuer)} ${since?.getTime() ?? ''}`
      let answer = asking.get(about)
      if (!answer) {
        answer = ask({ certificate, issuer, now, since })
        asking.set(about, answer)
        void answer.catch(() => undefined).finally(() => asking.delete(about))
      }
      return answer
    },
    async forget(certificate, issuer) {
      await cache.forget(aboutCertificate(certificate, issuer))
      for (const { url } of placesOf(options, certificate, issuer).crl) await cache.forget(aboutList(url, issuer))
    },
  }
}

function placesOf(options: OnlineRevocation, certificate: Certificate, issuer: Certificate) {
  const known = options.known?.(issuer)
  const places = (chosen: string | undefined, written: string[]): Place[] => [
    ...(chosen ? [{ url: chosen, allowPrivate: true }] : []),
    ...written
      .filter((url) => url !== chosen && URL.canParse(url))
      .map((url) => ({ url, allowPrivate: options.allowPrivate ?? false })),
  ]
  return { ocsp: places(known?.ocsp, certificate.ocspUrls), crl: places(known?.crl, certificate.crlUrls) }
}

/** @throws Error when the answer is not one that may be used now */
function usable(answer: SignedAnswer, { certificate, issuer, now }: Question): StatusAnswer {
  const status = checkAnswer(answer, certificate, issuer)
  if (!status) throw new Error('the answer is not signed by one who may answer')
  if (!isInWindow(status, now)) throw new Error('the answer is out of date')
  return status
}

/** A kept answer is checked once, not at every signature. */
function rememberChecks() {
  const known = new WeakMap<KeptAnswer, Map<string, StatusAnswer | undefined>>()
  return (kept: KeptAnswer, { certificate, issuer }: Question): StatusAnswer | undefined => {
    const byCertificate = known.get(kept) ?? new Map<string, StatusAnswer | undefined>()
    known.set(kept, byCertificate)
    const about = aboutCertificate(certificate, issuer)
    if (!byCertificate.has(about)) byCertificate.set(about, checkAnswer(kept, certificate, issuer))
    return byCertificate.get(about)
  }
}

const causeOf = ({ url }: Place, error: unknown) => `${url}: ${error instanceof Error ? error.message : 'unknown'}`
