import type { Certificate } from '../crypto/certificate.ts'
import { fingerprint } from '../crypto/certificate.ts'
import type { SignedAnswer } from './certificate-status.ts'

/** A signed answer as it is kept; `about` names the certificate or the list. */
export type KeptAnswer = SignedAnswer & { thisUpdate: Date; nextUpdate: Date }

export type AnswerCache = {
  find(about: string): Promise<KeptAnswer | undefined>
  keep(about: string, answer: KeptAnswer, now: Date): Promise<void>
  forget(about: string): Promise<void>
}

export const aboutCertificate = (certificate: Certificate, issuer: Certificate) =>
  `ocsp:${fingerprint(issuer)}:${certificate.serialDer.toString('hex')}`
export const aboutList = (url: string, issuer: Certificate) => `crl:${fingerprint(issuer)}:${url}`

/** Answers; a list of a large authority has some megabytes. */
const AT_MOST = 500
const AT_MOST_BYTES = 16 * 1024 * 1024

/** In memory, before another cache when there is one. The oldest go first. */
export function answersInMemory(behind?: AnswerCache): AnswerCache {
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  const drop = (about: string) => {
    bytes -= kept.get(about)?.der.length ?? 0
    kept.delete(about)
  }
  const put = (about: string, answer: KeptAnswer) => {
    drop(about)
    kept.set(about, answer)
    bytes += answer.der.length
    for (const oldest of kept.keys()) {
      if (kept.size <= AT_MOST && bytes <= AT_MOST_BYTES) break
      drop(oldest)
    }
  }
  return {
    async find(about) {
      const found = kept.get(about) ?? (await behind?.find(about))
      if (found && !kept.has(about)) put(about, found)
      return found
    },
    async keep(about, answer, now) {
      put(about, answer)
      await behind?.keep(about, answer, now)
    },
    async forget(about) {
      drop(about)
      await behind?.forget(about)
    },
  }
}
