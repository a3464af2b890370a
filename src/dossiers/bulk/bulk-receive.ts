import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { DossierCodesInput, toEach } from './bulk.ts'

/** The desk receives several dossiers whose papers were looked at; each has its own date, slip and outcome. */
export const bulkReceive = errand({
  name: 'dossiers.bulk-receive',
  roles: ['intake-officer'],
  input: Type.Object({ dossierCodes: DossierCodesInput }),
  run: (app, officer, { dossierCodes }, { requestId = '' }) =>
    toEach(app, dossierCodes, (dossierCode) => runAction(app, receiveDossier, officer, { dossierCode }, { requestId })),
})
