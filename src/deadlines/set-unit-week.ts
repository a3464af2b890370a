import { Type } from 'typebox'
import { action } from '../platform/action.ts'
import { actorLabel } from '../platform/actor.ts'
import { formatDate, vietnamDate } from '../platform/dates.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { CLOSERS, checkReach } from './close-day.ts'
import * as store from './store.ts'
import { whyNotSetWeek } from './unit-week.ts'

const Day = Type.String({ format: 'date' })
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })

export const UnitWeekInput = {
  unitId: Type.String({ format: 'uuid', description: 'The body whose week it is' }),
  validFrom: Day,
  validTo: Type.Optional(Type.String({ format: 'date', description: 'Last day; without it until another is set' })),
  sessions: Type.Array(Type.Array(Type.Object({ from: Time, to: Time }), { maxItems: 4 }), {
    minItems: 7,
    maxItems: 7,
    description: 'Office hours by weekday, Sunday first; none: a weekly day off',
  }),
}

/**
 * Sets a unit's own working week from a day on, by an order. Nothing is overwritten: a later week goes before an earlier one.
 * Dates promised to dossiers received before stay as they are.
 */
export const setUnitWeek = action({
  name: 'deadlines.set-unit-week',
  roles: CLOSERS,
  input: Type.Object({
    ...UnitWeekInput,
    order: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'Number of the order' }),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  }),
  async run({ db, now, journal }, actor, { unitId, validTo = null, ...asked }) {
    await checkReach(db, actor, unitId)
    const week = { validFrom: asked.validFrom, validTo, sessions: asked.sessions }
    refuse(whyNotSetWeek(week, vietnamDate(now)))
    const [order, reason] = [asked.order.trim(), asked.reason.trim()]
    const by = { order, reason, recordedAt: now, recordedBy: actorLabel(actor) }
    if (!(await store.saveUnitWeek(db, unitId, week, by))) {
      throw new Refusal('deadlines.week-exists', { on: formatDate(week.validFrom) })
    }
    journal({ subject: `calendar:${unitId}`, what: 'deadlines.unit-week-set', facts: { ...week, order, reason } })
    return { unitId, validFrom: week.validFrom }
  },
})
