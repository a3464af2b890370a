import { Type } from 'typebox'
import { runAction } from '../platform/action.ts'
import { formatDate } from '../platform/dates.ts'
import { errand } from '../platform/errand.ts'
import { openTokenPass, type TokenOrder } from '../signing/index.ts'
import { DossierCode } from './result-input.ts'
import { requestResultSeal } from './seal-result.ts'
import { officerOf } from '../platform/acting.ts'
import { RoundInput } from './round/enter-round.ts'
import { requestResultSignature } from './sign-result.ts'

const signer = 'token' as const

/** `round`: one of several that are given to the program one after the other. */
const ByToken = Type.Object({ dossierCode: DossierCode, round: Type.Optional(RoundInput) })

/** The named signatory signs with the USB token in their own machine: what its program has to do is answered, nothing waits here. */
export const signResultByToken = errand({
  name: 'results.sign-by-token',
  roles: ['signatory'],
  input: ByToken,
  async run(app, actor, { dossierCode, ...round }, meta): Promise<TokenOrder> {
    const officer = officerOf(actor)
    const request = await runAction(app, requestResultSignature, officer, { dossierCode, ...round, signer }, meta)
    return openTokenPass(app, officer, request, { action: 'SignApproved', fileName: `${dossierCode}.pdf` })
  },
})

/** The clerk numbers, dates and seals with the agency's token. */
export const sealResultByToken = errand({
  name: 'results.seal-by-token',
  roles: ['clerk'],
  input: ByToken,
  async run(app, actor, { dossierCode, ...round }, meta): Promise<TokenOrder> {
    const clerk = officerOf(actor)
    const request = await runAction(app, requestResultSeal, clerk, { dossierCode, ...round, signer }, meta)
    const { numberText, issuedOn } = request.context.held
    return openTokenPass(app, clerk, request, {
      action: 'SignIssued',
      fileName: `${dossierCode}.pdf`,
      metaData: { DocNumber: numberText, IssuedDate: formatDate(issuedOn) },
    })
  },
})
