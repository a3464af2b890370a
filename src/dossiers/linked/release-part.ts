import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { refuse } from '../../platform/refusal.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { whyNotReleasePart } from './linked-part.ts'
import { LED_PART_FIELDS, ledPart } from './own-part.ts'
import { endPart, tellOfPart } from './part-changes.ts'
import { PartNote } from './send-parts.ts'

/** The lead waits no longer for a part that came back or was not done in its term, on a legal basis. */
export const releaseLinkedPart = action({
  name: 'dossiers.release-linked-part',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object({
    ...LED_PART_FIELDS,
    reason: PartNote,
    legalBasis: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  async run(ctx, officer, { reason, legalBasis, ...asked }) {
    const { now } = ctx
    const { dossier, part } = await ledPart(ctx, officer, asked)
    refuse(whyNotReleasePart(part, dossier, now))
    const nothing = { outcome: null, fileId: null }
    const end = { kind: 'released' as const, at: now, byName: actorName(officer), note: reason, legalBasis, ...nothing }
    const isSettled = await endPart(ctx, part, end, accountOf(officer) ?? '')
    await tellOfPart(ctx, dossier, part, { news: 'released' })
    return { partId: part.id, isSettled }
  },
})
