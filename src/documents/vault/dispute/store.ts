import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { Dispute } from './dispute.ts'

const DISPUTE = sql.raw(
  'id, no, entry_id, unit_id, words, created_at, outcome, answer, answered_at, answered_by_account_id, answered_by_name',
)

/** False while another about the same paper waits for its answer. */
export async function insertDispute(
  db: Db,
  { id, entryId, unitId, words, createdAt }: Pick<Dispute, 'id' | 'entryId' | 'unitId' | 'words' | 'createdAt'>,
): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into documents.vault_dispute (id, entry_id, unit_id, words, created_at)
        values (${id}, ${entryId}, ${unitId}, ${words}, ${createdAt}) on conflict (entry_id) where answered_at is null do nothing`,
  )
  return inserted === 1
}

export function disputesOf(db: Db, entryId: string): Promise<Dispute[]> {
  return rows(
    db,
    sql<Dispute>`select ${DISPUTE} from documents.vault_dispute where entry_id = ${entryId} order by created_at desc`,
  )
}

export function disputeById(db: Db, id: string): Promise<Dispute | undefined> {
  return maybeRow(db, sql<Dispute>`select ${DISPUTE} from documents.vault_dispute where id = ${id}`)
}

/** What waits for an answer of these units, the oldest first. */
export function openDisputes(db: Db, unitIds: readonly string[], limit: number): Promise<Dispute[]> {
  return rows(
    db,
    sql<Dispute>`select ${DISPUTE} from documents.vault_dispute
      where unit_id = any(${[...unitIds]}::uuid[]) and answered_at is null order by created_at, id limit ${limit}`,
  )
}

export async function countOpenDisputes(db: Db, unitIds: readonly string[]): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`select count(*) from documents.vault_dispute
      where unit_id = any(${[...unitIds]}::uuid[]) and answered_at is null`,
  )
  return Number(count)
}

export async function saveAnswer(
  db: Db,
  id: string,
  answer: Pick<Dispute, 'outcome' | 'answer' | 'answeredAt' | 'answeredByAccountId' | 'answeredByName'>,
): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update documents.vault_dispute set outcome = ${answer.outcome}, answer = ${answer.answer}, answered_at = ${answer.answeredAt},
          answered_by_account_id = ${answer.answeredByAccountId}, answered_by_name = ${answer.answeredByName}
        where id = ${id} and answered_at is null`,
  )
  return touched === 1
}
