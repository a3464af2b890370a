import { Type } from 'typebox'
import { runAction } from '../platform/action.ts'
import { formatDate } from '../platform/dates.ts'
import { errand } from '../platform/errand.ts'
import { openTokenPass, type TokenOrder } from '../signing/index.ts'
import { DossierCode } from './result-input.ts'
import { requestResultSeal } from './seal-result.ts'
import { officerOf } from '../platform/acting.ts'
import { requestResultSignature } from './sign-result.ts'

const signer = 'token' as const

/** The named signatory signs with the USB token in their own machine: what its program has to do is answered, nothing waits here. */
export const signResultByToken = errand({
  name: 'results.sign-by-token',
  roles: ['signatory'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(app, actor, { dossierCode }, meta): Promise<TokenOrder> {
    const officer = officerOf(actor)
    const request = await runAction(app, requestResultSignature, officer, { dossierCode, signer }, meta)
    return openTokenPass(app, officer, request, { action: 'SignApproved', fileName: `${dossierCode}.pdf` })
  },
})

/** The clerk numbers, dates and seals with the agency's token. */
export const sealResultByToken = errand({
  name: 'results.seal-by-token',
  roles: ['clerk'],
  input: Type.Object({ dossierCode: DossierCode }),
  async run(app, actor, { dossierCode }, meta): Promise<TokenOrder> {
    const clerk = officerOf(actor)
    const request = await runAction(app, requestResultSeal, clerk, { dossierCode, signer }, meta)
    const { numberText, issuedOn } = request.context.held
    return openTokenPass(app, clerk, request, {
      action: 'SignIssued',
      fileName: `${dossierCode}.pdf`,
      metaData: { DocNumber: numberText, IssuedDate: formatDate(issuedOn) },
    })
  },
})
