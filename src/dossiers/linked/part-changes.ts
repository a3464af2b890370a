import type { ActionContext } from '../../platform/action.ts'
import { settleStep } from '../demands/store.ts'
import type { Dossier } from '../dossier.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { linkedPartMoved, type PartNews } from './events.ts'
import { areSettled, type LinkedPart, type PartEnd } from './linked-part.ts'
import { endPartRow, insertParts, partsOf, type NewPart } from './store.ts'

type Context = Pick<ActionContext, 'db' | 'changed'>

/** Writes parts that are sent, on record. */
export async function addParts(ctx: Context, dossierId: string, parts: readonly NewPart[]): Promise<void> {
  await insertParts(ctx.db, parts)
  noteAdded(ctx, dossierId, {
    linkedPart: parts.map(({ files: _files, dossierId: _dossierId, ...part }) => ({ reminderCount: 0, ...part })),
    linkedPartFile: parts.flatMap(({ id, files }) => files.map((file) => ({ partId: id, ...file }))),
  })
}

/** Ends the work on a part, on record. Tells whether its step is settled by it; the dossier's own clock has run all along. */
export async function endPart(
  ctx: Context,
  { id, dossierId, stepCode }: LinkedPart,
  end: PartEnd,
  endedByAccountId: string,
): Promise<boolean> {
  await endPartRow(ctx.db, id, end, endedByAccountId)
  const { kind, at, byName, outcome, note, fileId, legalBasis } = end
  const row = { id, endedAt: at, endedKind: kind, endedByAccountId, endedByName: byName }
  const said = { outcome, endNote: note, endFileId: fileId, legalBasis }
  noteChanged(ctx, dossierId, { linkedPart: [{ ...row, ...said }] })
  const parts = (await partsOf(ctx.db, dossierId)).filter((part) => part.stepCode === stepCode)
  if (!areSettled(parts)) return false
  const settledSteps = await settleStep(ctx.db, dossierId, stepCode)
  noteChanged(ctx, dossierId, { dossier: [{ settledSteps }] })
  return true
}

/** A journal line of the dossier, and those around the part told. */
export async function tellOfPart(
  ctx: ActionContext,
  { code }: Pick<Dossier, 'code'>,
  { dossierId, id: partId, unitId, stepCode }: Pick<LinkedPart, 'dossierId' | 'id' | 'unitId' | 'stepCode'>,
  { news, count = 1, ...facts }: { news: PartNews; count?: number } & Record<string, unknown>,
): Promise<void> {
  ctx.journal({
    subject: `dossier:${dossierId}`,
    what: `dossiers.linked-part-${news}`,
    facts: { part: partId, unitId, step: stepCode, ...facts },
  })
  await ctx.emit(linkedPartMoved, { dossierId, code, partId, news, count })
}
