import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { ANSWERING } from '../consultation/consulted-reach.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { whyNotAccept } from './linked-part.ts'
import { ownPart, PART_FIELDS } from './own-part.ts'
import { acceptPartRow } from './store.ts'

/** An officer of the body accepts the part: from now on the body answers for it, until then the sender does. */
export const acceptLinkedPart = action({
  name: 'dossiers.accept-linked-part',
  roles: [...ANSWERING],
  input: Type.Object(PART_FIELDS),
  async run(ctx, officer, { partId }) {
    const { dossier, part } = await ownPart(ctx, officer, partId)
    refuse(whyNotAccept(part, dossier))
    const { unitId, stepCode: step } = part
    const accepted = {
      acceptedAt: ctx.now,
      acceptedByAccountId: accountOf(officer) ?? '',
      acceptedByName: actorName(officer),
    }
    await acceptPartRow(ctx.db, partId, accepted)
    noteChanged(ctx, dossier.id, { linkedPart: [{ id: partId, ...accepted }] })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.linked-part-accepted',
      facts: { part: partId, unitId, step },
    })
    return { partId, acceptedAt: ctx.now }
  },
})
