import { randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto'
import { Refusal } from '../../../platform/refusal.ts'
import type { IdentityProvider } from '../port.ts'
import { readVneidClaims } from './claims.ts'
import { isEnvelope, openEnvelope } from './envelope.ts'

export type VneidAddresses = { authorizeUrl: string; tokenUrl: string; userinfoUrl: string }

type Options = VneidAddresses & {
  clientId: string
  clientSecret: string
  /** The key whose public half VNeID holds. */
  privateKey: KeyObject
  timeoutMs?: number
}

const TIMEOUT_MS = 10_000

/**
 * Sign-in with VNeID. It looks like OpenID Connect and is not: no identity token, no nonce, and every answer comes in an
 * envelope; the code may, too (`encrypt_key` beside it). Seen in the public Keycloak broker for VNeID, May 2026; what that
 * leaves open (formats of dates, kinds and levels of accounts) is read generously and never guessed.
 */
export function createVneidProvider(options: Options): IdentityProvider {
  const { authorizeUrl, tokenUrl, userinfoUrl, clientId, clientSecret, privateKey, timeoutMs = TIMEOUT_MS } = options

  async function ask(address: string, init: RequestInit): Promise<Record<string, unknown>> {
    const signal = AbortSignal.timeout(timeoutMs)
    const answer = await fetch(address, { ...init, signal, redirect: 'error' }).catch((error: unknown) => {
      throw new Refusal('identity.provider-away', { reason: String((error as Error).message) })
    })
    const body = await answer.text().catch(() => '')
    if (answer.status >= 500) throw new Refusal('identity.provider-away', { reason: `HTTP ${answer.status}` })
    if (!answer.ok) throw new Refusal('identity.provider-refused', { reason: `HTTP ${answer.status}` })
    try {
      const sent: unknown = JSON.parse(body)
      const told: unknown = isEnvelope(sent) ? JSON.parse(openEnvelope(privateKey, sent).toString('utf8')) : sent
      if (typeof told === 'object' && told !== null) return told as Record<string, unknown>
    } catch {
      // Said below: what went wrong inside an envelope tells nothing that may be shown.
    }
    throw new Refusal('identity.provider-refused', { reason: 'an answer that cannot be read' })
  }

  return {
    name: `VNeID, ${new URL(authorizeUrl).host}`,
    async begin(returnAddress) {
      const state = randomBytes(24).toString('base64url')
      const target = new URL(authorizeUrl)
      const asked = { response_type: 'code', client_id: clientId, redirect_uri: returnAddress, scope: 'openid', state }
      for (const [name, value] of Object.entries(asked)) target.searchParams.set(name, value)
      return { state, nonce: '', codeVerifier: '', address: target.href }
    },
    async complete(callback, attempt) {
      const came = callback.searchParams
      if (!same(came.get('state') ?? '', attempt.state))
        throw new Refusal('identity.provider-refused', { reason: 'another state came back' })
      const error = came.get('error')
      if (error !== null) throw new Refusal('identity.provider-refused', { reason: error.slice(0, 80) })
      const [code, encryptKey] = [base64In(came.get('code')), base64In(came.get('encrypt_key'))]
      const token = await ask(tokenUrl, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          code: encryptKey === '' ? code : openedCode(privateKey, code, encryptKey),
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uri: `${callback.origin}${callback.pathname}`,
          ...(encryptKey === '' ? {} : { encrypt_key: encryptKey }),
        }),
      })
      if (typeof token.access_token !== 'string' || token.access_token === '')
        throw new Refusal('identity.provider-refused', { reason: 'no access token' })
      return readVneidClaims(await ask(userinfoUrl, { headers: { authorization: `Bearer ${token.access_token}` } }))
    },
    async isWell() {
      return fetch(authorizeUrl, { signal: AbortSignal.timeout(2_000), redirect: 'manual' }).then(
        ({ status }) => status < 500,
        () => false,
      )
    },
  }
}

function openedCode(privateKey: KeyObject, data: string, key: string): string {
  try {
    return openEnvelope(privateKey, { data, key }).toString('utf8')
  } catch {
    throw new Refusal('identity.provider-refused', { reason: 'the code cannot be read' })
  }
}

/** Base64 in an address: VNeID does not encode its `+`, which readers of addresses take for a space. */
function base64In(value: string | null): string {
  return (value ?? '').replaceAll(' ', '+')
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
