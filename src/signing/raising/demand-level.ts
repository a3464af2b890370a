import { Type } from 'typebox'
import { action } from '../../platform/action.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { newId } from '../../platform/id.ts'
import { query } from '../../platform/query.ts'
import { Refusal, refuse } from '../../platform/refusal.ts'
import { administeredUnits } from '../register/reach-certificate.ts'
import { DEMANDABLE_LEVELS, DEFAULT_LEVELS, whyNotDemand } from './demanded-level.ts'
import { insertLevel, levelsSet } from './demanded-level-store.ts'

/** Sets the level documents are issued at, for one procedure or for all, from a day on. It holds for the whole province. */
export const demandLevel = action({
  name: 'signing.demand-level',
  roles: ['administrator'],
  input: Type.Object({
    procedureCode: Type.Optional(Type.String({ pattern: '^[0-9.]{3,20}$' })),
    level: Type.Enum([...DEMANDABLE_LEVELS]),
    validFrom: Type.String({ format: 'date' }),
    basis: Type.String({ minLength: 5, maxLength: 500 }),
  }),
  async run(ctx, actor, { procedureCode = null, level, validFrom, basis }) {
    if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
    if ((await administeredUnits(ctx.db, actor)) !== null) throw new Refusal('signing.level-of-province')
    refuse(whyNotDemand({ procedureCode, level, validFrom }, vietnamDate(ctx.now)))
    const { accountId: byAccountId, fullName: byName } = actor
    const one = { id: newId(), procedureCode, level, validFrom, basis, byAccountId, byName, at: ctx.now }
    if (!(await insertLevel(ctx.db, one))) throw new Refusal('signing.level-set', { day: validFrom })
    ctx.journal({
      subject: procedureCode === null ? 'signing:level' : `procedure:${procedureCode}`,
      what: 'signing.level-demanded',
      facts: { level, validFrom, basis },
    })
  },
})

/** The default and everything set since. */
export const listDemandedLevels = query({
  name: 'signing.list-demanded-levels',
  roles: ['administrator', 'supervisor'],
  input: Type.Object({}),
  run: async ({ db }) => ({ defaults: DEFAULT_LEVELS, set: await levelsSet(db) }),
})
