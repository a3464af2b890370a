import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { Refusal } from '../../platform/refusal.ts'
import { certificateWithinReach, subjectOf } from '../register/reach-certificate.ts'
import { signersPort } from '../signer.ts'

const Which = Type.Object({ fingerprint: Type.String({ pattern: '^[0-9a-f]{64}$' }) })

const noteUnlocked = action({
  name: 'signing.note-unlocked',
  roles: ['administrator'],
  input: Which,
  async run(ctx, actor, { fingerprint }) {
    const holder = await certificateWithinReach(ctx.db, actor, fingerprint)
    const { signer, keyRef } = holder
    ctx.journal({ subject: subjectOf(holder), what: 'signing.key-unlocked', facts: { signer, keyRef } })
    return { signer, keyRef }
  },
})

/**
 * Lets a key be tried again that was locked by wrong PINs. Nobody but the holder learns or sets a PIN: a key of this machine signs
 * again once they set a new one, or brought the key in anew because the PIN is forgotten.
 */
export const unlockKey = errand({
  name: 'signing.unlock-key',
  roles: ['administrator'],
  input: Which,
  async run(app, actor, { fingerprint }, { requestId = '' }) {
    const { signer: name } = await certificateWithinReach(app.db, actor, fingerprint)
    const signer = app.ports.get(signersPort).named(name)
    if (!signer.unlock) throw new Refusal('signing.not-unlockable')
    // On record before it happens: an unlocking that nobody noted would be worse than a note without one.
    const { keyRef } = await runAction(app, noteUnlocked, actor, { fingerprint }, { requestId })
    await signer.unlock(keyRef)
  },
})
