import { Type } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { assignDossier } from '../appraisal/assign-dossier.ts'
import { DossierCodesInput, toEach, type BulkResult } from '../bulk/bulk.ts'
import { AccountIdInput } from '../filing/filing-input.ts'

/** Deals dossiers out among people in turn: in the order given, so that urgent work is spread as well. */
export function dealOut(codes: readonly string[], people: readonly string[]): ReadonlyMap<string, string> {
  return new Map(codes.map((code, index) => [code, people[index % people.length] ?? '']))
}

/**
 * Gives the dossiers of somebody who left to others of the division, in turn when several are named. Each is an assignment of
 * its own with its own outcome; the term runs on: who handles it is no ground to stop it.
 */
export const handOver = errand({
  name: 'dossiers.hand-over',
  roles: ['head-of-division'],
  input: Type.Object({
    dossierCodes: DossierCodesInput,
    assigneeAccountIds: Type.Array(AccountIdInput, { minItems: 1, maxItems: 50, uniqueItems: true }),
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  }),
  async run(app, head, { dossierCodes, assigneeAccountIds, note }, { requestId = '' }): Promise<BulkResult> {
    const dealt = dealOut(dossierCodes, assigneeAccountIds)
    return toEach(app, dossierCodes, (dossierCode) => {
      const input = { dossierCode, assigneeAccountId: dealt.get(dossierCode), ...(note === undefined ? {} : { note }) }
      return runAction(app, assignDossier, head, input, { requestId })
    })
  },
})
