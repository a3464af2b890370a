import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal } from '../../platform/refusal.ts'
import { dossierWithinReach } from '../../dossiers/index.ts'
import { DossierCode } from '../result-input.ts'
import { officerOf } from '../../platform/acting.ts'
import { resultOf } from '../store.ts'
import { insertOpened } from './store.ts'

/** The signatory or clerk opens a paper before they sign; what was opened is told where many are signed at once. */
export const openPaper = action({
  name: 'results.open-paper',
  roles: ['signatory', 'clerk'],
  input: Type.Object({ dossierCode: DossierCode }),
  unjournalled: 'opened again it is not noted again',
  async run(ctx, actor, { dossierCode }): Promise<{ isFirst: boolean }> {
    const officer = officerOf(actor)
    const dossier = await dossierWithinReach(ctx.db, officer, dossierCode)
    const result = await resultOf(ctx.db, dossier.id)
    if (!result) throw new Refusal('platform.not-found')
    const { no, version } = result
    const isFirst = await insertOpened(ctx.db, result, officer.accountId, ctx.now)
    const subject = `dossier:${dossier.id}`
    if (isFirst) ctx.journal({ subject, what: 'results.opened', facts: { no, version } })
    return { isFirst }
  },
})
