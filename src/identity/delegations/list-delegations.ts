import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import {
  delegationStanding,
  delegationsFor,
  unitsByIds,
  whyNotRevoke,
  type Delegation,
  type DelegationStanding,
} from '../../organisation/index.ts'
import { arrangedUnits, officerWho, whyNotArrange } from './arrange.ts'

export type DelegationView = Delegation & {
  unitName: string
  standing: DelegationStanding
  /** Whether the reader may take it back now. */ canRevoke: boolean
}

const MOST = 500

/** Who works in whose place: one's own, those of the units one looks after, all of them for administrators. */
export const listDelegations = query({
  name: 'identity.listDelegations',
  roles: ['administrator', 'intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk', 'supervisor'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<DelegationView[]> {
    const reader = officerWho(actor)
    const today = vietnamDate(clock.now())
    const found = await delegationsFor(db, { unitIds: arrangedUnits(reader), accountId: reader.accountId }, MOST)
    const units = new Map((await unitsByIds(db, [...new Set(found.map(({ unitId }) => unitId))])).map((u) => [u.id, u]))
    return found.map((one) => ({
      ...one,
      unitName: units.get(one.unitId)?.name ?? '',
      standing: delegationStanding(one, today),
      canRevoke: !whyNotRevoke(one, today) && (one.fromAccountId === reader.accountId || !whyNotArrange(reader, one)),
    }))
  },
})
