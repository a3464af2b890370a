import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Settings } from '../platform/settings.ts'
import type { Account } from './account.ts'
import type { Passkey } from './store/second-factors.ts'

export type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON }

/** Whom a passkey is made for: the address people use. */
function party({ publicAddress }: Settings) {
  const { hostname, origin } = new URL(publicAddress)
  return { id: hostname, origin, name: 'Một Cửa' }
}

const described = (passkeys: Passkey[]) =>
  passkeys.map(({ id, transports }) => ({ id, transports: transports as AuthenticatorTransport[] }))

export function creationOptions(
  settings: Settings,
  account: Account,
  passkeys: Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { id, name } = party(settings)
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new TextEncoder().encode(account.id),
    userName: account.signInName ?? account.fullName,
    userDisplayName: account.fullName,
    attestationType: 'none',
    excludeCredentials: described(passkeys),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  })
}

export function requestOptions(
  settings: Settings,
  passkeys: Passkey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party(settings).id,
    allowCredentials: described(passkeys),
    userVerification: 'required',
  })
}

type NewPasskey = Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports' | 'backedUp'>

/** The key a browser made for our question; undefined when the answer is not a right one. */
export async function readNewPasskey(
  settings: Settings,
  answer: string,
  challenge: string,
): Promise<NewPasskey | undefined> {
  const { id, origin } = party(settings)
  try {
    const response = JSON.parse(answer) as RegistrationResponseJSON
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
    })
    if (!verified || !registrationInfo) return undefined
    const { credential, credentialBackedUp } = registrationInfo
    return {
      id: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: BigInt(credential.counter),
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
    }
  } catch {
    // The library throws for every way an answer can be wrong; they are one case to us.
    return undefined
  }
}

/** The new counter of the passkey that answered our question; undefined when the answer is not a right one. */
export async function checkPasskey(
  settings: Settings,
  answer: string,
  challenge: string,
  passkeys: Passkey[],
): Promise<{ id: string; counter: number } | undefined> {
  const { id, origin } = party(settings)
  try {
    const response = JSON.parse(answer) as AuthenticationResponseJSON
    const passkey = passkeys.find((known) => known.id === response.id)
    if (!passkey) return undefined
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: Number(passkey.counter),
      },
    })
    return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}
