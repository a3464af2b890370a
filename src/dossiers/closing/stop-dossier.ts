import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { refuse } from '../../platform/refusal.ts'
import { dossierStopped } from '../events.ts'
import { DossierCodeInput } from '../filing/filing-input.ts'
import { processOf } from '../known.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { printStopNotice } from '../papers/print-papers.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import { supplementRequestsOf } from '../supplement/store.ts'
import { CLOSURE_GROUNDS, whyNotStop } from './closure.ts'
import { insertClosure } from './store.ts'

/**
 * Handling ends without a result, by a notice (form 05) with its ground and legal basis: the applicant asked, what was asked
 * for did not come in time, or another reason in law. Căn cứ: Thông tư 03/2025/TT-VPCP, Phụ lục I, mẫu số 05.
 */
export const stopDossier = action({
  name: 'dossiers.stop',
  roles: ['intake-officer', 'head-of-division', 'specialist'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    ground: Type.Enum([...CLOSURE_GROUNDS]),
    reason: Type.String({ minLength: 1, maxLength: 2_000 }),
    legalBasis: Type.String({ minLength: 1, maxLength: 500 }),
  }),
  async run(ctx, officer, { dossierCode, ground, reason, legalBasis }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(whyNot('stopDossier', dossier, officer, await processOf(db, dossier.processId)))
    const awaited = (await supplementRequestsOf(db, dossier.id)).findLast(({ answeredAt }) => answeredAt === null)
    refuse(whyNotStop(dossier, ground, awaited?.replyBy, vietnamDate(now)))
    const after = await moveHandling(ctx, officer, dossier, 'stopDossier', {
      changes: { finishedAt: now, waitingSince: null },
      clock: { event: { kind: 'finished', at: now } },
      note: legalBasis,
    })
    const by = { byAccountId: accountOf(officer) ?? '', byName: actorName(officer), at: now }
    const closure = { kind: 'stopped' as const, ground, reason, legalBasis, ...by }
    await insertClosure(db, dossier.id, closure)
    noteAdded(ctx, dossier.id, { closure: [closure] })
    const facts = { from: dossier.handling, ground, legalBasis }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.stopped', facts })
    await ctx.emit(dossierStopped, eventOf(after))
    await ctx.enqueue(printStopNotice, { dossierId: dossier.id })
    return { code: dossier.code, stoppedAt: now }
  },
})
