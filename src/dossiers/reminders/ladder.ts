import ladders from '../../../data/reminders/ladder.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'

/** Who is told: the one whose turn it is, the head of their unit, the one-stop desk that promised the date. */
export const AUDIENCES = ['officer', 'head', 'desk'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What is kept in view: the time a step has inside the term, or the promised date itself. */
export type About = 'step' | 'due'

/** bậc nhắc: how long before or after a mark who is told. In office hours, or at the opening of a working day. */
export type Rung = {
  code: string
  about: About
  side: 'before' | 'after'
  to: readonly Audience[]
  certainty: 'law-to-verify' | 'local-setting'
  source: string
} & ({ hours: number } | { workingDays: number })

/** thang nhắc việc, with the first day it is in force. */
export type Ladder = { validFrom: LegalDate; rungs: readonly Rung[] }

/** Every ladder known, the oldest first. */
export const LADDERS = (ladders as Ladder[]).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))

/** The ladder in force that day; before the first, nobody is reminded: none is guessed. */
export function ladderInForce(on: LegalDate, all: readonly Ladder[] = LADDERS): Ladder | undefined {
  return all.findLast(({ validFrom }) => validFrom <= on)
}
