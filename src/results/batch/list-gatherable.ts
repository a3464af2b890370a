import { query, runQuery } from '../../platform/query.ts'
import { Type } from 'typebox'
import { dossiersWithinReach, listQueue, processOf, whyNot, type Queue } from '../../dossiers/index.ts'
import { whyNotGather } from './batch.ts'

export type Gatherable = { code: string; applicantName: string; dueAt: Date | null }

/** Dossiers that may go together on one decision. */
export type GatherableGroup = { procedureCode: string; procedureName: string; dossiers: Gatherable[] }

/** What this specialist holds, found eligible and not yet drafted, by procedure, agency and division; the most urgent first. */
export const listGatherable = query({
  name: 'results.list-gatherable',
  roles: ['specialist'],
  input: Type.Object({}),
  async run(app, actor): Promise<GatherableGroup[]> {
    const { db } = app
    const queue: Queue = await runQuery(app, listQueue, actor, { role: 'specialist', limit: 200 })
    const groups = new Map<string, GatherableGroup>()
    const items = queue.items.filter(({ handling }) => handling === 'appraising')
    const codes = items.map(({ code }) => code)
    const reached = new Map((await dossiersWithinReach(db, actor, codes)).map((dossier) => [dossier.code, dossier]))
    for (const { code, procedureName, applicantName, dueAt } of items) {
      const dossier = reached.get(code)
      if (!dossier) continue
      const process = await processOf(db, dossier.processId)
      if (whyNot('draftResult', dossier, actor, process) ?? whyNotGather(dossier, dossier, process)) continue
      const { procedureCode, competentUnitId, handlingUnitId } = dossier
      const key = [procedureCode, competentUnitId, handlingUnitId].join(' ')
      const group = groups.get(key) ?? { procedureCode, procedureName, dossiers: [] }
      group.dossiers.push({ code, applicantName, dueAt })
      groups.set(key, group)
    }
    return [...groups.values()]
  },
})
