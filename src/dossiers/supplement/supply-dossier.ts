import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { actorLabel } from '../../platform/actor.ts'
import { refuse } from '../../platform/refusal.ts'
import { ComponentInput, DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { answerRequest } from './answer-request.ts'

/**
 * The citizen answers a supplement request with files, words or both; the dossier goes back to the desk, which receives it
 * anew. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4, nay là Nghị định 118/2025/NĐ-CP.
 */
export const supplyDossier = action({
  name: 'dossiers.supply',
  roles: ['citizen'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    components: Type.Array(ComponentInput, { maxItems: 100 }),
    /** Words for what is no paper, or for a request the citizen thinks wrong. */
    note: Type.Optional(Type.String({ minLength: 1, maxLength: 2_000 })),
  }),
  async run(ctx, citizen, { dossierCode, components, note }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    refuse(whyNot('supplyDossier', dossier, citizen, await processOf(db, dossier.processId)))
    await answerRequest(ctx, citizen, dossier, { components, note, senders: [actorLabel(citizen)] })
    return { code: dossier.code, suppliedAt: now }
  },
})
