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
  /** Set where one record is of many dossiers: all of them. */
  dossierIds?: string[]
  stepName: string
  title: string
  fullName: string
  place: string
  input: Input
}

type Asked<Input> = {
  purpose: string
  dossier: Dossier
  /** Where one paper concludes many dossiers: what it is filed under, how the record names them, and all of them. */
  together?: { subject: string; named: string; applicants: string; dossierIds: string[] }
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
  { purpose, dossier, together, unitId, concluded, input }: Asked<Input>,
): Promise<SigningRequest<RecordContext<Input>>> {
  const { kind, stepName } = concluded
  const own = await about(ctx, dossier, unitId, officer)
  const sheet = {
    ...concluded,
    ...own,
    ...(together ? { dossierCode: together.named, applicantName: together.applicants } : {}),
  }
  const { pdf, pages } = await renderRecord(sheet)
  const name = recordFileName(kind, sheet.dossierCode, officer.fullName)
  const file = await recordProducedFile(ctx, { bytes: pdf, name, mediaType: 'application/pdf', pages })
  const subject = together?.subject ?? `dossier:${dossier.id}`
  const title = `${recordTexts[kind].title} · ${sheet.dossierCode}`
  const { fullName } = officer
  const request = await requestSignature(ctx, officer, await keyOfAccount(ctx.db, officer.accountId, ctx.now), {
    purpose,
    subject,
    fileId: file.id,
    sha256: file.sha256,
    context: {
      kind,
      dossierId: dossier.id,
      ...(together ? { dossierIds: together.dossierIds } : {}),
      stepName,
      title,
      fullName,
      place: sheet.agency.place,
      input,
    },
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
