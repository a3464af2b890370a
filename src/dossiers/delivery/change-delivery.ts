import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { deliveryChanged } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { accountOf, actorName, eventOf } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded, noteChanged } from '../rebuild/note-changes.ts'
import { whyNotChange, type DeliveryChange } from './delivery-change.ts'
import { deliveryChangesOf, saveDeliveryChange } from './store.ts'

/**
 * The citizen chooses anew how to receive the result, until they have it. The dossier stays where it is and no date moves. Căn cứ:
 * Nghị định 61/2018/NĐ-CP, Điều 20 (trả kết quả theo hình thức đã đăng ký), nay là Nghị định 118/2025/NĐ-CP.
 */
export const changeDelivery = action({
  name: 'dossiers.change-delivery',
  roles: ['citizen'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    resultDelivery: Type.Enum(['electronic', 'counter', 'postal']),
    /** Where the post brings it; left out for the other ways. */
    address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
  }),
  async run(ctx, citizen, { dossierCode, resultDelivery, address }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, citizen, dossierCode)
    const to = resultDelivery === 'postal' ? (address ?? null) : null
    refuse(whyNotChange(dossier, resultDelivery, to))
    const change: DeliveryChange = {
      no: (await deliveryChangesOf(db, dossier.id)).length + 1,
      fromDelivery: dossier.resultDelivery,
      toDelivery: resultDelivery,
      address: to,
      at: now,
      byAccountId: accountOf(citizen) ?? '',
      byName: actorName(citizen),
    }
    if (!(await saveDeliveryChange(db, dossier, change))) throw new Refusal('platform.conflict')
    const version = dossier.version + 1
    noteChanged(ctx, dossier.id, { dossier: [{ version, resultDelivery }] })
    noteAdded(ctx, dossier.id, { deliveryChange: [change] })
    const facts = { from: change.fromDelivery, to: resultDelivery }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.delivery-changed', facts })
    await ctx.emit(deliveryChanged, { ...eventOf({ ...dossier, version }), isReady: dossier.delivery === 'ready' })
    return { code: dossier.code, resultDelivery }
  },
})
