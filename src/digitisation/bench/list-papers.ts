import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { query } from '../../platform/query.ts'
import type { PaperState } from '../intake/scan.ts'
import { progressOf, type Progress } from '../readings/store.ts'
import { countToCheck, listedPapers, type ListedPaper } from './list-store.ts'
import { kindNames } from '../templates/templates-in-force.ts'
import { BENCH_ROLES, unitsAtBench } from './reach.ts'

export const BENCH_TABS = ['to-check', 'handed', 'reading', 'checked', 'kept', 'failed'] as const
export type BenchTab = (typeof BENCH_TABS)[number]

const STATES: Record<BenchTab, PaperState[]> = {
  'to-check': ['to-check'],
  handed: ['to-check', 'checked'],
  reading: ['waiting', 'reading'],
  checked: ['checked'],
  kept: ['kept'],
  failed: ['failed'],
}
const AT_ONCE = 50

type BenchRow = ListedPaper & { typeName: string | undefined; progress: Progress | undefined }
export type BenchList = { papers: BenchRow[]; next: string | null }

const Cursor = Type.String({ maxLength: 80, pattern: '^[0-9TZ:.-]+_[0-9a-f-]{36}$' })

/** Papers of the officer's units by where they stand, and those handed to them; how far the machine has come with each. */
export const listPapers = query({
  name: 'digitisation.list-papers',
  roles: [...BENCH_ROLES],
  input: Type.Object({ tab: Type.Enum([...BENCH_TABS]), after: Type.Optional(Cursor) }),
  async run({ db }, actor, { tab, after }): Promise<BenchList> {
    const accountId = actor.kind === 'officer' ? actor.accountId : ''
    const [at, id] = after?.split('_') ?? []
    const found = await listedPapers(db, {
      unitIds: await unitsAtBench(db, actor),
      accountId,
      states: STATES[tab],
      handed: tab === 'handed',
      after: at && id ? { at: new Date(at), id } : null,
      limit: AT_ONCE + 1,
    })
    const shown = found.slice(0, AT_ONCE)
    const progress = new Map(
      (
        await progressOf(
          db,
          shown.map((one) => one.id),
        )
      ).map((one) => [one.paperId, one]),
    )
    const names = await kindNames(db)
    const last = found.length > AT_ONCE ? shown.at(-1) : undefined
    return {
      papers: shown.map((paper) => ({
        ...paper,
        typeName: names.get(paper.typeCode),
        progress: progress.get(paper.id),
      })),
      next: last ? `${last.createdAt.toISOString()}_${last.id}` : null,
    }
  },
})

/** How many papers wait for this officer, for the rail beside every page. */
export async function countPapersToCheck(db: Db, actor: Actor): Promise<number> {
  if (actor.kind !== 'officer') return 0
  const unitIds = await unitsAtBench(db, actor)
  return unitIds.length === 0 ? 0 : countToCheck(db, unitIds, actor.accountId)
}
