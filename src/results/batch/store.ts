import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Batch, BatchMember } from './batch.ts'

const BATCH = sql.raw(
  `b.id, b.no, b.procedure_code, b.unit_id, b.gathered_by_account_id, b.gathered_by_name, b.gathered_at`,
)

export async function insertBatch(db: Db, batch: Omit<Batch, 'no'>): Promise<Batch> {
  const { id, procedureCode, unitId, gatheredByAccountId, gatheredByName, gatheredAt } = batch
  const { no } = await oneRow(
    db,
    sql<{ no: number }>`
      insert into results.batch (id, procedure_code, unit_id, gathered_by_account_id, gathered_by_name, gathered_at)
      values (${id}, ${procedureCode}, ${unitId}, ${gatheredByAccountId}, ${gatheredByName}, ${gatheredAt})
      returning no`,
  )
  return { ...batch, no }
}

export async function insertMember(
  db: Db,
  { id }: Pick<Batch, 'id'>,
  { dossierId, dossierCode }: Pick<BatchMember, 'dossierId' | 'dossierCode'>,
): Promise<void> {
  await execute(
    db,
    sql`insert into results.batch_member (batch_id, dossier_id, dossier_code, state)
        values (${id}, ${dossierId}, ${dossierCode}, 'in')`,
  )
}

export function batchByNo(db: Db, no: number): Promise<Batch | undefined> {
  return maybeRow(db, sql<Batch>`select ${BATCH} from results.batch b where b.no = ${no}`)
}

export function membersOf(db: Db, ids: readonly string[]): Promise<BatchMember[]> {
  return rows(
    db,
    sql<BatchMember>`select batch_id, dossier_id, dossier_code, state, reason, by_name, left_at from results.batch_member
                     where batch_id = any(${[...ids]}::uuid[]) order by dossier_code`,
  )
}

/** Batches with somebody still in them, of these agencies, the newest first. */
export function openBatchesOf(db: Db, unitIds: readonly string[], most: number): Promise<Batch[]> {
  return rows(
    db,
    sql<Batch>`select ${BATCH} from results.batch b
               where b.unit_id = any(${[...unitIds]}::uuid[])
                 and exists (select from results.batch_member m where m.batch_id = b.id and m.state = 'in')
               order by b.no desc limit ${most}`,
  )
}

type Left = Pick<BatchMember, 'state' | 'reason' | 'byName'>

/** A member leaves the batch; one that left before stays as it left. */
export async function saveLeft(
  db: Db,
  { id }: Pick<Batch, 'id'>,
  dossierId: string,
  { state, reason, byName }: Left,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`update results.batch_member set state = ${state}, reason = ${reason}, by_name = ${byName}, left_at = ${now}
        where batch_id = ${id} and dossier_id = ${dossierId} and state = 'in'`,
  )
}

/** A dossier that goes on by itself is in no batch any more. */
export async function leaveBatch(db: Db, dossierId: string, reason: string, now: Date): Promise<void> {
  await execute(
    db,
    sql`update results.batch_member set state = 'out', reason = ${reason}, left_at = ${now}
        where dossier_id = ${dossierId} and state = 'in'`,
  )
}

/** The batch a dossier goes with now. */
export async function liveBatchNo(db: Db, dossierId: string): Promise<number | undefined> {
  const found = await maybeRow(
    db,
    sql<{ no: number }>`select b.no from results.batch_member m join results.batch b on b.id = m.batch_id
                        where m.dossier_id = ${dossierId} and m.state = 'in'`,
  )
  return found?.no
}

/** Which of these dossiers go with a batch now. */
export async function idsInBatches(db: Db, dossierIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ dossierId: string }>`select dossier_id from results.batch_member
                               where dossier_id = any(${[...dossierIds]}::uuid[]) and state = 'in'`,
  )
  return new Set(found.map(({ dossierId }) => dossierId))
}

/** Why nobody approves, signs, seals or gives back the result of this dossier alone: it goes with others. */
export async function whyNotAlone(db: Db, dossierId: string): Promise<Reason | undefined> {
  const no = await liveBatchNo(db, dossierId)
  return no === undefined ? undefined : { code: 'results.in-batch', facts: { no } }
}
