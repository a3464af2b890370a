import { Type } from 'typebox'
import type { Authorisation } from '../signer.ts'

export const Pin = Type.String({ minLength: 4, maxLength: 64, description: 'PIN of the signing key; never kept' })
/** What opens a key, as a door takes it: nothing where its holder confirms on a device of their own. */
export const Authorised = { pin: Type.Optional(Pin) }

/** The same as a signer takes it. */
export function authorisationOf({ pin }: { pin?: string | undefined }): Authorisation {
  return pin === undefined ? {} : { pin }
}
