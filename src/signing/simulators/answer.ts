import type { IncomingMessage } from 'node:http'

/** What a simulated service gives back, JSON. */
export type Answer = { status: number; body: unknown }

export const json = (status: number, body: unknown): Answer => ({ status, body })

const MAX_BODY = 1024 * 1024

export async function readText(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk)
    if (text.length > MAX_BODY) throw new Error('the body is too large')
  }
  return text
}

/** JSON, or the fields of a form. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request)
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text || '{}')
}

export const field = (body: unknown, name: string): string => {
  const found = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

export const items = (body: unknown, name: string): unknown[] => {
  const found = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined
  return Array.isArray(found) ? found : []
}
