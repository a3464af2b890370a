import { Type } from 'typebox'
import { vietnamDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { maskPersonalId } from '../citizen.ts'
import type { Membership } from './member.ts'
import { membersOf, organisationsOf, type NamedMember } from './store.ts'

export type OwnOrganisation = Membership & {
  /** Their numbers masked; everybody of the organisation sees who files for it. */
  members: (Omit<NamedMember, 'personalId'> & { personalId: string })[]
}

/** The organisations the reader files for, each with its people. */
export const listOwnOrganisations = query({
  name: 'identity.list-own-organisations',
  roles: ['citizen'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<OwnOrganisation[]> {
    if (actor.kind !== 'citizen') throw new Refusal('platform.forbidden')
    const on = vietnamDate(clock.now())
    const own = await organisationsOf(db, actor.citizenId, on)
    return Promise.all(
      own.map(async (organisation) => {
        const members = await membersOf(db, organisation.businessCode, on)
        const masked = members.map((one) => ({ ...one, personalId: maskPersonalId(one.personalId) }))
        return { ...organisation, members: masked }
      }),
    )
  },
})
