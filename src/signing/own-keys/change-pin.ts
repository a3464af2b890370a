import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { keyOfAccount } from '../register/find-key.ts'
import { embeddedKeysPort } from '../signers/embedded.ts'
import { whyNotPin } from './enrolment.ts'
import { officerOf, OFFICERS } from './import-key.ts'

const notePinChanged = action({
  name: 'signing.note-pin-changed',
  roles: OFFICERS,
  input: Type.Object({ keyRef: Type.String() }),
  async run(ctx, actor, { keyRef }) {
    const { accountId } = officerOf(actor)
    ctx.journal({ subject: `account:${accountId}`, what: 'signing.pin-changed', facts: { keyRef } })
  },
})

/** The holder of a key on this machine sets another PIN; after an administrator's unlocking the key signs only then. */
export const changePin = errand({
  name: 'signing.change-pin',
  roles: OFFICERS,
  input: Type.Object({ old: Type.String({ maxLength: 64 }), new: Type.String({ maxLength: 64 }) }),
  async run(app, actor, pin, { requestId = '' }) {
    const officer = officerOf(actor)
    const holder = await keyOfAccount(app.db, officer.accountId, app.clock.now())
    if (!holder || holder.signer !== 'embedded') throw new Refusal('signing.pin-not-here')
    refuse(whyNotPin(pin.new))
    if (pin.new === pin.old) throw new Refusal('signing.pin-same')
    await app.ports.get(embeddedKeysPort).changePin(holder.keyRef, pin)
    await runAction(app, notePinChanged, officer, { keyRef: holder.keyRef }, { requestId })
  },
})
