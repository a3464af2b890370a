import type { LegalDate } from '../../platform/dates.ts'
import { definePort } from '../../platform/ports.ts'
import type { VouchedOrganisation } from '../organisations/record-representative.ts'
import type { Sex } from '../citizen.ts'

/** What the provider vouches for about the person who signed in. */
export type IdentityClaims = {
  personalId: string
  fullName: string
  bornOn: LegalDate | null
  sex: Sex | null
  address: string | null
  phone: string | null
  email: string | null
  /** Mức độ tài khoản định danh điện tử; null when the provider does not say. */
  level: 1 | 2 | null
  /** Set when they came in by the account of an organisation they represent. */
  organisation?: VouchedOrganisation
}

/** Kept between leaving for the provider and coming back. */
export type ProviderAttempt = { state: string; nonce: string; codeVerifier: string }

/** Where citizens prove who they are: the embedded provider, an OpenID provider, or VNeID. */
export type IdentityProvider = {
  /** Shown to administrators. */
  name: string
  /** The address to send the browser to. Throws the refusal `identity.provider-away`. */
  begin(returnAddress: string): Promise<ProviderAttempt & { address: string }>
  /** Reads the answer. Throws `identity.provider-refused` for a forged, stale or refused one, `identity.provider-away`. */
  complete(callback: URL, attempt: ProviderAttempt): Promise<IdentityClaims>
  isWell(): Promise<boolean>
}

export const identityProviderPort = definePort<IdentityProvider>('identity-provider')
