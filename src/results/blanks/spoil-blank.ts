import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isIssued } from '../result.ts'
import { resultByNo } from '../store.ts'
import { whyNotSpoil, writtenSerial } from './blank.ts'
import { blankSubject, keeperOf } from './keeper.ts'
import { blankForUpdate, saveBlank } from './store.ts'

/** Notes that a blank can be used no more, in stock or after a wrong print; the sheet is kept until it is destroyed by minutes. */
export const spoilBlank = action({
  name: 'results.spoil-blank',
  roles: ['clerk', 'specialist'],
  input: Type.Object({
    kind: Type.String({ maxLength: 40 }),
    serial: Type.String({ minLength: 1, maxLength: 40 }),
    cause: Type.Enum(['misprinted', 'damaged', 'lost']),
    reason: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run(ctx, actor, { kind, serial, cause, reason }) {
    const { db, now } = ctx
    const blank = await blankForUpdate(db, kind, writtenSerial(serial))
    if (!blank) throw new Refusal('platform.not-found')
    const officer = keeperOf(actor, ['clerk', 'specialist'], blank.unitId)
    const { dossierId, resultNo } = blank
    const result = dossierId !== null && resultNo !== null ? await resultByNo(db, dossierId, resultNo) : undefined
    refuse(whyNotSpoil(blank, result !== undefined && (isIssued(result) || result.state === 'signed')))
    await saveBlank(db, { ...blank, state: 'spoiled', cause, reason, spoiledAt: now, spoiledByName: officer.fullName })
    const facts = { kind, serial: blank.serial, cause, reason }
    ctx.journal({ subject: blankSubject(kind, blank.serial), what: 'results.blank-spoiled', facts })
    if (dossierId !== null) ctx.journal({ subject: `dossier:${dossierId}`, what: 'results.blank-spoiled', facts })
    return { serial: blank.serial }
  },
})
