import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { raisingOf } from '../../signing/index.ts'
import { whyNotWaiting } from './certified-copy.ts'
import { copyAtDesk, CopyId } from './seal-copy.ts'
import { saveDroppedCopy } from './store.ts'

/** A copy signed by mistake is left out before the agency signs it: it stays on record, and the paper may be copied again. */
export const dropCopy = action({
  name: 'desk.drop-copy',
  roles: ['intake-officer'],
  input: Type.Object({ copyId: CopyId, reason: Type.String({ minLength: 5, maxLength: 500 }) }),
  async run(ctx, actor, { copyId, reason }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const { copy, place } = await copyAtDesk(ctx, officer, copyId)
    refuse(whyNotWaiting(copy))
    if (await raisingOf(db, `copy:${copyId}`)) refuse({ code: 'desk.copy-settled' })
    await saveDroppedCopy(db, copyId, { byName: officer.fullName, at: now, reason })
    ctx.journal({ subject: place.subject, what: 'desk.copy-dropped', facts: { copy: copyId, reason } })
    return { copyId }
  },
})
