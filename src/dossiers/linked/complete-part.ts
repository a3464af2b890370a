import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { refuse } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { ANSWERING } from '../consultation/consulted-reach.ts'
import { whyNotTakeFiles } from '../filing/filing.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { PART_OUTCOMES, whyNotComplete, whyNotOutcome } from './linked-part.ts'
import { ownPart, PART_FIELDS } from './own-part.ts'
import { endPart, tellOfPart } from './part-changes.ts'
import { PartNote } from './send-parts.ts'

/** An officer of the body reports its part done, with what came of it; the result goes back to where it was sent from. */
export const completeLinkedPart = action({
  name: 'dossiers.complete-linked-part',
  roles: [...ANSWERING],
  input: Type.Object({
    ...PART_FIELDS,
    outcome: Type.Enum([...PART_OUTCOMES]),
    note: Type.Optional(PartNote),
    /** What the body made, uploaded by the same officer. */
    fileId: Type.Optional(FileIdInput),
  }),
  async run(ctx, officer, { partId, outcome, note, fileId }) {
    const { db, now } = ctx
    const { dossier, part } = await ownPart(ctx, officer, partId)
    refuse(whyNotComplete(part, dossier) ?? whyNotOutcome(outcome, note))
    if (fileId !== undefined) refuse(whyNotTakeFiles([fileId], await filesByIds(db, [fileId]), [actorLabel(officer)]))
    const made = { outcome, note: note ?? null, fileId: fileId ?? null, legalBasis: null }
    const end = { kind: 'done' as const, at: now, byName: actorName(officer), ...made }
    const isSettled = await endPart(ctx, part, end, accountOf(officer) ?? '')
    await tellOfPart(ctx, dossier, part, { news: 'done', outcome, file: end.fileId, isLate: now > part.dueAt })
    return { partId, isSettled }
  },
})
