import * as oidc from 'openid-client'
import { languageNow } from '../../platform/language.ts'
import type { Settings } from '../../platform/settings.ts'
import { Refusal } from '../../platform/refusal.ts'
import { nfc } from '../../platform/text.ts'
import { readPersonalId } from '../citizen.ts'
import type { IdentityClaims, IdentityProvider } from './port.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Any OpenID Connect provider: code flow with PKCE, state and nonce; claims from the user-info endpoint. */
export function createOpenIdProvider({
  issuer,
  clientId,
  clientSecret,
}: Settings['identityProvider']): IdentityProvider {
  const address = new URL(issuer)
  // Without TLS only on this machine, where the embedded provider lives.
  const execute = address.protocol === 'http:' && LOOPBACK.has(address.hostname) ? [oidc.allowInsecureRequests] : []
  let configuration: Promise<oidc.Configuration> | undefined

  const configured = (): Promise<oidc.Configuration> => {
    configuration ??= oidc
      .discovery(address, clientId, clientSecret, undefined, { execute, timeout: 10 })
      .catch((error: unknown) => {
        configuration = undefined
        throw new Refusal('identity.provider-away', { reason: String((error as Error).message) })
      })
    return configuration
  }

  return {
    name: `OpenID Connect, ${address.host}`,
    async begin(returnAddress) {
      const config = await configured()
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      }
      const target = oidc.buildAuthorizationUrl(config, {
        redirect_uri: returnAddress,
        scope: 'openid profile',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        // On a shared machine the next person must not become the last one.
        prompt: 'login',
        ui_locales: languageNow(),
      })
      return { ...attempt, address: target.href }
    },
    async complete(callback, { state, nonce, codeVerifier }) {
      const config = await configured()
      try {
        const tokens = await oidc.authorizationCodeGrant(config, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        })
        const subject = tokens.claims()?.sub
        if (!subject) throw new Refusal('identity.provider-refused')
        return readClaims(await oidc.fetchUserInfo(config, tokens.access_token, subject))
      } catch (error) {
        throw error instanceof Refusal ? error : asRefusal(error)
      }
    },
    async isWell() {
      return fetch(new URL('.well-known/openid-configuration', `${address.href.replace(/\/$/, '')}/`), {
        signal: AbortSignal.timeout(2_000),
      }).then(
        (answer) => answer.ok,
        () => false,
      )
    },
  }
}

function asRefusal(error: unknown): Refusal {
  const { message, code, cause } = error as Error & { code?: string; cause?: { error?: string } }
  const isNetwork = error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
  return new Refusal(isNetwork ? 'identity.provider-away' : 'identity.provider-refused', {
    reason: cause?.error ?? code ?? message,
  })
}

/** The provider's claims in our words. A claim that is not there is null; a person without an ID is refused. */
export function readClaims(claims: Record<string, unknown>): IdentityClaims {
  const text = (name: string): string | null => {
    const value = claims[name]
    return typeof value === 'string' && value.trim() !== '' ? nfc(value.trim()) : null
  }
  const personalId = text('personal_id')
  const fullName = text('full_name') ?? text('name')
  if (personalId === null || fullName === null || !readPersonalId(personalId)) {
    throw new Refusal('identity.provider-refused', { reason: 'claims without a person' })
  }
  const [code, name] = [text('organisation_code'), text('organisation_name')]
  const address = claims.address as { formatted?: string } | string | undefined
  return {
    personalId,
    fullName,
    bornOn: /^\d{4}-\d{2}-\d{2}$/.test(text('birthdate') ?? '') ? text('birthdate') : null,
    sex: readPersonalId(personalId)?.sex ?? null,
    address: typeof address === 'object' ? nfc(address.formatted ?? '') || null : text('address'),
    phone: text('phone') ?? text('phone_number'),
    email: text('email'),
    level: claims.account_level === 1 || claims.account_level === 2 ? claims.account_level : null,
    ...(code !== null && name !== null && { organisation: { businessCode: code, name } }),
  }
}
