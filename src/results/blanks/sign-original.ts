import { Type } from 'typebox'
import { officerOf } from '../../platform/acting.ts'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { dossierWithinReach, moveHandling } from '../../dossiers/index.ts'
import { whyNotByAuthority } from '../draft-source.ts'
import { resultSigned } from '../events.ts'
import { DossierCode } from '../result-input.ts'
import { fileToSign, NOT_RETURNED, whyNotSignByHand } from '../result.ts'
import { filesOf, insertFile, resultForUpdate, saveResult } from '../store.ts'
import { resultFileName } from '../texts.ts'
import { whyNotPrint, whyNotSignedOn } from './original.ts'
import { insertOriginal } from './original-store.ts'
import { blankOfResult } from './store.ts'

/**
 * The named signatory says that they signed the original on its blank by hand, and when; it stands in the place of a digital
 * signature. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13 (ký văn bản giấy bằng mực xanh).
 */
export const signOriginal = action({
  name: 'results.sign-original',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode, signedOn: Type.String({ format: 'date' }) }),
  async run(ctx, actor, { dossierCode, signedOn }) {
    const { db, now } = ctx
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'signResult', {
      leaves: [{ kind: 'result', isSigned: true }],
    })
    const result = await resultForUpdate(db, dossier.id)
    refuse(whyNotPrint(result))
    const unsigned = result && fileToSign(result, await filesOf(db, result))
    refuse(whyNotSignByHand(result, unsigned, officer.accountId))
    if (!result?.approvedAt || !unsigned) throw new Refusal('results.not-approved')
    refuse(await whyNotByAuthority(db, result, dossier, now))
    refuse(whyNotSignedOn(signedOn, vietnamDate(result.approvedAt), vietnamDate(now)))
    const blank = await blankOfResult(db, dossier.id, result.no)
    if (!blank) throw new Refusal('results.blank-not-chosen')
    await saveResult(db, { ...result, ...NOT_RETURNED, state: 'signed' }, result)
    // The approved file stands for the paper until its scan is certified; each signing is a file of its own in the list.
    const name = resultFileName(dossier.code, result.no)
    const { sha256, pages } = unsigned
    const bytes = await ctx.files.bytes(sha256)
    const { id: fileId } = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages })
    await insertFile(db, result, { ...unsigned, fileId, stage: 'signed', madeAt: now })
    const { kind, serial } = blank
    await insertOriginal(db, {
      dossierId: dossier.id,
      resultNo: result.no,
      version: result.version,
      kind,
      serial,
      signedOn,
      signedByAccountId: officer.accountId,
      signedByName: officer.fullName,
      notedAt: now,
      scanFileId: null,
      scanSha256: null,
      scanPages: null,
      scannedAt: null,
      scannedByName: null,
    })
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.original-signed',
      facts: { no: result.no, version: result.version, kind, serial, signedOn },
    })
    const { unitId, no: resultNo } = result
    await ctx.emit(resultSigned, { dossierId: dossier.id, code: dossier.code, resultNo, unitId })
    return { code: dossier.code, handling: after.handling, serial }
  },
})
