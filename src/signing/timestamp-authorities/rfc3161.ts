import { Refusal } from '../../platform/refusal.ts'
import { timestampQuery, tokenOfResponse } from '../crypto/timestamp.ts'
import type { TimestampAuthority } from '../timestamp-authority.ts'

/** Bytes; a token with its certificates is 2 to 6 KB. */
const MAX_RESPONSE = 64 * 1024

/** Any RFC 3161 authority over HTTP (section 3.4). `timeoutMs` covers one try; one more try follows. */
export function rfc3161(options: {
  url: string
  timeoutMs?: number
  headers?: Record<string, string>
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
      try {
        return await ask(digest).catch(() => ask(digest))
      } catch (error) {
        throw new Refusal('signing.timestamp-unavailable', { authority: options.url, cause: causeOf(error) })
      }
    },
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
