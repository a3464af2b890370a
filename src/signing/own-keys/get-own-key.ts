import { Type } from 'typebox'
import { unitsOf } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds, type Unit } from '../../organisation/index.ts'
import { keyOfAccount, keyOfUnit } from '../register/find-key.ts'
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
    return standingOf(app, await keyOfAccount(app.db, officerOf(actor).accountId, app.clock.now()))
  },
})

/** con dấu số of an agency, for the clerk who keeps it. */
export type OwnSeal = { unit: Pick<Unit, 'id' | 'name'>; key: OwnKey | undefined }

export const listOwnSeals = query({
  name: 'signing.list-own-seals',
  roles: ['clerk'],
  input: Type.Object({}),
  async run(app, actor): Promise<OwnSeal[]> {
    const units = await unitsByIds(app.db, unitsOf(officerOf(actor), 'clerk'))
    const seals = units.map(async ({ id, name }): Promise<OwnSeal> => {
      return { unit: { id, name }, key: await standingOf(app, await keyOfUnit(app.db, id, app.clock.now())) }
    })
    return Promise.all(seals)
  },
})

async function standingOf({ ports, clock }: App, holder: UsableHolder | undefined): Promise<OwnKey | undefined> {
  if (!holder) return undefined
  const standing =
    holder.signer === 'embedded' ? await ports.get(embeddedKeysPort).standingOf(holder.keyRef) : undefined
  const reason = whyNotUse(holder, clock.now())
  return { holder, standing, unusable: reason && new Refusal(reason.code, reason.facts) }
}
