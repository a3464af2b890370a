import { Type } from 'typebox'
import { descendantsOf, unitById } from '../organisation/index.ts'
import { action } from '../platform/action.ts'
import { actorLabel, type Actor, type Role } from '../platform/actor.ts'
import { vietnamDate } from '../platform/dates.ts'
import type { Db } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { Refusal, refuse } from '../platform/refusal.ts'
import { calendarFor, rulesFor } from './calendar-for.ts'
import { whyNotClose } from './closure.ts'
import { dayClosed } from './events.ts'
import * as store from './store.ts'

export const CLOSERS = ['administrator', 'supervisor'] as const satisfies Role[]
const Day = Type.String({ format: 'date' })
const Words = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })

/** Closes a body, or the whole province, for days or half days by order. Dates promised for later are reckoned again. */
export const closeDay = action({
  name: 'deadlines.close-day',
  roles: CLOSERS,
  input: Type.Object({
    unitId: Type.Optional(Type.String({ format: 'uuid', description: 'The body; without it the whole province' })),
    from: Day,
    to: Day,
    part: Type.Union([Type.Literal('day'), Type.Literal('morning'), Type.Literal('afternoon')]),
    order: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S', description: 'Number of the order' }),
    reason: Words,
  }),
  async run(ctx, actor, { unitId = null, ...asked }) {
    const { db, now } = ctx
    await checkReach(db, actor, unitId)
    const today = vietnamDate(now)
    const { from, to, part } = asked
    const calendar = await calendarFor(db, unitId, from < today ? from : today)
    refuse(whyNotClose({ from, to, today, calendar, rules: await rulesFor(db, today) }))
    const id = newId()
    const [order, reason] = [asked.order.trim(), asked.reason.trim()]
    await store.saveClosure(db, { id, unitId, from, to, part, order, reason, recordedAt: now }, actorLabel(actor))
    const facts = { closureId: id, from, to, part, order, reason }
    ctx.journal({ subject: subjectOf(unitId), what: 'deadlines.day-closed', facts })
    await ctx.emit(dayClosed, { unitId, from, to })
    return { id }
  },
})

/** Withdraws an order entered by mistake or lifted early; its row stays. */
export const reopenDay = action({
  name: 'deadlines.reopen-day',
  roles: CLOSERS,
  input: Type.Object({ closureId: Type.String({ format: 'uuid' }), reason: Words }),
  async run(ctx, actor, { closureId, reason }) {
    const { db, now } = ctx
    const closure = await store.closureById(db, closureId)
    if (!closure) throw new Refusal('platform.not-found')
    const { unitId, from, to, order } = closure
    await checkReach(db, actor, unitId)
    const done = await store.withdrawClosure(db, closureId, { at: now, by: actorLabel(actor), reason: reason.trim() })
    if (!done) throw new Refusal('deadlines.reopened-already', { order })
    const facts = { closureId, from, to, order, reason: reason.trim() }
    ctx.journal({ subject: subjectOf(unitId), what: 'deadlines.day-reopened', facts })
    await ctx.emit(dayClosed, { unitId, from, to })
    return { id: closureId }
  },
})

/** Refuses with `platform.not-found` for a body out of reach; only the province's own people close all of it. */
export async function checkReach(db: Db, actor: Actor, unitId: string | null): Promise<void> {
  const grants = actor.kind === 'officer' ? actor.grants : []
  for (const { role, unitId: at, reach } of grants) {
    if (!CLOSERS.some((closer) => closer === role)) continue
    if (unitId === at) return
    if (reach !== 'subtree') continue
    if (unitId === null && (await unitById(db, at))?.kind === 'province') return
    if (unitId !== null && (await descendantsOf(db, at)).some(({ id }) => id === unitId)) return
  }
  throw new Refusal(unitId === null ? 'deadlines.close-province' : 'platform.not-found')
}

const subjectOf = (unitId: string | null): string => (unitId === null ? 'calendar:province' : `calendar:${unitId}`)
