import { Type, type Static } from 'typebox'
import { runAction } from '../../platform/action.ts'
import { errand } from '../../platform/errand.ts'
import { beginSigning } from '../../signing/index.ts'
import { bulkResultOf, refuseForAll } from '../bulk/bulk-result.ts'
import { Authorised, DossierCode } from '../result-input.ts'
import { requestResultSeal, resultSeal } from '../seal-result.ts'
import { officerOf } from '../../platform/acting.ts'
import { requestResultSignature, resultSignature } from '../sign-result.ts'

/** How many papers one authorisation may sign. */
export const MOST_IN_ROUND = 500

const Papers = Type.Array(Type.Object({ dossierCode: DossierCode, version: Type.Integer({ minimum: 1 }) }), {
  minItems: 1,
  maxItems: MOST_IN_ROUND,
})

/** Each paper once, as an item of the ceremony that asks for it by this action. */
function itemsOf<Asked>(
  papers: Static<typeof Papers>,
  ask: (asked: { dossierCode: string; round: { of: number; version: number } }) => Promise<Asked>,
) {
  const versions = new Map(papers.map(({ dossierCode, version }) => [dossierCode, version]))
  return [...versions].map(([dossierCode, version]) => ({
    id: dossierCode,
    ask: () => ask({ dossierCode, round: { of: versions.size, version } }),
  }))
}

/**
 * The named signatory signs many results with one authorisation, each with a signature of its own; what the machine doubts only if they
 * opened it. What fails fails alone; a key that refuses is told as such and changes nothing. Căn cứ: Luật Giao dịch điện tử 2023, Điều
 * 22–24; Nghị định 30/2020/NĐ-CP, Điều 13.
 */
export const signRound = errand({
  name: 'results.sign-round',
  roles: ['signatory'],
  input: Type.Object({ papers: Papers, ...Authorised }),
  async run(app, actor, { papers, ...authorisation }, meta) {
    const officer = officerOf(actor)
    const items = itemsOf(papers, (asked) => runAction(app, requestResultSignature, officer, asked, meta))
    const outcomes = await beginSigning(app, officer, resultSignature, items, authorisation)
    refuseForAll(outcomes)
    return bulkResultOf(app, outcomes)
  },
})

/**
 * The clerk numbers, dates and seals many signed results with one authorisation; numbers follow in the order of the list. Căn cứ: Nghị
 * định 30/2020/NĐ-CP, Điều 15, 17, 32–33.
 */
export const sealRound = errand({
  name: 'results.seal-round',
  roles: ['clerk'],
  input: Type.Object({ papers: Papers, ...Authorised }),
  async run(app, actor, { papers, ...authorisation }, meta) {
    const clerk = officerOf(actor)
    const items = itemsOf(papers, (asked) => runAction(app, requestResultSeal, clerk, asked, meta))
    const outcomes = await beginSigning(app, clerk, resultSeal, items, authorisation)
    refuseForAll(outcomes)
    return bulkResultOf(app, outcomes)
  },
})
