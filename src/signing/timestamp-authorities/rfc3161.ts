import { formatDateTime } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Clock } from '../../platform/clock.ts'
import { instantOfToken, timestampQuery, tokenOfResponse } from '../crypto/timestamp.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'

/** Bytes; a token with its certificates is 2 to 6 KB. */
const MAX_RESPONSE = 64 * 1024

/** Further apart than this, our own clock is taken to be wrong: the time written on the paper would be false. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/**
 * Any RFC 3161 authority over HTTP (section 3.4). `timeoutMs` covers one try; one more try follows. With a clock, an
 * authority that tells another time than ours is refused with `signing.clock-off`.
 */
export function rfc3161(options: {
  url: string
  timeoutMs?: number
  headers?: Record<string, string>
  clock?: Clock
}): TimestampAuthority {
  const ask = async (digest: Uint8Array): Promise<Uint8Array> => {
    const query = timestampQuery(digest)
    const response = await fetch(options.url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', ...options.headers },
      body: new Uint8Array(query.der),
      redirect: 'error',
      signal: AbortSignal.timeout(options.timeoutMs ?? 5000),
    })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !type.startsWith('application/timestamp-reply')) {
      await response.body?.cancel()
      throw new Error(`HTTP ${response.status} ${type}`)
    }
    return tokenOfResponse(await boundedBody(response), digest, query.nonce)
  }
  return {
    name: options.url,
    async stamp(digest) {
      const token = await ask(digest)
        .catch(() => ask(digest))
        .catch((error: unknown) => {
          throw new Refusal('signing.timestamp-unavailable', { authority: options.url, cause: causeOf(error) })
        })
      if (options.clock) refuse(whyNotTheirTime(options.clock.now(), instantOfToken(token)))
      return token
    },
  }
}

function whyNotTheirTime(ours: Date, theirs: Date): Reason | undefined {
  const apart = Math.abs(ours.getTime() - theirs.getTime())
  if (apart <= CLOCK_TOLERANCE_MS) return undefined
  return {
    code: 'signing.clock-off',
    facts: { minutes: Math.round(apart / 60_000), ours: formatDateTime(ours), theirs: formatDateTime(theirs) },
  }
}

async function boundedBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > MAX_RESPONSE) throw new Error('the answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
