import type { Actor } from '../../platform/actor.ts'
import { actorLabel } from '../../platform/actor.ts'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { refuseClosedCopy } from '../../documents/index.ts'
import { officersAt, type OfficerAt } from '../../identity/index.ts'
import { agenciesServedBy, descendantsOf } from '../../organisation/index.ts'
import type { Paper } from '../intake/scan.ts'
import { paperById, paperForUpdate } from '../intake/store.ts'
import { entryOf } from '../keeping/entry-of-paper.ts'
import { handOverOf } from './hand-over-store.ts'
import { papersOf } from './list-store.ts'

/** cán bộ tiếp nhận và văn thư: who checks papers. */
export const BENCH_ROLES = ['intake-officer', 'clerk'] as const

/** The units whose papers an officer checks: where they work, and what lies below a wide grant. */
export async function unitsAtBench(db: Db, actor: Actor): Promise<string[]> {
  if (actor.kind !== 'officer') return []
  const grants = actor.grants.filter(({ role }) => BENCH_ROLES.some((one) => one === role))
  const wide = grants.filter(({ reach }) => reach === 'subtree')
  const below = await Promise.all(wide.map(({ unitId }) => descendantsOf(db, unitId)))
  return [...new Set([...grants.map(({ unitId }) => unitId), ...below.flat().map(({ id }) => id)])]
}

/** Papers of the officer's units, and those handed to them. Refuses with `platform.not-found` alike for "none" and "not yours". */
export async function paperWithinReach(
  db: Db,
  actor: Actor,
  paperId: string,
  how: 'look' | 'change' = 'look',
): Promise<Paper> {
  const paper = how === 'change' ? await paperForUpdate(db, paperId) : await paperById(db, paperId)
  if (!paper) throw new Refusal('platform.not-found')
  const handed = await handOverOf(db, paperId)
  const isHanded = actor.kind === 'officer' && handed?.toAccountId === actor.accountId
  if (!isHanded && !(await unitsAtBench(db, actor)).includes(paper.unitId)) throw new Refusal('platform.not-found')
  await refuseClosedScan(db, actor, paper)
  return paper
}

/** What the office has closed after an archive took it is not opened as a scan either. */
async function refuseClosedScan(db: Db, actor: Actor, paper: Paper): Promise<void> {
  for (const fileId of (await entryOf(db, paper))?.fileIds ?? []) await refuseClosedCopy(db, actor, fileId)
}

/** Which archive has a paper whose scan the office has closed, and on which receipt; undefined when it may be looked at. */
export async function closedTo(db: Db, actor: Actor, paper: Paper): Promise<Refusal['facts'] | undefined> {
  try {
    await refuseClosedScan(db, actor, paper)
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error.facts
    throw error
  }
}

/** Of these papers, those the officer may open on the bench. */
export async function papersToOpen(db: Db, actor: Actor, paperIds: readonly string[]): Promise<Set<string>> {
  if (actor.kind !== 'officer' || !actor.grants.some(({ role }) => BENCH_ROLES.some((one) => one === role)))
    return new Set()
  return new Set(await papersOf(db, { paperIds, unitIds: await unitsAtBench(db, actor), accountId: actor.accountId }))
}

/** Whom a paper may be handed to: who checks papers at its unit, or at an agency that unit receives for. */
export async function checkersFor(
  db: Db,
  { unitId }: Pick<Paper, 'unitId'>,
  actor: Actor,
  now: Date,
): Promise<OfficerAt[]> {
  const today = vietnamDate(now)
  const units = [unitId, ...(await agenciesServedBy(db, unitId, today)).map(({ id }) => id)]
  const found = await Promise.all(units.flatMap((unit) => BENCH_ROLES.map((role) => officersAt(db, unit, role, today))))
  const others = found.flat().filter(({ accountId }) => `officer:${accountId}` !== actorLabel(actor))
  return [...new Map(others.map((one) => [one.accountId, one])).values()]
}
