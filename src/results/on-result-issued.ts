import { runAction } from '../platform/action.ts'
import type { App } from '../platform/app.ts'
import { reaction } from '../platform/events.ts'
import { keepInVault, recordDecision, typeOfResult } from '../documents/index.ts'
import {
  applicantNumberGiven,
  dossierById,
  dossierFinished,
  procedureOf,
  vaultOwnerOf,
  type DossierEvent,
} from '../dossiers/index.ts'
import { correctionsOf } from './correction/store.ts'
import { resultReplaced } from './events.ts'
import { issuedOf } from './issued-store.ts'
import { issuedResultOf } from './store.ts'

const KEEPER = { kind: 'system', name: 'results.vault' } as const

/**
 * What was issued enters its owner's vault by itself, a replacement in the place of what it replaces (Nghị định 107/2021/NĐ-CP, Điều
 * 21b), and the ledger of the vault learns which decision the papers taken from it served. A refusal is kept too, as a paper of no
 * type: it is never offered for another procedure.
 */
async function keep(app: App, { dossierId }: DossierEvent): Promise<void> {
  const { db } = app
  const dossier = await dossierById(db, dossierId)
  const result = await issuedResultOf(db, dossierId)
  const issued = result && (await issuedOf(db, result))
  if (!dossier || !issued) return
  await runAction(app, recordDecision, KEEPER, {
    usedFor: `dossier:${dossierId}`,
    resultCode: issued.verificationCode,
    number: issued.numberText,
    title: issued.title,
    issuer: issued.agency,
    decidedOn: issued.issuedOn,
    conclusion: result.kind === 'result' ? 'granted' : 'refused',
  })
  const owner = vaultOwnerOf(dossier.applicant)
  if (!owner) return
  const { results } = await procedureOf(db, dossier.procedureVersionId)
  const correction = (await correctionsOf(db, dossierId)).find(({ newNo }) => newNo === result.no)
  const before = correction && (await issuedOf(db, { dossierId, no: correction.oldNo }))
  const paper = {
    owner,
    typeCode: result.kind === 'result' ? typeOfResult(results, result.title) : null,
    title: issued.title,
    about: result.content.subject,
    number: issued.numberText,
    issuer: issued.agency,
    issuedOn: issued.issuedOn,
    validFrom: issued.issuedOn,
    fileIds: [issued.fileId],
    proof: 'issued-here' as const,
    verificationCode: issued.verificationCode,
    source: `dossier:${dossierId}`,
    sourceCode: dossier.code,
    keeperUnitId: issued.unitId,
    ...(before ? { replaces: before.verificationCode } : {}),
  }
  await runAction(app, keepInVault, KEEPER, { papers: [paper] })
}

export const keepIssuedResults = [
  reaction(dossierFinished, 'results.keep-in-vault', keep),
  reaction(resultReplaced, 'results.keep-replacement-in-vault', keep),
  // Issued to somebody who had no number then.
  reaction(applicantNumberGiven, 'results.keep-of-numbered', keep),
]
