import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { ANSWERING } from '../consultation/consulted-reach.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { whyNotReturn } from './linked-part.ts'
import { ownPart, PART_FIELDS } from './own-part.ts'
import { endPart, tellOfPart } from './part-changes.ts'
import { PartNote } from './send-parts.ts'

/** An officer of the body gives a part back that is not theirs to do, with the ground; its due date stays what it was. */
export const returnLinkedPart = action({
  name: 'dossiers.return-linked-part',
  roles: [...ANSWERING],
  input: Type.Object({ ...PART_FIELDS, reason: PartNote }),
  async run(ctx, officer, { partId, reason }) {
    const { dossier, part } = await ownPart(ctx, officer, partId)
    refuse(whyNotReturn(part, dossier))
    const nothing = { outcome: null, fileId: null, legalBasis: null }
    const end = { kind: 'returned' as const, at: ctx.now, byName: actorName(officer), note: reason, ...nothing }
    await endPart(ctx, part, end, accountOf(officer) ?? '')
    await tellOfPart(ctx, dossier, part, { news: 'returned' })
    return { partId }
  },
})
