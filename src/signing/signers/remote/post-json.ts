import { Refusal } from '../../../platform/refusal.ts'

export type JsonAnswer = { status: number; body: Record<string, unknown>; list: unknown[] }

/** A batch of 500 signatures has about 200 KB. */
const MAX_ANSWER = 2 * 1024 * 1024

/**
 * Sends JSON, or a form, to a signing service and reads JSON. Whatever is no such answer is `signing.signer-unavailable`; the caller
 * decides whether asking again is safe.
 */
export async function postJson(
  service: { name: string; timeoutMs: number },
  url: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<JsonAnswer> {
  const isForm = body instanceof URLSearchParams
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...(isForm ? {} : { 'content-type': 'application/json' }), accept: 'application/json', ...headers },
      body: isForm ? body : JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(service.timeoutMs),
    })
    // "Not yet" may come with nothing in it.
    const parsed: unknown = JSON.parse((await boundedText(response)) || (response.ok ? '{}' : ''))
    if (typeof parsed !== 'object' || parsed === null) throw new Error(`HTTP ${response.status} without an object`)
    return {
      status: response.status,
      body: Array.isArray(parsed) ? {} : (parsed as Record<string, unknown>),
      list: Array.isArray(parsed) ? parsed : [],
    }
  } catch (error) {
    throw unavailable(service.name, error)
  }
}

/** Never the request itself: it carries the password of the service's account. */
export function unavailable(name: string, error: unknown): Refusal {
  const cause = error instanceof Error ? error.message : String(error)
  return new Refusal('signing.signer-unavailable', { name, cause })
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > MAX_ANSWER) throw new Error('the answer is too long')
    parts.push(part)
  }
  return Buffer.concat(parts, length).toString('utf8')
}

/** A property of an answer, read as text; services write the same number or yes and no sometimes as text and sometimes not. */
export function textAt(value: unknown, name: string): string {
  const found = objectAt(value)[name]
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : ''
}

export const objectAt = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

export const listAt = (value: unknown, name: string): unknown[] => {
  const found = objectAt(value)[name]
  return Array.isArray(found) ? found : []
}
