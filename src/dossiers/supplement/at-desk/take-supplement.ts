import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { actorLabel } from '../../../platform/actor.ts'
import { Refusal, refuse } from '../../../platform/refusal.ts'
import { takeIn } from '../../intake/take-in.ts'
import { processOf } from '../../known.ts'
import { accountOf, actorName } from '../../move-handling.ts'
import { whyNot } from '../../process.ts'
import { noteAdded } from '../../rebuild/note-changes.ts'
import { answerRequest } from '../answer-request.ts'
import { supplementRequestsOf } from '../store.ts'
import { halfTakingOf, insertTaken } from './store.ts'
import { itemsIn, TAKING_FIELDS, wordsOrNothing } from './taking-input.ts'
import { dossierAtDesk } from './taking-reach.ts'
import { componentsTaken, hasPapers, whyNotTake } from './taking.ts'
import { explainedItem } from './texts.ts'

/**
 * A desk takes what a supplement request asked for, from somebody's hands or from the post: the answer is the one the
 * applicant sends online, and the desk, which has checked it, may receive the dossier anew in the same act. The applicant
 * stays the applicant; who took it is on record. Căn cứ: Nghị định 61/2018/NĐ-CP, Điều 16, Điều 17 và Điều 19 khoản 4, nay là
 * Nghị định 118/2025/NĐ-CP.
 */
export const takeSupplement = action({
  name: 'dossiers.take-supplement',
  roles: ['intake-officer'],
  input: Type.Object({
    ...TAKING_FIELDS,
    /** The desk the officer sits at, for one who works at several. */
    deskCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    /** Found complete: received anew at once, with a new date. */
    receive: Type.Boolean(),
  }),
  async run(ctx, officer, { dossierCode, items, channel = 'counter', broughtBy, deskCode, receive }) {
    const { db, now } = ctx
    const { dossier, desk } = await dossierAtDesk(ctx, officer, dossierCode, deskCode)
    const process = await processOf(db, dossier.processId)
    refuse(whyNot('supplyDossier', dossier, officer, process))
    const request = (await supplementRequestsOf(db, dossier.id)).at(-1)
    if (!request) throw new Refusal('dossiers.nothing-awaited')
    const brought = itemsIn(items)
    refuse(whyNotTake(request, brought))
    const before = await halfTakingOf(db, dossier.id, request.no)
    const explained = request.items.flatMap(({ no, what }) => {
      const reason = brought.find((one) => one.no === no)?.reason
      return reason ? [explainedItem(no, what, reason)] : []
    })
    const after = await answerRequest(ctx, officer, dossier, {
      components: componentsTaken(request, brought),
      note: explained.join('\n') || undefined,
      senders: [actorLabel(officer), ...(before?.senders ?? [])],
      facts: { channel, unit: desk.id },
    })
    const taken = {
      requestNo: request.no,
      channel,
      unitId: desk.id,
      byAccountId: accountOf(officer) ?? '',
      byName: actorName(officer),
      broughtBy: wordsOrNothing(broughtBy),
      at: now,
    }
    const told = brought.map((one) => ({ no: one.no, form: hasPapers(one) ? one.form : null, reason: one.reason }))
    await insertTaken(db, dossier.id, { ...taken, items: told })
    noteAdded(ctx, dossier.id, {
      supplementTaken: [taken],
      supplementTakenItem: told.map(({ no, ...one }) => ({ requestNo: request.no, itemNo: no, ...one })),
    })
    // A right that is doubted is accepted first, by who may: until then the papers lie at the desk as handed in.
    const mayReceive = receive && whyNot('receiveDossier', after, officer, process) === undefined
    const received = mayReceive ? await takeIn(ctx, officer, after) : null
    return { code: dossier.code, suppliedAt: now, dueAt: received?.dueAt ?? null, dueOn: received?.dueOn ?? null }
  },
})
