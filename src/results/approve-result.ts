import { Type, type Static } from 'typebox'
import { action, type ActionContext } from '../platform/action.ts'
import type { Actor } from '../platform/actor.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { accountOf, actorName, dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { whyNotAlone } from './batch/store.ts'
import { resultApproved } from './events.ts'
import { DossierCode } from './result-input.ts'
import { fileAt, fileToSign, whyNotApprove, type ResultFile } from './result.ts'
import { filesOf, resultForUpdate, resultOf, saveResult } from './store.ts'

export const ApprovalInput = Type.Object({
  dossierCode: DossierCode,
  version: Type.Optional(Type.Integer({ minimum: 1, description: 'Version of the draft that was read' })),
})

/**
 * Approves the draft for signature: from now on only these very bytes can be signed. Who approves is for the process to
 * say. Where the step asks for a signature, `signApproval` is the way. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19, nay là Nghị định 118/2025/NĐ-CP; duyệt bản thảo: Nghị định
 * 30/2020/NĐ-CP, Điều 11.
 */
export const approveResult = action({
  name: 'results.approve',
  roles: ['head-of-division', 'signatory', 'system'],
  input: ApprovalInput,
  run: (ctx, officer, input) => approve(ctx, officer, input, { isSigned: false }),
})

/** What both ways come to. */
export async function approve(
  ctx: ActionContext,
  officer: Actor,
  { dossierCode, version }: Static<typeof ApprovalInput>,
  { isSigned }: { isSigned: boolean },
) {
  const { db, now } = ctx
  const dossier = await dossierWithinReach(db, officer, dossierCode)
  refuse(await whyNotAlone(db, dossier.id))
  const drafted = await resultOf(db, dossier.id)
  const isInitialled = drafted && fileAt(drafted, await filesOf(db, drafted), 'initialled') !== undefined
  const after = await moveHandling(ctx, officer, dossier, 'approveResult', {
    leaves: [{ kind: 'approval', isSigned }, ...(isInitialled ? [{ kind: 'initials', isSigned: true }] : [])],
  })
  const result = await resultForUpdate(db, dossier.id)
  refuse(whyNotApprove(result, version))
  const file = result && fileToSign(result, await filesOf(db, result))
  if (!result || !file) throw new Refusal('results.no-draft')
  await saveResult(db, { ...result, ...approvalBy(officer, file, now) }, result)
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'results.approved',
    facts: { no: result.no, version: result.version, sha256: file.sha256 },
  })
  const { signatoryAccountId } = result
  await ctx.emit(resultApproved, {
    dossierId: dossier.id,
    code: dossier.code,
    resultNo: result.no,
    signatoryAccountId,
  })
  return { code: dossier.code, handling: after.handling, sha256: file.sha256 }
}

/** What an approval fixes. */
export function approvalBy(officer: Actor, { sha256 }: Pick<ResultFile, 'sha256'>, now: Date) {
  return {
    state: 'approved' as const,
    approvedSha256: sha256,
    approvedByAccountId: accountOf(officer),
    approvedByName: actorName(officer),
    approvedAt: now,
  }
}
