import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { keyOfAccount } from '../register/find-key.ts'
import { whyNotUse, type UsableHolder } from '../register/key-holder.ts'
import { embeddedKeysPort, type KeyStanding } from '../signers/embedded.ts'
import { officerOf, OFFICERS } from './import-key.ts'

export type OwnKey = {
  holder: UsableHolder
  /** Undefined where the key lies in another device or service. */
  standing: KeyStanding | undefined
  /** Why it does not sign now. */
  unusable: Refusal | undefined
}

/** The certificate with which an officer signs, and how its key stands. */
export const getOwnKey = query({
  name: 'signing.get-own-key',
  roles: OFFICERS,
  input: Type.Object({}),
  async run(app, actor): Promise<OwnKey | undefined> {
    const now = app.clock.now()
    const holder = await keyOfAccount(app.db, officerOf(actor).accountId, now)
    if (!holder) return undefined
    const standing =
      holder.signer === 'embedded' ? await app.ports.get(embeddedKeysPort).standingOf(holder.keyRef) : undefined
    const reason = whyNotUse(holder, now)
    return { holder, standing, unusable: reason && new Refusal(reason.code, reason.facts) }
  },
})
