import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { dossierResumed, dossierSuspended } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { eventOf, moveHandling } from '../move-handling.ts'
import { dossierWithinReach } from '../reach.ts'

const Document = Type.String({ minLength: 1, maxLength: 200 })

/**
 * Stops the clock because a law says it stands, on a document that is named; waiting for anybody else never does. Căn cứ là
 * quy định riêng của lĩnh vực, ghi cùng hồ sơ.
 */
export const suspendDossier = action({
  name: 'dossiers.suspend',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    /** số, ngày, nơi ban hành của văn bản. */
    document: Document,
    legalBasis: Type.String({ minLength: 1, maxLength: 500 }),
    reason: Type.String({ minLength: 1, maxLength: 1_000 }),
  }),
  async run(ctx, officer, { dossierCode, document, legalBasis, reason }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'suspendDossier', {
      changes: { waitingSince: now },
      clock: { event: { kind: 'stopped', at: now, ground: 'legal-basis', document, legalBasis }, reason },
      note: `${reason} (${document}; ${legalBasis})`,
    })
    const facts = { document, legalBasis, dueAt: dossier.dueAt }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.suspended', facts })
    await ctx.emit(dossierSuspended, eventOf(after))
    return { code: dossier.code, suspendedAt: now }
  },
})

/** The ground of a suspension is gone: the clock runs on from where it stood, on a document that says so. */
export const resumeDossier = action({
  name: 'dossiers.resume',
  roles: ['specialist', 'head-of-division'],
  input: Type.Object({ dossierCode: DossierCodeInput, document: Document }),
  async run(ctx, officer, { dossierCode, document }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    const after = await moveHandling(ctx, officer, dossier, 'resumeDossier', {
      changes: { waitingSince: null },
      clock: { event: { kind: 'resumed', at: now }, document },
      note: document,
    })
    const { dueAt, dueOn } = after
    if (!dueAt || !dueOn) throw new Error('a resumed dossier has a due date')
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.resumed', facts: { document, dueAt, dueOn } })
    await ctx.emit(dossierResumed, { ...eventOf(after), dueOn })
    return { code: dossier.code, dueAt, dueOn }
  },
})
