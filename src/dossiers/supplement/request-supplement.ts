import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import type { ClockEvent } from '../../deadlines/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import { supplementRequested } from '../events.ts'
import { ComponentCodeInput, DossierCodeInput } from '../filing/filing-input.ts'
import { procedureOf, processOf } from '../known.ts'
import { accountOf, actorName, eventOf, moveHandling } from '../move-handling.ts'
import { printSupplementRequest } from '../papers/print-papers.ts'
import { whyNot } from '../process.ts'
import { dossierWithinReach } from '../reach.ts'
import { noteAdded } from '../rebuild/note-changes.ts'
import { supplementDocument } from '../texts.ts'
import { insertSupplementRequest } from './store.ts'
import { whyNotRequest } from './supplement.ts'

const Words = Type.String({ minLength: 1, maxLength: 1_000 })

/**
 * Asks the citizen, once and in full, for what is missing or wrong (form 02). The clock stands until they answer, and the
 * term is counted anew when the complete dossier is received. A second request needs a reason why it was not in the first.
 * Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 15, Điều 17 và Điều 19 khoản 4, nay là Nghị định 118/2025/NĐ-CP.
 */
export const requestSupplement = action({
  name: 'dossiers.request-supplement',
  roles: ['intake-officer', 'specialist'],
  input: Type.Object({
    dossierCode: DossierCodeInput,
    items: Type.Array(
      Type.Object({
        /** The paper concerned; left out for something that is no paper of the list. */
        componentCode: Type.Optional(ComponentCodeInput),
        what: Words,
        reason: Words,
        how: Words,
      }),
      { minItems: 1, maxItems: 50 },
    ),
    replyBy: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    legalBasis: Type.Optional(Words),
    whyAgain: Type.Optional(Words),
  }),
  async run(ctx, officer, { dossierCode, items, replyBy, legalBasis, whyAgain }) {
    const { db, now } = ctx
    const dossier = await dossierWithinReach(db, officer, dossierCode)
    refuse(whyNot('requestSupplement', dossier, officer, await processOf(db, dossier.processId)))
    refuse(whyNotRequest(dossier, { replyBy, whyAgain }, vietnamDate(now)))
    const known = new Set(
      papersAskedOf(await procedureOf(db, dossier.procedureVersionId), dossier.answers).map(({ code }) => code),
    )
    const strange = items.find(({ componentCode }) => componentCode !== undefined && !known.has(componentCode))
    if (strange) throw new Refusal('dossiers.unknown-component', { component: strange.componentCode })

    const requestNo = dossier.supplementCount + 1
    const after = await moveHandling(ctx, officer, dossier, 'requestSupplement', {
      changes: { supplementCount: requestNo, waitingSince: now },
      clock: { event: stopFor(requestNo, now, legalBasis) },
    })
    const request = {
      no: requestNo,
      stage: dossier.handling,
      requestedAt: now,
      byAccountId: accountOf(officer) ?? '',
      byName: actorName(officer),
      replyBy,
      legalBasis: legalBasis ?? null,
      whyAgain: whyAgain ?? null,
    }
    const asked = items.map((item, index) => ({ ...item, no: index + 1, componentCode: item.componentCode ?? null }))
    await insertSupplementRequest(db, { dossierId: dossier.id, ...request, items: asked })
    noteAdded(ctx, dossier.id, {
      supplementRequest: [request],
      supplementItem: asked.map((item) => ({ requestNo, ...item })),
    })
    const components = items.map(({ componentCode }) => componentCode ?? null)
    const facts = {
      requestNo,
      stage: dossier.handling,
      components,
      replyBy,
      legalBasis: legalBasis ?? null,
      whyAgain: whyAgain ?? null,
    }
    ctx.journal({ subject: `dossier:${dossier.id}`, what: 'dossiers.supplement-requested', facts })
    await ctx.emit(supplementRequested, { ...eventOf(after), requestNo, replyBy })
    await ctx.enqueue(printSupplementRequest, { dossierId: dossier.id, requestNo })
    return { code: dossier.code, requestNo, replyBy }
  },
})

/** Waiting for the citizen stops the clock because form 02 says so, and names which. */
function stopFor(requestNo: number, at: Date, legalBasis: string | undefined): ClockEvent {
  const document = supplementDocument(requestNo)
  return { kind: 'stopped', at, ground: 'supplement', document, legalBasis: legalBasis ?? null }
}
