import type { Officer } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { ReachedDossier } from '../../dossiers/index.ts'
import type { Result } from '../result.ts'
import { checksOf, sealChecksOf, type Check } from './checks.ts'
import { paperFacts, sealFacts } from './read-facts.ts'
import { openedBy } from './store.ts'

/** Whose key is going to be used: the signatory's own, or the agency's by its clerk. */
export type RoundAs = 'signatory' | 'clerk'

export type CheckedPaper = { checks: Check[]; isOpened: boolean }

/** What the machine finds about a paper, and whether this officer opened it. */
export async function checkedPaper(
  db: Db,
  officer: Officer,
  as: RoundAs,
  paper: { dossier: ReachedDossier; result: Result },
  now: Date,
): Promise<CheckedPaper> {
  const checks =
    as === 'signatory'
      ? checksOf(await paperFacts(db, paper, officer.accountId, now))
      : sealChecksOf(await sealFacts(db, paper))
  const { no, version } = paper.result
  const opened = await openedBy(db, officer.accountId, [paper.dossier.id])
  return { checks, isOpened: opened.some((one) => one.no === no && one.version === version) }
}
