import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { foldText } from '../../platform/text.ts'
import { rememberCitizen } from '../remember-citizen.ts'
import { findCitizenByPersonalId } from '../store/citizens.ts'
import { whyNotAppoint } from './member.ts'
import { endOverMembers, insertMember, memberById, membershipsIn, removeMember } from './store.ts'

/** The representative of an organisation lets somebody file for it (Bộ luật Dân sự 2015, Điều 137, 138). */
export const appointClerk = action({
  name: 'identity.appoint-clerk',
  roles: ['citizen'],
  input: Type.Object({
    businessCode: Type.String({ minLength: 1, maxLength: 20 }),
    fullName: Type.String({ minLength: 2, maxLength: 100 }),
    personalId: Type.String({ pattern: '^\\d{12}$' }),
    position: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** The last day; without one until it is ended. */
    validTo: Type.Optional(Type.String({ format: 'date' })),
  }),
  async run(ctx, actor, { businessCode, fullName, personalId, position = null, validTo = null }): Promise<void> {
    const { db, now } = ctx
    const on = vietnamDate(now)
    const representative = await representativeOf(ctx, actor, businessCode)
    const known = await findCitizenByPersonalId(db, personalId)
    if (known && foldText(known.fullName) !== foldText(fullName)) throw new Refusal('identity.member-other-name')
    const clerk = known ?? (await rememberCitizen(ctx, { personalId, fullName }))
    refuse(whyNotAppoint({ validTo }, await membershipsIn(db, businessCode, clerk.id, on), on))
    await endOverMembers(db, { businessCode, citizenId: clerk.id, by: representative, on, now })
    const member = {
      id: newId(),
      businessCode,
      citizenId: clerk.id,
      role: 'clerk' as const,
      position,
      validFrom: on,
      validTo,
    }
    if (!(await insertMember(db, member, { appointedBy: representative, now })))
      throw new Refusal('identity.member-already')
    const facts = { citizen: clerk.id, by: representative, validTo }
    ctx.journal({ subject: `organisation:${businessCode}`, what: 'identity.clerk-appointed', facts })
  },
})

/** The representative ends it, or the clerk leaves by themselves. A representative is known by the organisation's own account. */
export const removeClerk = action({
  name: 'identity.remove-clerk',
  roles: ['citizen'],
  input: Type.Object({ memberId: Type.String({ format: 'uuid' }) }),
  async run(ctx, actor, { memberId }): Promise<void> {
    const member = await memberById(ctx.db, memberId)
    if (!member || actor.kind !== 'citizen') throw new Refusal('platform.not-found')
    const by =
      member.citizenId === actor.citizenId ? actor.citizenId : await representativeOf(ctx, actor, member.businessCode)
    if (member.role === 'representative') throw new Refusal('identity.member-represents')
    if (!(await removeMember(ctx.db, member.id, by, ctx.now))) throw new Refusal('platform.not-found')
    const facts = { citizen: member.citizenId, by }
    ctx.journal({ subject: `organisation:${member.businessCode}`, what: 'identity.clerk-removed', facts })
  },
})

/** Whoever does not represent it learns nothing about an organisation. */
async function representativeOf({ db, now }: ActionContext, actor: Actor, businessCode: string): Promise<string> {
  if (actor.kind !== 'citizen') throw new Refusal('platform.not-found')
  const own = await membershipsIn(db, businessCode, actor.citizenId, vietnamDate(now))
  if (!own.some(({ role }) => role === 'representative')) throw new Refusal('platform.not-found')
  return actor.citizenId
}
