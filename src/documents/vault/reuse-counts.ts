import { Type } from 'typebox'
import { query } from '../../platform/query.ts'
import { Refusal } from '../../platform/refusal.ts'
import { unitsByIds, unitsInCharge } from '../../organisation/index.ts'
import { countUses } from './store.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

export const READERS_OF_COUNTS = ['intake-officer', 'head-of-division', 'signatory', 'supervisor'] as const

export type ReuseRow = {
  unitId: string
  unitName: string
  procedureCode: string
  procedureName: string
  papers: number
  dossiers: number
}

/**
 * Papers people did not have to file again, by desk and procedure, counted from the ledger of uses. Căn cứ: Quyết định 766/QĐ-TTg
 * (chỉ số số hóa, tái sử dụng).
 */
export const countReuse = query({
  name: 'documents.count-reuse',
  roles: [...READERS_OF_COUNTS],
  input: Type.Object({ from: Day, to: Day }),
  async run({ db }, actor, { from, to }): Promise<{ papers: number; dossiers: number; rows: ReuseRow[] }> {
    if (from > to) throw new Refusal('documents.days-reversed', { from, to })
    const counts = await countUses(db, await unitsInCharge(db, actor, READERS_OF_COUNTS), from, to)
    const units = await unitsByIds(db, [...new Set(counts.map(({ unitId }) => unitId))])
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const rows = counts.map(({ papers, dossiers, ...row }) => {
      return { ...row, unitName: names.get(row.unitId) ?? '', papers: Number(papers), dossiers: Number(dossiers) }
    })
    const sum = (of: (row: ReuseRow) => number) => rows.reduce((total, row) => total + of(row), 0)
    return { papers: sum((row) => row.papers), dossiers: sum((row) => row.dossiers), rows }
  },
})
