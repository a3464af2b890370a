import type { Clock } from '../../../platform/clock.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { listAt, postJson, textAt, type JsonAnswer } from '../remote/post-json.ts'
import type { CscVersion } from './wire.ts'

export type CscAccount = { url: string; clientId: string; clientSecret: string }

/** Asked anew so long before the service forgets it. */
const EARLY_MS = 30_000
const TOKEN_SECONDS = 300

const TIMEOUT_MS = 10_000

type Options = { account: CscAccount; clock: Clock; timeoutMs?: number }

/** Calls of the service with a token of our own account, which is renewed in time and when it is refused. */
export function cscClient({ account, clock, timeoutMs = TIMEOUT_MS }: Options) {
  const service = { name: 'csc', timeoutMs }
  const version: CscVersion = account.url.endsWith('/v1') ? 1 : 2
  let token: { value: string; until: number } | undefined

  const info = async (): Promise<Record<string, unknown>> => (await postJson(service, `${account.url}/info`, {})).body

  async function signIn(): Promise<string> {
    const ways = listAt(await info(), 'authType')
    const answer = ways.includes('oauth2client') || !ways.includes('basic') ? await byClient() : await byPassword()
    const value = textAt(answer.body, 'access_token')
    if (value === '') throw new Refusal('signing.remote-account-refused', { name: 'csc' })
    const seconds = Number(textAt(answer.body, 'expires_in') || TOKEN_SECONDS)
    token = { value, until: clock.now().getTime() + seconds * 1000 - EARLY_MS }
    return value
  }
  /** RFC 6749, 4.4. */
  const byClient = () =>
    postJson(
      service,
      `${account.url}/oauth2/token`,
      new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'service',
        client_id: account.clientId,
        client_secret: account.clientSecret,
      }),
    )
  /** Of version 1 alone: auth/login with the account's name and password. */
  const byPassword = () => {
    const words = Buffer.from(`${account.clientId}:${account.clientSecret}`).toString('base64')
    return postJson(service, `${account.url}/auth/login`, {}, { authorization: `Basic ${words}` })
  }

  return {
    version,
    info,
    async call(path: string, body: object): Promise<JsonAnswer> {
      const ask = (value: string) =>
        postJson(service, `${account.url}/${path}`, body, { authorization: `Bearer ${value}` })
      const known = token && token.until > clock.now().getTime() ? token.value : undefined
      const answer = await ask(known ?? (await signIn()))
      return answer.status === 401 && known !== undefined ? ask(await signIn()) : answer
    },
  }
}
