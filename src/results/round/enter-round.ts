import { Type, type Static } from 'typebox'
import type { Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { refuse } from '../../platform/refusal.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import type { Result } from '../result.ts'
import { checkedPaper, type RoundAs } from './checked-paper.ts'
import { whyNotInRound } from './checks.ts'

/** One paper of a round: of how many, and which version its signatory had before them. */
export const RoundInput = Type.Object({
  of: Type.Integer({ minimum: 1 }),
  version: Type.Integer({ minimum: 1 }),
})

/** ký theo lô n văn bản, đã mở xem: what the journal of each dossier keeps. */
export const RoundNote = Type.Object({ of: Type.Integer(), opened: Type.Boolean() })
export type RoundNote = Static<typeof RoundNote>

/** Lets a paper go with a round, or refuses: changed since it was read, or in doubt and not opened. */
export async function enterRound(
  db: Db,
  officer: Officer,
  as: RoundAs,
  paper: { dossier: ReachedDossier; result: Result },
  round: Static<typeof RoundInput>,
  now: Date,
): Promise<RoundNote> {
  const { checks, isOpened } = await checkedPaper(db, officer, as, paper, now)
  refuse(whyNotInRound(checks, paper.result, { seen: round.version, isOpened }))
  return { of: round.of, opened: isOpened }
}
