import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../../platform/clock.ts'
import type { SimulatorControl, SimulatorState } from '../../../platform/operations/simulators.ts'
import type { RegistryPerson } from '../../citizen-registry/port.ts'
import { providerTexts } from '../../texts.ts'
import { messagePage, signInPage } from '../embedded-pages.tsx'
import { identityProviderPort } from '../port.ts'
import { passwordChecker, readForm, sendPage } from '../simulated-door.ts'
import type { Envelope } from './envelope.ts'
import type { VneidAddresses } from './vneid.ts'

/** `accountLevel` 2 unless said. */
type Person = RegistryPerson & { password: string; accountLevel?: 1 | 2; accountType?: string }

type Options = {
  host: string
  port: number
  clientId: string
  clientSecret: string
  publicAddress: string
  returnPath: string
  people: readonly Person[]
  clock: Clock
  /** The system's key; VNeID is given its public half. */
  clientKey: KeyObject
}

const SLOW_MS = 4_000
const CODE_MS = 60_000
const TOKEN_MS = 600_000
const MOST = 5_000

export function simulatedVneidAddresses(origin: string): VneidAddresses {
  return { authorizeUrl: `${origin}/authorize`, tokenUrl: `${origin}/token`, userinfoUrl: `${origin}/userinfo` }
}

/**
 * A server that answers as VNeID was found to answer: code flow, form-encoded token request, envelopes, no identity token,
 * a code under `encrypt_key`. With invented people, and bad days on request: slow, wrong (an envelope for another key), down.
 */
export async function startVneidSimulator(
  options: Options,
): Promise<{ stop(): Promise<void>; control: SimulatorControl }> {
  const { clientId, clientSecret, publicAddress, returnPath, people, clock } = options
  const ours = createPublicKey(options.clientKey)
  const returnAddress = `${publicAddress}${returnPath}`
  const checkPassword = passwordChecker(options)
  const attempts = tickets<{ state: string }>(clock, TOKEN_MS)
  const codes = tickets<{ personalId: string }>(clock, CODE_MS)
  const tokens = tickets<{ personalId: string }>(clock, TOKEN_MS)
  let state: SimulatorState = 'normal'

  const server = createServer((request, response) => {
    respond(request, response).catch(() => sendPage(response, 500, messagePage(providerTexts.broken), publicAddress))
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state === 'down') return void request.socket.destroy()
    if (state === 'slow') await pause(SLOW_MS)
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`)
    if (pathname === '/authorize') return authorize(searchParams, response)
    if (pathname.startsWith('/vao/')) return signIn(pathname, request, response)
    if (pathname === '/token' && request.method === 'POST') return token(await readForm(request), request, response)
    if (pathname === '/userinfo') return userinfo(request.headers.authorization ?? '', response)
    return sendPage(response, 404, messagePage(providerTexts.broken), publicAddress)
  }

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const isKnown = asked.get('client_id') === clientId && asked.get('redirect_uri') === returnAddress
    if (!isKnown || asked.get('response_type') !== 'code')
      return sendPage(response, 400, messagePage(providerTexts.broken), publicAddress)
    const ticket = attempts.give({ state: asked.get('state') ?? '' })
    sendPage(response, 200, signInPage({ action: `/vao/${ticket}`, cancel: `/vao/${ticket}/huy` }), publicAddress)
  }

  async function signIn(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , ticket = '', step] = path.split('/')
    const attempt = attempts.see(ticket)
    if (!attempt) return sendPage(response, 400, messagePage(providerTexts.stale), publicAddress)
    if (step === 'huy') return goBack(response, `error=access_denied&state=${attempt.state}`)
    const page = { action: `/vao/${ticket}`, cancel: `/vao/${ticket}/huy` }
    if (request.method !== 'POST') return sendPage(response, 200, signInPage(page), publicAddress)
    const form = await readForm(request)
    const personalId = (form.get('personalId') ?? '').replace(/\s/g, '')
    const error = checkPassword(personalId, form.get('password') ?? '')
    if (error) return sendPage(response, 200, signInPage({ ...page, personalId, error }), publicAddress)
    attempts.take(ticket)
    const { data, key } = seal(ours, Buffer.from(codes.give({ personalId })))
    // Base64 as it is, its plus signs not encoded: so it was seen.
    goBack(response, `code=${data.replace(/=/g, '%3D')}&encrypt_key=${key.replace(/=/g, '%3D')}&state=${attempt.state}`)
  }

  function goBack(response: ServerResponse, query: string): void {
    response.writeHead(302, { location: `${returnAddress}?${query}`, 'cache-control': 'no-store' }).end()
  }

  function token(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
    const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret
    const isReturn = form.get('redirect_uri') === returnAddress && form.get('grant_type') === 'authorization_code'
    const code = isForm && isClient && isReturn ? codes.take(form.get('code') ?? '') : undefined
    if (!code) return answer(response, isForm ? 401 : 415, { error: 'invalid_grant' })
    answer(
      response,
      200,
      sealed({ access_token: tokens.give(code), token_type: 'Bearer', expires_in: 600, scope: 'openid' }),
    )
  }

  function userinfo(authorization: string, response: ServerResponse): void {
    const holder = tokens.see(authorization.replace(/^Bearer /, ''))
    const person = holder && people.find(({ personalId }) => personalId === holder.personalId)
    if (!person) return answer(response, 401, { error: 'invalid_token' })
    const { personalId, fullName, bornOn, accountLevel = 2, accountType = '1' } = person
    answer(response, 200, sealed({ citizenPid: personalId, fullName, birthDate: bornOn, accountType, accountLevel }))
  }

  /** On a wrong day the envelope is for somebody else. */
  function sealed(told: object): Envelope {
    const { data, key } = seal(ours, Buffer.from(JSON.stringify(told)))
    return state === 'wrong' ? { data, key: randomBytes(256).toString('base64') } : { data, key }
  }

  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, options.host, resolve))
  return {
    control: {
      name: identityProviderPort.name,
      states: ['normal', 'slow', 'wrong', 'down'],
      state: () => state,
      set: (wanted) => void (state = wanted),
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function seal(to: KeyObject, content: Buffer): Envelope {
  const secret = randomBytes(32)
  const cipher = createCipheriv('aes-256-ecb', secret, null)
  return {
    data: Buffer.concat([cipher.update(content), cipher.final()]).toString('base64'),
    key: publicEncrypt({ key: to, padding: constants.RSA_PKCS1_PADDING }, secret).toString('base64'),
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}

/** Things given out under a random word for a while; the oldest go first when there are too many. */
function tickets<Held>(clock: Clock, lastMs: number) {
  const given = new Map<string, Held & { until: number }>()
  const see = (word: string): Held | undefined => {
    const held = given.get(word)
    return held && held.until >= clock.now().getTime() ? held : undefined
  }
  return {
    give(held: Held): string {
      const word = randomBytes(24).toString('base64url')
      given.set(word, { ...held, until: clock.now().getTime() + lastMs })
      const oldest = given.size > MOST ? given.keys().next().value : undefined
      if (oldest !== undefined) given.delete(oldest)
      return word
    },
    see,
    take(word: string): Held | undefined {
      const held = see(word)
      given.delete(word)
      return held
    },
  }
}
