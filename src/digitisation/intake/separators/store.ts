import { execute, rows, sql, type Db } from '../../../platform/db.ts'

/** Tờ phân cách: a printed sheet whose code begins a paper in a pile. */
export type Separator = {
  code: string
  unitId: string
  /** What stands on it in words. */
  label: string
  dossierId: string | null
  dossierCode: string | null
  componentCode: string | null
  printedBy: string
  printedAt: Date
}

const COLUMNS = sql`code, unit_id, label, dossier_id, dossier_code, component_code, printed_by, printed_at`

export async function insertSeparator(db: Db, one: Separator): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.separator (${COLUMNS})
      values (${one.code}, ${one.unitId}, ${one.label}, ${one.dossierId}, ${one.dossierCode}, ${one.componentCode},
        ${one.printedBy}, ${one.printedAt})`,
  )
}

export function separatorsByCodes(db: Db, codes: readonly string[]): Promise<Separator[]> {
  return rows(db, sql<Separator>`select ${COLUMNS} from digitisation.separator where code = any(${[...codes]})`)
}
