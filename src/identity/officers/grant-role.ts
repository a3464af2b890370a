import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { addDays, vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { isInForce, unitById } from '../../organisation/index.ts'
import { officerWho } from '../delegations/arrange.ts'
import { postsHeldBy } from '../delegations/store.ts'
import { accountForUpdate } from '../store/accounts.ts'
import { OFFICE_ROLES, whyNotGrantRole, whyNotWithdrawRole } from './officer.ts'
import { appointmentForUpdate, endAppointment, insertAppointment, type Appointment } from './store.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most })

/** Gives an officer a role at a unit from a day on, by a decision (tiếp nhận, điều động, bổ nhiệm). */
export const grantRole = action({
  name: 'identity.grantRole',
  roles: ['administrator'],
  input: Type.Object({
    accountId: Id,
    role: Type.Enum([...OFFICE_ROLES]),
    unitId: Id,
    position: Words(200),
    reach: Type.Optional(Type.Enum(['unit', 'subtree'])),
    validFrom: Day,
    validTo: Type.Optional(Day),
    decisionNumber: Words(60),
    decisionOn: Day,
  }),
  async run(ctx, actor, { accountId, role, unitId, position, reach = 'unit', validFrom, validTo, ...decision }) {
    const by = officerWho(actor)
    const account = await accountForUpdate(ctx.db, accountId)
    if (account?.kind !== 'officer') throw new Refusal('identity.unknown-officer')
    const today = vietnamDate(ctx.now)
    const unit = await unitById(ctx.db, unitId)
    if (!unit || !isInForce(unit, validFrom > today ? validFrom : today))
      throw new Refusal('organisation.unknown-unit', { code: unit?.code ?? unitId })
    const plan = { accountId, role, unitId, validFrom, validTo: validTo ?? null }
    const posts = await postsHeldBy(ctx.db, accountId, today < validFrom ? today : validFrom)
    refuse(whyNotGrantRole(plan, { byAccountId: by.accountId, account, posts }))
    const made: Appointment = {
      id: newId(),
      ...plan,
      position,
      reach,
      ...decision,
      endDecisionNumber: null,
      endReason: null,
    }
    if (!(await insertAppointment(ctx.db, made, unit.code)))
      throw new Refusal('identity.role-held', { from: validFrom })
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.role-granted',
      facts: { role, unitId, position, reach, validFrom, validTo: validTo ?? null, ...decision },
    })
    return { appointmentId: made.id }
  },
})

/** Ends a role with its last day: yesterday's at the earliest, for at once. The dossiers left behind show at the head's. */
export const withdrawRole = action({
  name: 'identity.withdrawRole',
  roles: ['administrator'],
  input: Type.Object({
    accountId: Id,
    appointmentId: Id,
    lastDay: Day,
    reason: Words(500),
    decisionNumber: Type.Optional(Words(60)),
  }),
  async run(ctx, actor, { accountId, appointmentId, lastDay, reason, decisionNumber }) {
    const by = officerWho(actor)
    const post = await appointmentForUpdate(ctx.db, accountId, appointmentId)
    if (!post) throw new Refusal('platform.not-found')
    const isOwn = accountId === by.accountId
    refuse(whyNotWithdrawRole(post, { lastDay, today: vietnamDate(ctx.now), isOwn }))
    const beforeItBegan = addDays(post.validFrom, -1)
    const validTo = lastDay < beforeItBegan ? beforeItBegan : lastDay
    const ending = { endDecisionNumber: decisionNumber ?? null, endReason: reason }
    await endAppointment(ctx.db, { accountId, id: appointmentId, validTo, ...ending })
    const { role, unitId } = post
    ctx.journal({
      subject: `account:${accountId}`,
      what: 'identity.role-withdrawn',
      facts: { role, unitId, validTo, reason, decisionNumber: decisionNumber ?? null },
    })
    return { validTo }
  },
})
