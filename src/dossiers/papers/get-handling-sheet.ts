import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { dossierWithinReach } from '../reach.ts'
import { renderHandlingSheet } from './handling-sheet.ts'
import { handlingSheetPaper } from './sheet-contents.ts'

/** Form 06 of a dossier within reach as it stands now, a PDF/A-2b. It is an internal paper: citizens follow another way. */
export const getHandlingSheet = query({
  name: 'dossiers.get-handling-sheet',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({ dossierCode: DossierCodeInput }),
  async run(app, officer, { dossierCode }): Promise<{ dossierId: string; name: string; pdf: Buffer }> {
    const dossier = await dossierWithinReach(app.db, officer, dossierCode)
    const { pdf } = await renderHandlingSheet(await handlingSheetPaper(app, dossier))
    return { dossierId: dossier.id, name: `phieu-kiem-soat-${dossier.code}.pdf`, pdf }
  },
  reads: (_, __, { dossierId }) => [`dossier:${dossierId}`],
})
