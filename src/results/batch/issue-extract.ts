import { Type } from 'typebox'
import { action, runAction, type ActionContext, type RequestMeta } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { dossierWithinReach, finishDossier, processOf, whyNot } from '../../dossiers/index.ts'
import {
  beginSigning,
  openRequest,
  type Authorisation,
  type SigningOutcome,
  type SigningPurpose,
  type SigningRequest,
} from '../../signing/index.ts'
import { DossierCode } from '../result-input.ts'
import { holdOn } from '../hold-on.ts'
import { fileAt, whyNotSeal } from '../result.ts'
import { beginSeal, completeSeal, sealedOf, sealLook, type SealContext, type Sealed } from '../seal-paper.ts'
import { keyUserOf, type KeyUser } from '../sign-result.ts'
import { filesOf, resultForUpdate } from '../store.ts'
import { signatureWords } from '../signature.texts.ts'
import { resultFileName } from '../texts.ts'
import { BatchNo } from './list-approval.ts'
import { awaitsDecision, extractOf } from './draw-extract.ts'
import { batchByNo, membersOf, saveLeft } from './store.ts'

type OfMember = { no: number; dossierCode: string }

const input = { no: BatchNo, dossierCode: DossierCode }

const requestExtractSeal = action({
  name: 'results.request-extract-seal',
  roles: ['clerk'],
  input: Type.Object(input),
  async run(ctx, actor, { no, dossierCode }): Promise<SigningRequest<SealContext & OfMember>> {
    const clerk = keyUserOf(actor)
    const { dossier, batch } = await memberWithinReach(ctx, clerk, no, dossierCode)
    refuse(whyNot('sealResult', dossier, clerk, await processOf(ctx.db, dossier.processId)))
    const result = await extractOf(ctx, batch, dossier)
    const signed = fileAt(result, await filesOf(ctx.db, result), 'signed')
    refuse(whyNotSeal(result, signed, false))
    if (!signed) throw new Refusal('results.not-signed')
    const paper = { result, signed, subject: `dossier:${dossier.id}` }
    const what = {
      purpose: extractSeal.name,
      reason: signatureWords.extract,
      procedureCode: dossier.procedureCode,
      of: { no, dossierCode },
    }
    return beginSeal(ctx, clerk, paper, what)
  },
})

const completeExtractSeal = action({
  name: 'results.complete-extract-seal',
  roles: ['clerk'],
  input: Type.Object({ ...input, sealed: Type.Unsafe<Sealed>({}) }),
  async run(ctx, actor, { no, dossierCode, sealed }) {
    const clerk = keyUserOf(actor)
    const request = await openRequest(ctx, clerk, sealed.requestId)
    const { dossier, batch } = await memberWithinReach(ctx, clerk, no, dossierCode)
    const awaited = await awaitsDecision(ctx.db, no, dossierCode)
    if (awaited) throw awaited
    await finishDossier(ctx, clerk, dossier)
    const result = await resultForUpdate(ctx.db, dossier.id)
    const signed = result && fileAt(result, await filesOf(ctx.db, result), 'signed')
    refuse(whyNotSeal(result, signed, false))
    if (!result || !signed || signed.fileId !== request.fileId) throw new Refusal('platform.conflict')
    await saveLeft(ctx.db, batch, dossier.id, { state: 'done', reason: null, byName: null }, ctx.now)
    const name = resultFileName(dossier.code, result.no)
    const facts = { batch: no, decision: result.content.extractOf?.number }
    return completeSeal(ctx, { result, signed, subject: `dossier:${dossier.id}`, name, facts }, sealed)
  },
})

async function memberWithinReach({ db }: ActionContext, clerk: KeyUser, no: number, dossierCode: string) {
  const dossier = await dossierWithinReach(db, clerk, dossierCode)
  const batch = await batchByNo(db, no)
  const members = batch ? await membersOf(db, [batch.id]) : []
  const isIn = members.some(({ dossierId, state }) => dossierId === dossier.id && state === 'in')
  if (!batch || !isIn) throw new Refusal('results.batch-no-member')
  return { dossier, batch }
}

/** The agency's signature on an extract. */
export const extractSeal = {
  name: 'extract-seal',
  listPath: '/quyet-dinh-chung',
  level: ({ context }) => context.level,
  delayed: holdOn,
  awaits: (app, { context: { no, dossierCode } }) => awaitsDecision(app.db, no, dossierCode),
  look: (app, { context }) => sealLook(app, context),
  keep: (app, by, request, signed) => {
    const { no, dossierCode } = request.context
    return runAction(app, completeExtractSeal, by, { no, dossierCode, sealed: sealedOf(request, signed) })
  },
} satisfies SigningPurpose<SealContext & OfMember>

type Asked = { no: number; dossierCodes: readonly string[]; authorisation: Authorisation }

/**
 * Each member's own document: the extract of the sealed decision, under the agency's seal alone; with it the dossier is finished, in
 * its own transaction. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 25 khoản 3 (trích sao), Điều 26.
 */
export function issueExtracts(
  app: App,
  clerk: KeyUser,
  { no, dossierCodes, authorisation }: Asked,
  meta: RequestMeta,
): Promise<SigningOutcome<unknown>[]> {
  const items = dossierCodes.map((dossierCode) => ({
    id: dossierCode,
    ask: () => runAction(app, requestExtractSeal, clerk, { no, dossierCode }, meta),
  }))
  return beginSigning(app, clerk, extractSeal, items, authorisation)
}
