import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitById, unitsByIds, unitsInForce, type Unit } from '../../organisation/index.ts'
import { arrangedUnits, officerWho, unitsOfBody } from './arrange.ts'
import { colleaguesAt, type Colleague } from './store.ts'

export type DelegationChoices = {
  /** Units whose work this officer may arrange. */
  units: Unit[]
  unit: Unit | null
  /** Who works at the unit chosen, and who in its whole body could stand in. */
  from: Colleague[]
  to: Colleague[]
  /** Whether substitutions may be arranged for others; else one's own signature alone. */
  ownOnly: boolean
}

const WORKPLACES = new Set(['peoples-committee', 'department', 'centre', 'division'])

/** What the form of a delegation offers to this officer. */
export const delegationChoices = query({
  name: 'identity.delegationChoices',
  roles: ['administrator', 'head-of-division', 'signatory'],
  input: Type.Object({ unitId: Type.Optional(Type.String({ format: 'uuid' })) }),
  async run({ db, clock }, actor, { unitId }): Promise<DelegationChoices> {
    const officer = officerWho(actor)
    const today = vietnamDate(clock.now())
    const arranged = arrangedUnits(officer)
    const all = arranged === null ? await unitsInForce(db, today) : await unitsByIds(db, arranged)
    const units = all.filter(({ kind }) => WORKPLACES.has(kind))
    const wanted = unitId ?? (units.length === 1 ? units[0]?.id : undefined)
    if (wanted === undefined) return { units, unit: null, from: [], to: [], ownOnly: false }
    if (!units.some(({ id }) => id === wanted)) throw new Refusal('platform.not-found')
    const to = await colleaguesAt(db, await unitsOfBody(db, wanted), today)
    const leads = officer.grants.some(
      ({ role, unitId: at, inPlaceOf }) =>
        !inPlaceOf && (role === 'administrator' || (role === 'head-of-division' && at === wanted)),
    )
    const from = to.filter((one) => one.unitId === wanted && (leads || one.accountId === officer.accountId))
    return { units, unit: (await unitById(db, wanted)) ?? null, from, to, ownOnly: !leads }
  },
})
