import { Type, type Static } from 'typebox'
import { action } from '../../platform/action.ts'
import { ROLES } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import {
  DELEGATION_KINDS,
  holdDelegationsOf,
  insertDelegation,
  signingPost,
  standingDelegationsOf,
  whyNotDelegate,
  type Delegation,
  type DelegationPlan,
} from '../../organisation/index.ts'
import { accountById } from '../store/accounts.ts'
import { officerWho, unitsOfBody, whyNotArrange } from './arrange.ts'
import { delegatedGrants } from './stand-ins.ts'
import { postsHeldBy } from './store.ts'

const Id = Type.String({ format: 'uuid' })
const Day = Type.String({ format: 'date' })
const Words = (most: number) => Type.String({ minLength: 1, maxLength: most })

export const DelegationInput = Type.Object({
  kind: Type.Enum([...DELEGATION_KINDS]),
  fromAccountId: Id,
  toAccountId: Id,
  unitId: Id,
  roles: Type.Array(Type.Enum([...ROLES]), { minItems: 1, maxItems: ROLES.length }),
  /** Without both: all procedures. */
  procedureCodes: Type.Optional(Type.Array(Words(40), { minItems: 1, maxItems: 200 })),
  /** Fields of work, with every procedure that belongs to one. */
  sectorCodes: Type.Optional(Type.Array(Words(40), { minItems: 1, maxItems: 50 })),
  instrumentKind: Words(120),
  instrumentNumber: Type.Optional(Words(60)),
  signedOn: Day,
  issuer: Words(200),
  validFrom: Day,
  validTo: Type.Optional(Day),
})

function planOf(input: Static<typeof DelegationInput>): DelegationPlan {
  const { kind, fromAccountId, toAccountId, unitId, roles, validFrom } = input
  return {
    kind,
    fromAccountId,
    toAccountId,
    unitId,
    validFrom,
    roles: [...new Set(roles)],
    procedureCodes: input.procedureCodes ? [...new Set(input.procedureCodes)] : null,
    sectorCodes: input.sectorCodes ? [...new Set(input.sectorCodes)] : null,
    validTo: input.validTo ?? null,
    instrument: {
      kind: input.instrumentKind,
      number: input.instrumentNumber ?? null,
      signedOn: input.signedOn,
      issuer: input.issuer,
    },
  }
}

/**
 * Writes down that somebody works in another's place, or signs for them. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 13; phân công
 * thay theo quy chế làm việc của cơ quan.
 */
export const createDelegation = action({
  name: 'identity.createDelegation',
  roles: ['administrator', 'head-of-division', 'signatory'],
  input: DelegationInput,
  async run(ctx, actor, input) {
    const { db, now } = ctx
    const by = officerWho(actor)
    const plan = planOf(input)
    refuse(whyNotArrange(by, plan))
    await holdDelegationsOf(db, plan.fromAccountId)
    const today = vietnamDate(now)
    const from = await accountById(db, plan.fromAccountId)
    const to = await accountById(db, plan.toAccountId)
    if (from?.kind !== 'officer' || to?.kind !== 'officer') throw new Refusal('identity.unknown-officer')
    const body = new Set(await unitsOfBody(db, plan.unitId))
    const own = (await postsHeldBy(db, from.id, today)).filter(({ unitId }) => unitId === plan.unitId)
    const toPosts = (await postsHeldBy(db, to.id, today)).filter(({ unitId }) => body.has(unitId))
    const borrowed = (await delegatedGrants(db, from.id, plan.validFrom)).filter(({ unitId }) => unitId === plan.unitId)
    refuse(
      whyNotDelegate(plan, {
        today,
        own,
        toPosts,
        byAccountId: by.accountId,
        borrowed: borrowed.map(({ role }) => role),
        isToActive: to.status === 'active',
        standing: await standingDelegationsOf(db, from.id, plan.unitId, today),
      }),
    )
    const made: Delegation = {
      ...plan,
      id: newId(),
      fromName: from.fullName,
      fromPosition: own.find(({ role }) => plan.roles.includes(role))?.position ?? '',
      toName: to.fullName,
      toPosition: signingPost(plan.kind, toPosts)?.position ?? '',
      madeAt: now,
      madeByName: by.fullName,
      revokedAt: null,
      revokedByName: null,
      revokeReason: null,
    }
    await insertDelegation(db, made, by.accountId)
    const { kind, roles, unitId, instrument, procedureCodes, sectorCodes, validFrom, validTo } = made
    const scope = { procedureCodes, sectorCodes }
    const facts = { delegation: made.id, kind, roles, unitId, instrument, ...scope, validFrom, validTo }
    ctx.journal({
      subject: `account:${from.id}`,
      what: 'identity.delegated',
      facts: { ...facts, to: to.id },
    })
    ctx.journal({
      subject: `account:${to.id}`,
      what: 'identity.stands-in',
      facts: { ...facts, from: from.id },
    })
    return { id: made.id }
  },
})
