import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { procedureOf, type ReachedDossier } from '../../dossiers/index.ts'
import { AWAITS_ANOTHER, raisingOf } from '../../signing/index.ts'
import { dateText } from '../document-number.ts'
import { newVerificationCode } from '../draft-source.ts'
import { issuedOf } from '../issued-store.ts'
import type { IssuedDocument } from '../issued.ts'
import { renderUnsigned } from '../render-result.ts'
import type { Result } from '../result.ts'
import type { SealContext } from '../seal-paper.ts'
import { insertFile, resultForUpdate, resultOf, saveDraft, saveResult } from '../store.ts'
import { resultFileName } from '../texts.ts'
import { extractContent } from './batch-content.ts'
import type { Batch } from './batch.ts'
import { subjectOf } from './open-batch.ts'
import { decisionSeal } from './seal-decision.ts'
import { batchByNo, membersOf } from './store.ts'

/** The member's extract, drawn once; after a crash the same one is sealed. */
export async function extractOf(ctx: ActionContext, batch: Batch, dossier: ReachedDossier): Promise<Result> {
  const { db, now, settings } = ctx
  const decision = await resultOf(db, batch.id)
  const given = decision && (await numberOf(db, batch, decision))
  const line = decision?.content.list?.find(({ dossierCode }) => dossierCode === dossier.code)
  if (!decision || !given || !line) throw new Refusal('results.not-issued')
  const before = await resultForUpdate(db, dossier.id)
  if (before?.state === 'signed' && isExtractOf(before, given)) return before
  const content = extractContent(
    { content: decision.content, number: given.numberText, issuedOn: given.issuedOn },
    line,
  )
  const { code, name: procedureName } = await procedureOf(db, dossier.procedureVersionId)
  const result: Result = {
    ...decision,
    dossierId: dossier.id,
    no: before?.no ?? 1,
    version: (before?.version ?? 0) + 1,
    template: 'extract',
    title: content.title,
    content,
    state: 'draft',
    verificationCode: before?.verificationCode ?? (await newVerificationCode(db, dossier.provinceCode, now)),
    draftedAt: now,
  }
  await saveDraft(db, result)
  const { verificationCode, version, template } = result
  const procedure = { code, name: procedureName }
  const { publicAddress } = settings
  const drawn = { content, template, procedure, dossierCode: dossier.code, verificationCode, publicAddress, now }
  const { pdf, pages } = await renderUnsigned(drawn)
  const name = resultFileName(dossier.code, result.no)
  const { id: fileId, sha256 } = await recordProducedFile(ctx, {
    bytes: pdf,
    name,
    mediaType: 'application/pdf',
    pages,
  })
  const file = { version, fileId, sha256, pages, signatures: 0, madeAt: now }
  await insertFile(db, result, { ...file, stage: 'unsigned' })
  await insertFile(db, result, { ...file, stage: 'signed' })
  const signed = { ...result, approvedSha256: sha256, state: 'signed' as const }
  await saveResult(db, signed, result)
  ctx.journal({
    subject: `dossier:${dossier.id}`,
    what: 'results.extract-drawn',
    facts: { batch: batch.no, decision: given.numberText, version, sha256 },
  })
  return signed
}

type Given = Pick<IssuedDocument, 'numberText' | 'issuedOn'>

/** The decision's number and day: issued, or held by a seal that waits for its level. */
async function numberOf(db: Db, batch: Batch, decision: Result): Promise<Given | undefined> {
  const issued = await issuedOf(db, decision)
  if (issued) return issued
  const raising = await raisingOf(db, subjectOf(batch))
  return raising?.purpose === decisionSeal.name ? (raising.context as SealContext).held : undefined
}

function isExtractOf({ template, content: { extractOf } }: Result, { numberText, issuedOn }: Given): boolean {
  return template === 'extract' && extractOf?.number === numberText && extractOf.issuedOn === dateText(issuedOn)
}

/** An extract is of a decision that is issued, under this very number: it waits for one that waits for its level. */
export async function awaitsDecision(db: Db, no: number, dossierCode: string): Promise<Refusal | undefined> {
  const batch = await batchByNo(db, no)
  const decision = batch && (await resultOf(db, batch.id))
  const member = batch && (await membersOf(db, [batch.id])).find((one) => one.dossierCode === dossierCode)
  const extract = member && (await resultOf(db, member.dossierId))
  const given = decision && (await numberOf(db, batch, decision))
  if (!decision || !extract || !given || !isExtractOf(extract, given)) throw new Refusal('results.not-issued')
  return decision.state === 'sealed' ? undefined : new Refusal(AWAITS_ANOTHER)
}
