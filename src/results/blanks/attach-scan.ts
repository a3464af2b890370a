import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { fileById } from '../../documents/index.ts'
import { actorName, dossierWithinReach } from '../../dossiers/index.ts'
import { DossierCode } from '../result-input.ts'
import { resultForUpdate } from '../store.ts'
import { whyNotScan } from './original.ts'
import { originalOf, saveScan } from './original-store.ts'

/** Puts the scan of the signed original beside it; a better one may take its place until the agency has certified it. */
export const attachScan = action({
  name: 'results.attach-scan',
  roles: ['clerk', 'intake-officer'],
  input: Type.Object({ dossierCode: DossierCode, fileId: Type.String({ format: 'uuid' }) }),
  async run(ctx, officer, { dossierCode, fileId }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const result = await resultForUpdate(db, dossier.id)
    const original = result && (await originalOf(db, result))
    refuse(whyNotScan(result, original))
    const file = await fileById(db, fileId)
    if (!original || !file || file.uploadedBy !== actorLabel(officer)) throw new Refusal('platform.not-found')
    if (file.mediaType !== 'application/pdf' || file.pages === null) throw new Refusal('results.scan-not-pdf')
    const scan = { scanFileId: file.id, scanSha256: file.sha256, scanPages: file.pages }
    await saveScan(db, { ...original, ...scan, scannedAt: now, scannedByName: actorName(officer) })
    const { kind, serial } = original
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'results.original-scanned',
      facts: { kind, serial, sha256: file.sha256, pages: file.pages },
    })
    return { sha256: file.sha256 }
  },
})
