import { unitsOf, type Actor, type Officer, type Role } from '../../platform/actor.ts'
import { Refusal } from '../../platform/refusal.ts'

/** Who has the blanks in hand, and who looks after it. */
export const BLANK_READERS = ['clerk', 'specialist', 'head-of-division', 'signatory', 'supervisor'] as const

/** The officer, if one of these roles is theirs at the unit that keeps the blanks; else the register is not there for them. */
export function keeperOf(actor: Actor, roles: readonly Role[], unitId: string): Officer {
  const isHere = roles.some((role) => unitsOf(actor, role).includes(unitId))
  if (actor.kind !== 'officer' || !isHere) throw new Refusal('platform.not-found')
  return actor
}

/** Units whose registers this person reads. */
export const unitsRead = (actor: Actor): string[] => [...new Set(BLANK_READERS.flatMap((role) => unitsOf(actor, role)))]

export const blankSubject = (kind: string, serial: string): string => `blank:${kind}:${serial}`
