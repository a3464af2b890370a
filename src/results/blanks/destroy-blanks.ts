import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { whyNotDestroy } from './blank.ts'
import { blankSubject, keeperOf } from './keeper.ts'
import { blanksForUpdate, saveBlank } from './store.ts'

/** Destroys spoiled blanks by one set of minutes (biên bản huỷ phôi): all that it names or none. */
export const destroyBlanks = action({
  name: 'results.destroy-blanks',
  roles: ['clerk'],
  input: Type.Object({
    kind: Type.String({ maxLength: 40 }),
    serials: Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 500, uniqueItems: true }),
    minutesNumber: Type.String({ minLength: 1, maxLength: 60 }),
    minutesOn: Type.String({ format: 'date' }),
  }),
  async run(ctx, actor, { kind, serials, minutesNumber, minutesOn }) {
    const { db, now } = ctx
    if (minutesOn > vietnamDate(now)) throw new Refusal('results.blank-note-in-future', { day: minutesOn })
    const blanks = await blanksForUpdate(db, kind, serials)
    if (blanks.length < serials.length) throw new Refusal('platform.not-found')
    for (const blank of blanks) {
      const clerk = keeperOf(actor, ['clerk'], blank.unitId)
      refuse(whyNotDestroy(blank))
      const destroyed = { destroyedAt: now, destroyedByName: clerk.fullName, minutesNumber, minutesOn }
      await saveBlank(db, { ...blank, ...destroyed, state: 'destroyed' })
      const facts = { kind, serial: blank.serial, minutesNumber, minutesOn }
      ctx.journal({ subject: blankSubject(kind, blank.serial), what: 'results.blank-destroyed', facts })
    }
    return { count: blanks.length }
  },
})
