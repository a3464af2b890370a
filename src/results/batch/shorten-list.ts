import type { ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { actorName } from '../../dossiers/index.ts'
import { approvalBy } from '../approve-result.ts'
import { renderUnsigned } from '../render-result.ts'
import type { Result } from '../result.ts'
import { insertFile, saveDraft, saveResult } from '../store.ts'
import { linesLeft, type Batch } from './batch.ts'
import { subjectOf } from './open-batch.ts'
import { membersOf } from './store.ts'
import { batchFileName, batchWords } from './texts.ts'

/** Draws the decision as it stands and keeps it as the file of its version. */
export async function drawDecision(ctx: ActionContext, batch: Batch, result: Result, procedureName: string) {
  const { content, template, version, verificationCode } = result
  const { pdf, pages } = await renderUnsigned({
    content,
    template,
    procedure: { code: batch.procedureCode, name: procedureName },
    dossierCode: '',
    verificationCode,
    publicAddress: ctx.settings.publicAddress,
    now: ctx.now,
  })
  const name = batchFileName(batch.no)
  const { id: fileId, sha256 } = await recordProducedFile(ctx, {
    bytes: pdf,
    name,
    mediaType: 'application/pdf',
    pages,
  })
  await insertFile(ctx.db, result, {
    version,
    stage: 'unsigned',
    fileId,
    sha256,
    pages,
    signatures: 0,
    madeAt: ctx.now,
  })
  return { sha256 }
}

/**
 * Draws the decision anew without those who left. One approved before is taken as approved by whoever looks at the shorter list now,
 * the head or the signatory (Nghị định 30/2020/NĐ-CP, Điều 11 khoản 2); they have to read it before they go on.
 */
export async function shortenList(ctx: ActionContext, actor: Actor, batch: Batch, before: Result): Promise<Result> {
  const { db, now } = ctx
  const list = linesLeft(before.content.list ?? [], await membersOf(db, [batch.id]))
  if (list.length === 0) {
    const ended = { returnedByName: actorName(actor), returnedAt: now, returnReason: batchWords.allLeft }
    const returned = { ...before, ...ended, state: 'returned' as const }
    await saveResult(db, returned, before)
    return returned
  }
  const drafted = {
    ...before,
    state: 'draft' as const,
    version: before.version + 1,
    content: { ...before.content, list },
  }
  await saveDraft(db, drafted)
  const { sha256 } = await drawDecision(ctx, batch, drafted, before.title)
  const after = before.state === 'approved' ? { ...drafted, ...approvalBy(actor, { sha256 }, now) } : drafted
  if (after.state === 'approved') await saveResult(db, after, drafted)
  ctx.journal({
    subject: subjectOf(batch),
    what: 'results.batch-shortened',
    facts: { version: after.version, sha256, listed: list.length },
  })
  return after
}
