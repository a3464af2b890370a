import { Type } from 'typebox'
import { action } from '../../../platform/action.ts'
import { actorLabel, type Actor, type Officer } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { query } from '../../../platform/query.ts'
import { Refusal, refuse } from '../../../platform/refusal.ts'
import { descendantsOf, unitsByIds, type Unit } from '../../../organisation/index.ts'
import { SPLITS } from '../scan.ts'
import { endWayAt, insertWay, openWays, wayForUpdate } from './store.ts'
import { plainAddress, WAY_KINDS, whyNotPlace, type WayIn } from './way-in.ts'

const Uuid = Type.String({ format: 'uuid' })
const ROLES = ['administrator'] as const

/** Units an administrator looks after: those of the role, and those below where it reaches down. */
async function unitsLookedAfter(db: Db, actor: Actor): Promise<Unit[]> {
  const grants = (actor as Officer).grants.filter(({ role }) => role === 'administrator')
  const own = await unitsByIds(
    db,
    grants.map(({ unitId }) => unitId),
  )
  const down = grants.filter(({ reach }) => reach === 'subtree').map(({ unitId }) => descendantsOf(db, unitId))
  const all = [...own, ...(await Promise.all(down)).flat()]
  return [...new Map(all.map((unit) => [unit.id, unit])).values()]
}

/** Tells which folder, box or filings bring papers to a desk. */
export const setUpWay = action({
  name: 'digitisation.set-up-way',
  roles: ROLES,
  input: Type.Object({
    kind: Type.Enum([...WAY_KINDS]),
    unitId: Uuid,
    place: Type.String({ maxLength: 260 }),
    splitAt: Type.Enum([...SPLITS]),
    handsOn: Type.Enum(['by-itself', 'by-person']),
  }),
  async run({ db, now, journal }, actor, { kind, unitId, place: given, splitAt, handsOn }): Promise<void> {
    const units = await unitsLookedAfter(db, actor)
    if (!units.some(({ id }) => id === unitId)) throw new Refusal('platform.not-found')
    const place = kind === 'portal' ? unitId : plainAddress(given)
    refuse(whyNotPlace(kind, place))
    const way = { id: newId(), kind, unitId, place, splitAt, handsOn, setUpBy: actorLabel(actor), setUpAt: now }
    if (!(await insertWay(db, { ...way, endedAt: null }))) throw new Refusal('digitisation.way-taken', { place })
    journal({
      subject: `way-in:${way.id}`,
      begins: true,
      what: 'digitisation.way-set-up',
      facts: { kind, place, unitId },
    })
  },
})

/** Nothing comes in this way any more; what came stays. */
export const endWay = action({
  name: 'digitisation.end-way',
  roles: ROLES,
  input: Type.Object({ wayId: Uuid }),
  async run({ db, now, journal }, actor, { wayId }): Promise<void> {
    const way = await wayForUpdate(db, wayId)
    const units = await unitsLookedAfter(db, actor)
    if (!way || !units.some(({ id }) => id === way.unitId)) throw new Refusal('platform.not-found')
    if (way.endedAt !== null) throw new Refusal('digitisation.way-ended')
    await endWayAt(db, wayId, now)
    journal({ subject: `way-in:${wayId}`, what: 'digitisation.way-ended' })
  },
})

export type ListedWays = { ways: (WayIn & { unitName: string })[]; units: Unit[] }

/** The ways in of the units an administrator looks after. */
export const listWays = query({
  name: 'digitisation.list-ways',
  roles: ROLES,
  input: Type.Object({}),
  async run({ db }, actor): Promise<ListedWays> {
    const [units, ways] = [await unitsLookedAfter(db, actor), await openWays(db)]
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const own = ways.flatMap((way) => {
      const unitName = names.get(way.unitId)
      return unitName === undefined ? [] : [{ ...way, unitName }]
    })
    return { ways: own, units }
  },
})
