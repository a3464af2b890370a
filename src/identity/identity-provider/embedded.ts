import { generateKeyPair, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Provider, type Configuration, type JWK } from 'oidc-provider'
import type { Clock } from '../../platform/clock.ts'
import { isLanguage, type Language } from '../../platform/language.ts'
import { simulatorPolicy } from '../../platform/operations/simulator-page.tsx'
import type { SimulatorControl, SimulatorState } from '../../platform/operations/simulators.ts'
import { speaking } from '../../platform/speaking.ts'
import type { RegistryPerson } from '../citizen-registry/port.ts'
import { providerTexts } from '../texts.ts'
import { memoryAdapter } from './embedded-store.ts'
import { identityProviderPort } from './port.ts'
import { messagePage, signInPage } from './embedded-pages.tsx'
import { passwordChecker, readForm, sendPage } from './simulated-door.ts'

/** `represents`: the organisation whose account is theirs too. */
type Person = RegistryPerson & { password: string; represents?: { businessCode: string; name: string } }

type Options = {
  issuer: string
  host: string
  port: number
  clientId: string
  clientSecret: string
  /** Address of the system whose citizens sign in here. */
  publicAddress: string
  returnPath: string
  people: Person[]
  clock: Clock
}

type Running = {
  stop(): Promise<void>
  /** Bad days on request: slow answers, answers without a person, no answers. */
  control: SimulatorControl
}

const SLOW_MS = 4_000
const MINUTE = 60

/**
 * A real OpenID provider with invented people, on its own port: what a province's identity provider does, for the
 * demo and for tests. Consent is not asked: there is one client, the one it came with.
 */
export async function startEmbeddedIdentityProvider(options: Options): Promise<Running> {
  let state: SimulatorState = 'normal'
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const signingKey = {
    ...privateKey.export({ format: 'jwk' }),
    use: 'sig',
    alg: 'RS256',
    kid: randomBytes(8).toString('hex'),
  } as JWK
  const provider = new Provider(
    options.issuer,
    configuration(options, signingKey, () => state === 'wrong'),
  )
  const callback = provider.callback()
  const checkPassword = passwordChecker(options)

  const server = createServer((request, response) => {
    respond(request, response).catch(() =>
      sendPage(response, 500, messagePage(providerTexts.broken), options.publicAddress),
    )
  })

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state === 'down') return void request.socket.destroy()
    if (state === 'slow') await pause(SLOW_MS)
    const [, uid, step] = /^\/vao\/([\w-]+)(?:\/(gui|huy))?$/.exec(request.url ?? '') ?? []
    if (uid === undefined) return callback(request, response)
    const asked = await provider.interactionDetails(request, response).catch(() => undefined)
    if (!asked) return sendPage(response, 400, messagePage(providerTexts.stale), options.publicAddress)
    return speaking(languageAsked(asked.params), () => interact(request, response, { uid, step }))
  }

  async function interact(
    request: IncomingMessage,
    response: ServerResponse,
    { uid, step }: { uid: string; step: string | undefined },
  ): Promise<void> {
    const page = { action: `/vao/${uid}/gui`, cancel: `/vao/${uid}/huy` }
    if (step === 'huy')
      return provider.interactionFinished(request, response, {
        error: 'access_denied',
        error_description: 'person turned back',
      })
    if (step !== 'gui' || request.method !== 'POST')
      return sendPage(response, 200, signInPage(page), options.publicAddress)
    const form = await readForm(request)
    const personalId = (form.get('personalId') ?? '').replace(/\s/g, '')
    const error = checkPassword(personalId, form.get('password') ?? '')
    if (error) return sendPage(response, 200, signInPage({ ...page, personalId, error }), options.publicAddress)
    return provider.interactionFinished(request, response, { login: { accountId: personalId, remember: false } })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
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

/** The language the client's page was read in; a Vietnamese service speaks Vietnamese to all others. */
function languageAsked({ ui_locales: asked }: Record<string, unknown>): Language {
  const [first] = typeof asked === 'string' ? asked.split(' ') : []
  return isLanguage(first) ? first : 'vi'
}

function configuration(
  { clientId, clientSecret, publicAddress, returnPath, people, issuer }: Options,
  signingKey: JWK,
  hidesPerson: () => boolean,
): Configuration {
  return {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicAddress}${returnPath}`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    adapter: memoryAdapter(),
    jwks: { keys: [signingKey] },
    cookies: { keys: [randomBytes(32).toString('base64url')], long: { signed: true }, short: { signed: true } },
    scopes: ['openid', 'profile'],
    claims: {
      openid: ['sub'],
      profile: [
        'personal_id',
        'full_name',
        'birthdate',
        'gender',
        'address',
        'phone',
        'email',
        'account_level',
        'organisation_code',
        'organisation_name',
      ],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    ttl: {
      AccessToken: 10 * MINUTE,
      AuthorizationCode: MINUTE,
      IdToken: 10 * MINUTE,
      Grant: 10 * MINUTE,
      Interaction: 10 * MINUTE,
      Session: 10 * MINUTE,
    },
    interactions: { url: (_, interaction) => `/vao/${interaction.uid}` },
    findAccount(_, subject) {
      const person = people.find(({ personalId }) => personalId === subject)
      return person && { accountId: subject, claims: () => (hidesPerson() ? { sub: subject } : claimsOf(person)) }
    },
    async loadExistingGrant({ oidc }) {
      const clientOf = oidc.client?.clientId ?? ''
      const known = oidc.session?.grantIdFor(clientOf)
      const found = known ? await oidc.provider.Grant.find(known) : undefined
      if (found) return found
      const grant = new oidc.provider.Grant({ clientId: clientOf, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError(ctx) {
      ctx.type = 'html'
      ctx.set('content-security-policy', simulatorPolicy(new URL(issuer).origin))
      ctx.body = messagePage(providerTexts.broken)
    },
  }
}

function claimsOf({ personalId, fullName, bornOn, sex, address, phone, email, represents }: Person) {
  return {
    sub: personalId,
    personal_id: personalId,
    full_name: fullName,
    birthdate: bornOn,
    gender: sex,
    address: { formatted: address },
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    account_level: 2,
    ...(represents ? { organisation_code: represents.businessCode, organisation_name: represents.name } : {}),
  }
}
