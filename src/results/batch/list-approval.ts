import { Type, type Static } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action, runAction, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal, refusalSentence as fill, refuse } from '../../platform/refusal.ts'
import {
  askForRecord,
  completeRecord,
  moveHandling,
  processOf,
  recordLook,
  recordTexts,
  stepToSign,
  type RecordContext,
} from '../../dossiers/index.ts'
import { type SigningPurpose, type SigningRequest } from '../../signing/index.ts'
import { approvalBy } from '../approve-result.ts'
import { fileAt, whyNotApprove, type ResultFile } from '../result.ts'
import { saveResult } from '../store.ts'
import { whyNotAsRead } from './batch.ts'
import { batchWithinReach, inBatch, subjectOf, type OpenBatch } from './open-batch.ts'
import { batchFileName, batchWords } from './texts.ts'

export const BatchNo = Type.Integer({ minimum: 1, description: 'number of the batch' })
export const ListVersion = Type.Integer({ minimum: 1, description: 'Version of the list that was read' })

export const ListRead = Type.Object({ no: BatchNo, version: ListVersion })

/** What both ways of approving come to. */
export async function approveAll(
  ctx: ActionContext,
  head: Actor,
  { no, version }: Static<typeof ListRead>,
  { isSigned }: { isSigned: boolean },
) {
  const { db, now } = ctx
  const open = await batchWithinReach(db, head, no, true)
  const { batch, result } = open
  const file = approvable(open, version)
  for (const { dossier } of inBatch(open)) {
    await moveHandling(ctx, head, dossier, 'approveResult', { leaves: [{ kind: 'approval', isSigned }] })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.batch-approved', facts: { batch: no, version } })
  }
  await saveResult(db, { ...result, ...approvalBy(head, file, now) }, result)
  const { sha256 } = file
  ctx.journal({ subject: subjectOf(batch), what: 'results.batch-approved', facts: { version, sha256 } })
  return { no, version, sha256 }
}

function approvable({ result, files }: OpenBatch, version: number): ResultFile {
  refuse(whyNotApprove(result) ?? whyNotAsRead(result, version))
  const file = fileAt(result, files, 'unsigned')
  if (!file) throw new Refusal('results.no-draft')
  return file
}

type Request = SigningRequest<RecordContext<Static<typeof ListRead>>>

/** Lays out the one sheet on which the approval of the list is signed. */
export const requestListRecord = action({
  name: 'results.request-list-record',
  roles: ['head-of-division'],
  input: ListRead,
  async run(ctx, actor, { no, version }): Promise<Request> {
    const open = await batchWithinReach(ctx.db, actor, no, true)
    const { batch, result } = open
    const file = approvable(open, version)
    const { step, dossier } = await listStepToSign(ctx.db, open)
    if (!step || !dossier) throw new Refusal('dossiers.nothing-to-sign')
    const members = inBatch(open)
    return askForRecord(ctx, officerOf(actor), {
      purpose: listRecord.name,
      dossier,
      together: {
        subject: subjectOf(batch),
        named: fill(batchWords.together, { no, count: members.length }),
        applicants: batchWords.addressee,
        dossierIds: members.map((member) => member.dossier.id),
      },
      unitId: result.unitId,
      concluded: {
        kind: 'approval',
        stepName: step.name,
        outcome: recordTexts.approved,
        note: result.title,
        signedOver: [{ name: batchFileName(no), sha256: file.sha256 }],
      },
      input: { no, version },
    })
  },
})

const completeListRecord = action({
  name: 'results.complete-list-record',
  roles: ['head-of-division'],
  input: Type.Object({ request: Type.Unsafe<Request>({}), bytes: Type.Unsafe<Uint8Array>({}) }),
  async run(ctx, actor, { request, bytes }) {
    const officer = officerOf(actor)
    const { input: asked } = request.context
    const approved = await approveAll(ctx, officer, asked, { isSigned: true })
    const dossierCode = fill(batchWords.together, { no: asked.no, count: request.context.dossierIds?.length ?? 0 })
    await completeRecord(ctx, officer, request, { dossierCode, bytes })
    return approved
  },
})

/** The signature of who approves one decision for many, on the sheet that names its very bytes; it is filed in every dossier of the list. */
export const listRecord = {
  name: 'list-approval-record',
  listPath: '/quyet-dinh-chung',
  look: recordLook,
  keep: (app, by, request, { pdf: bytes }) => runAction(app, completeListRecord, by, { request, bytes }),
} satisfies SigningPurpose<RecordContext<Static<typeof ListRead>>>

/** The step that asks who approves the list to sign the record of it, and a dossier that stands there. */
export async function listStepToSign(db: Db, open: Pick<OpenBatch, 'members'>) {
  for (const { dossier } of inBatch(open)) {
    const step = stepToSign('approval', dossier, await processOf(db, dossier.processId))
    if (step) return { step, dossier }
  }
  return {}
}
