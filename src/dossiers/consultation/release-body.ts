import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { FileIdInput } from '../filing/filing-input.ts'
import { accountOf, actorName } from '../move-handling.ts'
import { noteChanged } from '../rebuild/note-changes.ts'
import { tallyOf, whyNotRelease, whyNotReleaseSo } from './consultation.ts'
import { bodyReleased } from './events.ts'
import { CONSULTATION_FIELDS, ledConsultation } from './lead-consultation.ts'
import { Words } from './request-opinions.ts'
import { settleRule } from './settle-rule.ts'
import { releaseBodyRow } from './store.ts'

/**
 * The lead waits no longer for a body that did not answer in its term, saying why; the body and the one-stop desk are told.
 * Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5, nay là Nghị định 118/2025/NĐ-CP.
 */
export const releaseBody = action({
  name: 'dossiers.release-body',
  roles: ['specialist', 'head-of-division', 'intake-officer'],
  input: Type.Object({
    ...CONSULTATION_FIELDS,
    bodyId: FileIdInput,
    reason: Words(1_000),
    /** Needed where the process demands this consultation. */
    legalBasis: Type.Optional(Words(500)),
  }),
  async run(ctx, officer, { bodyId, reason, legalBasis, ...asked }) {
    const { db, now } = ctx
    const { dossier, consultation } = await ledConsultation(ctx, officer, asked)
    const body = consultation.bodies.find(({ id }) => id === bodyId)
    if (!body) throw new Refusal('platform.not-found')
    refuse(whyNotRelease({ ...consultation, handling: dossier.handling }, body, now))
    refuse(whyNotReleaseSo(consultation, legalBasis))
    const released = { at: now, byName: actorName(officer), reason, legalBasis: legalBasis ?? null }
    const releasedByAccountId = accountOf(officer) ?? ''
    await releaseBodyRow(db, bodyId, released, releasedByAccountId)
    const { no, completeness } = consultation
    const row = { consultationNo: no, unitId: body.unitId, releasedAt: now, releasedByAccountId }
    const words = { releasedByName: released.byName, releaseReason: reason, releaseBasis: released.legalBasis }
    noteChanged(ctx, dossier.id, { consultedBody: [{ ...row, ...words }] })
    const bodies = consultation.bodies.map((one) => (one.id === bodyId ? { ...one, released } : one))
    const { isMet } = tallyOf(completeness, bodies, now)
    if (isMet) await settleRule(ctx, dossier.id, no)
    ctx.journal({
      subject: `dossier:${dossier.id}`,
      what: 'dossiers.body-released',
      facts: { no, unitId: body.unitId },
    })
    await ctx.emit(bodyReleased, { dossierId: dossier.id, code: dossier.code, bodyId })
    return { code: dossier.code, no, bodyId, isMet }
  },
})
