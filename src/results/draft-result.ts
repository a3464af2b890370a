import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { vietnamDate } from '../platform/dates.ts'
import { refuse } from '../platform/refusal.ts'
import { recordProducedFile } from '../documents/index.ts'
import { accountOf, actorName, dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { leaveBatch } from './batch/store.ts'
import { batchWords } from './batch/texts.ts'
import { blankKindFor } from './blanks/blank-kind.ts'
import { correctionUnderWay } from './correction/correction-of.ts'
import { whyNotCorrect } from './correction/correction.ts'
import { draftFor } from './draft.ts'
import { newVerificationCode } from './draft-source.ts'
import { renderUnsigned } from './render-result.ts'
import { DossierCode, DraftChanges } from './result-input.ts'
import type { Result } from './result.ts'
import { insertFile, resultForUpdate, saveDraft } from './store.ts'
import { resultFileName } from './texts.ts'

/**
 * The assigned specialist drafts the result and hands it up; where the appraisal found the applicant not entitled, the
 * draft is form 03. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 2–3 và 8, nay là Nghị định 118/2025/NĐ-CP; thể thức:
 * Nghị định 30/2020/NĐ-CP, Phụ lục I.
 */
export const draftResult = action({
  name: 'results.draft',
  roles: ['specialist', 'system'],
  input: Type.Object({ dossierCode: DossierCode, ...DraftChanges.properties }),
  async run(ctx, specialist, { dossierCode, ...changes }) {
    const { db, now, settings } = ctx
    const dossier = await dossierWithinReach(db, specialist, dossierCode)
    // First of all: who may not draft is told so before anything is drawn.
    const after = await moveHandling(ctx, specialist, dossier, 'draftResult', {
      leaves: [{ kind: 'result-draft', isSigned: false }],
    })
    await leaveBatch(db, dossier.id, batchWords.wentAlone, now)
    const authority = specialist.kind === 'system' ? specialist.authority : undefined
    const before = await resultForUpdate(db, dossier.id)
    const correction = await correctionUnderWay(db, dossier.id)
    const { kind, template, title, content, attention, signatory, procedure } = await draftFor(
      db,
      dossier,
      { before, correction },
      changes,
      { now, ...(authority ? { authority } : {}) },
    )
    if (correction) refuse(whyNotCorrect(correction.old, { kind }))
    const no = correction?.newNo ?? before?.no ?? 1
    // What was issued stays as it is: putting it right begins another document.
    const begun = before?.no === no ? before : undefined
    const result: Result = {
      dossierId: dossier.id,
      no,
      kind,
      template,
      title,
      content,
      state: 'draft',
      version: (begun?.version ?? 0) + 1,
      unitId: dossier.competentUnitId,
      signatoryAccountId: signatory.accountId,
      authorityId: authority?.id ?? null,
      attention,
      blankKind: kind === 'result' ? (blankKindFor(dossier.procedureCode, vietnamDate(now))?.code ?? null) : null,
      verificationCode: begun?.verificationCode ?? (await newVerificationCode(db, dossier.provinceCode, now)),
      draftedByAccountId: accountOf(specialist),
      draftedByName: actorName(specialist),
      draftedAt: now,
      ...NOT_YET_APPROVED,
    }
    await saveDraft(db, result)
    const { verificationCode } = result
    const drawn = {
      content,
      template,
      procedure,
      dossierCode: dossier.code,
      verificationCode,
      publicAddress: settings.publicAddress,
      now,
    }
    const { pdf, pages } = await renderUnsigned(drawn)
    const name = resultFileName(dossier.code, no)
    const file = await recordProducedFile(ctx, { bytes: pdf, name, mediaType: 'application/pdf', pages })
    const { version } = result
    await insertFile(db, result, {
      version,
      stage: 'unsigned',
      fileId: file.id,
      sha256: file.sha256,
      pages,
      signatures: 0,
      madeAt: now,
    })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.drafted',
      facts: { no: result.no, version, kind, template, sha256: file.sha256, signatory: signatory.accountId },
    })
    return {
      code: dossier.code,
      handling: after.handling,
      resultNo: result.no,
      version,
      kind,
      title,
      sha256: file.sha256,
    }
  },
})

export const NOT_YET_APPROVED = {
  approvedSha256: null,
  approvedByAccountId: null,
  approvedByName: null,
  approvedAt: null,
  returnedByName: null,
  returnedAt: null,
  returnReason: null,
}
