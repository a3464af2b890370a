import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { Officer } from '../../../platform/actor.ts'
import type { Duplicate, DuplicateOutcome } from './duplicate.ts'

const DUPLICATE = sql.raw('id, entry_id, twin_id, likeness, unit_id, found_at, outcome')

/** False when the two were told of before. */
export async function insertDuplicate(db: Db, duplicate: Omit<Duplicate, 'outcome'>): Promise<boolean> {
  const { id, entryId, twinId, likeness, unitId, foundAt } = duplicate
  const inserted = await execute(
    db,
    sql`insert into documents.vault_duplicate (id, entry_id, twin_id, likeness, unit_id, found_at)
        values (${id}, ${entryId}, ${twinId}, ${likeness}, ${unitId}, ${foundAt}) on conflict (entry_id, twin_id) do nothing`,
  )
  return inserted === 1
}

/** What waits for somebody of these units to look, the oldest first. */
export function openDuplicates(db: Db, unitIds: readonly string[], limit: number): Promise<Duplicate[]> {
  return rows(
    db,
    sql<Duplicate>`select ${DUPLICATE} from documents.vault_duplicate
      where unit_id = any(${[...unitIds]}::uuid[]) and outcome is null order by found_at, id limit ${limit}`,
  )
}

export async function countOpenDuplicates(db: Db, unitIds: readonly string[]): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`select count(*) from documents.vault_duplicate
      where unit_id = any(${[...unitIds]}::uuid[]) and outcome is null`,
  )
  return Number(count)
}

export function duplicateById(db: Db, id: string): Promise<Duplicate | undefined> {
  return maybeRow(db, sql<Duplicate>`select ${DUPLICATE} from documents.vault_duplicate where id = ${id}`)
}

export async function saveOutcome(
  db: Db,
  id: string,
  outcome: DuplicateOutcome,
  { accountId, fullName }: Pick<Officer, 'accountId' | 'fullName'>,
  at: Date,
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update documents.vault_duplicate set outcome = ${outcome}, decided_at = ${at}, decided_by_account_id = ${accountId},
          decided_by_name = ${fullName} where id = ${id} and outcome is null`,
  )
  return touched === 1
}
