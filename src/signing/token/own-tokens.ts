import { Type } from 'typebox'
import { unitsOf } from '../../platform/actor.ts'
import { query } from '../../platform/query.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { holderOfAccount, holderOfUnit } from '../register/holder-store.ts'
import type { KeyHolder } from '../register/key-holder.ts'

/** `unit`: an agency whose seal this officer uses; null for their own certificate. */
export type OwnToken = {
  unit: { id: string; name: string } | null
  certificate: Pick<KeyHolder, 'subject' | 'issuer' | 'validTo' | 'isDemo'> | undefined
}

/** The certificates on tokens of this officer and, for a clerk, of the agency. */
export const listOwnTokens = query({
  name: 'signing.list-own-tokens',
  roles: ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'],
  input: Type.Object({}),
  async run({ db, clock }, officer): Promise<OwnToken[]> {
    if (officer.kind !== 'officer') return []
    const now = clock.now()
    const own = { unit: null, certificate: await holderOfAccount(db, officer.accountId, now, 'token') }
    const units = await unitsByIds(db, unitsOf(officer, 'clerk'))
    const seals = units.map(async ({ id, name }) => ({
      unit: { id, name },
      certificate: await holderOfUnit(db, id, now, 'token'),
    }))
    return [own, ...(await Promise.all(seals))]
  },
})
