import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { Refusal } from '../platform/refusal.ts'
import { dossierWithinReach, moveHandling } from '../dossiers/index.ts'
import { deliveryRefused } from './events.ts'
import { DossierCode } from './result-input.ts'
import { insertDeliveryRefusal, resultForUpdate } from './store.ts'

/**
 * The citizen does not take the result: the desk notes who said so and why. The dossier stays finished, the paper stays at the
 * desk and may be handed over any day after. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 20 (kết quả được lưu giữ tại nơi trả), nay là
 * Nghị định 118/2025/NĐ-CP.
 */
export const refuseDelivery = action({
  name: 'results.refuse-delivery',
  roles: ['intake-officer'],
  input: Type.Object({
    dossierCode: DossierCode,
    refusedByName: Type.String({ minLength: 2, maxLength: 200, description: 'Who did not take it' }),
    reason: Type.String({ minLength: 5, maxLength: 1_000 }),
  }),
  async run(ctx, officer, { dossierCode, refusedByName, reason }) {
    const { db, now } = ctx
    if (officer.kind !== 'officer') throw new Refusal('platform.forbidden')
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'refuseDelivery', {
      changes: { delivery: 'refused' },
      note: reason,
    })
    const result = await resultForUpdate(db, dossier.id)
    if (result?.state !== 'sealed') throw new Refusal('results.not-issued')
    const { accountId: byAccountId, fullName: byName } = officer
    await insertDeliveryRefusal(db, result, { refusedByName, reason, byAccountId, byName, at: now })
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'results.delivery-refused', facts: { no: result.no } })
    await ctx.emit(deliveryRefused, { dossierId: dossier.id, code: dossier.code, version: after.version })
    return { code: dossier.code, handling: after.handling, delivery: after.delivery }
  },
})
