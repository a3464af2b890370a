import type { ActionContext } from '../../platform/action.ts'
import type { Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { unitById } from '../../organisation/index.ts'
import { keyOfAccount, requestSignature, type SigningRequest } from '../../signing/index.ts'
import { nameOf, type Dossier } from '../dossier.ts'
import { procedureOf } from '../known.ts'
import { issuingAgency } from '../papers/paper-contents.ts'
import { renderRecord, type RecordSheet } from './render-record.ts'
import { recordFileName, recordTexts } from './texts.ts'

/** What waits for the signature: how it looks, and what is done once it is there. */
export type RecordContext<Input> = {
  kind: RecordSheet['kind']
  dossierId: string
  stepName: string
  title: string
  fullName: string
  place: string
  input: Input
}

type Asked<Input> = {
  purpose: string
  dossier: Dossier
  /** The body the officer speaks for. */
  unitId: string
  concluded: Pick<RecordSheet, 'kind' | 'stepName' | 'outcome' | 'note' | 'signedOver'>
  /** Done once it is signed. */
  input: Input
}

/**
 * Lays out what an officer concludes and notes that they are going to sign it; nothing about the dossier has changed yet. Refuses
 * with what `requestSignature` refuses with.
 */
export async function askForRecord<Input>(
  ctx: ActionContext,
  officer: Officer,
  { purpose, dossier, unitId, concluded, input }: Asked<Input>,
): Promise<SigningRequest<RecordContext<Input>>> {
  const { kind, stepName } = concluded
  const sheet = { ...concluded, ...(await about(ctx, dossier, unitId, officer)) }
  const { pdf, pages } = await renderRecord(sheet)
  const name = recordFileName(kind, dossier.code, officer.fullName)
  const file = await recordProducedFile(ctx, { bytes: pdf, name, mediaType: 'application/pdf', pages })
  const subject = `dossier:${dossier.id}`
  const title = `${recordTexts[kind].title} · ${dossier.code}`
  const { fullName } = officer
  const request = await requestSignature(ctx, officer, await keyOfAccount(ctx.db, officer.accountId, ctx.now), {
    purpose,
    subject,
    fileId: file.id,
    sha256: file.sha256,
    context: { kind, dossierId: dossier.id, stepName, title, fullName, place: sheet.agency.place, input },
  })
  const { id, sha256 } = request
  ctx.journal({ subject, what: 'dossiers.record-to-sign', facts: { request: id, kind, sha256 } })
  return request
}

async function about({ db, now }: { db: Db; now: Date }, dossier: Dossier, unitId: string, officer: Officer) {
  const unit = await unitById(db, unitId)
  if (!unit) throw new Error(`no unit ${unitId}`)
  return {
    agency: await issuingAgency({ db }, unit),
    dossierCode: dossier.code,
    procedureName: (await procedureOf(db, dossier.procedureVersionId)).name,
    applicantName: nameOf(dossier.applicant),
    officerName: officer.fullName,
    now,
  }
}
