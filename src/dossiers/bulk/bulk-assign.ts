import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { assignDossier } from '../appraisal/assign-dossier.ts'
import { AccountIdInput } from '../filing/filing-input.ts'
import { DossierCodesInput, toEach } from './bulk.ts'

/** The head of division gives several dossiers to one specialist. */
export const bulkAssign = errand({
  name: 'dossiers.bulk-assign',
  roles: ['head-of-division'],
  input: Type.Object({
    dossierCodes: DossierCodesInput,
    assigneeAccountId: AccountIdInput,
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  run: (app, head, { dossierCodes, ...to }, { requestId = '' }) =>
    toEach(app, dossierCodes, (dossierCode) =>
      runAction(app, assignDossier, head, { dossierCode, ...to }, { requestId }),
    ),
})
