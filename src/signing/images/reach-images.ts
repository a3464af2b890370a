import { type Actor, type Officer, unitsOf } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { InkHolder } from './ink-image.ts'

/** Everybody who may come to sign something on a paper. */
export const IMAGE_ROLES = ['intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk'] as const

/** Their own hand signature, or with a unit the seal that they keep as its clerk; anything else is not found. */
export function holderWithinReach(actor: Actor, unitId: string | undefined): { officer: Officer; holder: InkHolder } {
  if (actor.kind !== 'officer') throw new Refusal('platform.forbidden')
  if (unitId === undefined) return { officer: actor, holder: { accountId: actor.accountId } }
  if (!unitsOf(actor, 'clerk').includes(unitId)) throw new Refusal('platform.not-found')
  return { officer: actor, holder: { unitId } }
}

export const subjectOf = (holder: InkHolder): string =>
  holder.accountId === undefined ? `unit:${holder.unitId}` : `account:${holder.accountId}`
