import { Type } from 'typebox'
import { unitsOf, type Officer } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitById } from '../../organisation/index.ts'
import type { InkImage } from './ink-image.ts'
import { lookOfAgency, lookOfPerson } from './look-of.ts'
import { IMAGE_ROLES, holderWithinReach } from './reach-images.ts'
import { imageOf } from './store.ts'

export type SealInHand = { unitId: string; unitName: string; image: InkImage | undefined }
export type ImagesInHand = {
  fullName: string
  own: InkImage | undefined
  seals: SealInHand[]
  /** Whose seal stands beside the officer's signature on paper. */
  besideUnitId: string | undefined
  /** Where nobody gave a picture, one is made up; in production there is none. */
  isMadeUp: boolean
}

/** An officer's own hand signature, and the seals they keep as a clerk. */
export const getImages = query({
  name: 'signing.get-images',
  roles: [...IMAGE_ROLES],
  input: Type.Object({}),
  async run({ db, settings }, actor): Promise<ImagesInHand> {
    const { officer, holder } = holderWithinReach(actor, undefined)
    const seals = await Promise.all(
      [...new Set(unitsOf(actor, 'clerk'))].map(async (unitId) => {
        const [unit, image] = await Promise.all([unitById(db, unitId), imageOf(db, { unitId })])
        return unit ? [{ unitId, unitName: unit.name, image }] : []
      }),
    )
    return {
      fullName: officer.fullName,
      own: await imageOf(db, holder),
      seals: seals.flat(),
      besideUnitId: (officer.grants.find(({ role }) => role === 'signatory') ?? officer.grants[0])?.unitId,
      isMadeUp: settings.mode !== 'production',
    }
  },
})

/** The picture that a signature would show now: the officer's own, or of the seal of a body they work at. */
export const getPicture = query({
  name: 'signing.get-picture',
  roles: [...IMAGE_ROLES],
  input: Type.Object({ unitId: Type.Optional(Type.String({ format: 'uuid' })) }),
  async run(app, actor, { unitId }): Promise<Uint8Array> {
    const { officer } = holderWithinReach(actor, undefined)
    const look = unitId === undefined ? await lookOfPerson(app, officer) : await sealLook(app, officer, unitId)
    if (!look.image) throw new Refusal('platform.not-found')
    return look.image
  },
})

async function sealLook(app: App, officer: Officer, unitId: string) {
  const isOwn = officer.grants.some((grant) => grant.unitId === unitId)
  const unit = isOwn ? await unitById(app.db, unitId) : undefined
  if (!unit) throw new Refusal('platform.not-found')
  return lookOfAgency(app, { unitId, name: unit.name })
}
