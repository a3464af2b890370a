import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import { Refusal } from '../platform/refusal.ts'
import type { DeliveryRefused, Result, ResultDelivered, ResultFile } from './result.ts'

const RESULT = sql.raw(
  `dossier_id, no, kind, template, title, content, state, version, unit_id, signatory_account_id, authority_id, verification_code, attention, blank_kind,
   drafted_by_account_id, drafted_by_name, drafted_at, approved_sha256, approved_by_account_id, approved_by_name, approved_at,
   returned_by_name, returned_at, return_reason`,
)

/** The dossier's present result: while a mistake is put right the one being drafted, before that the one issued. */
export function resultOf(db: Db, dossierId: string): Promise<Result | undefined> {
  return maybeRow(
    db,
    sql<Result>`select ${RESULT} from results.result where dossier_id = ${dossierId} and state <> 'replaced' order by no desc limit 1`,
  )
}

/** The result in force: the newest issued and not replaced. */
export function issuedResultOf(db: Db, dossierId: string): Promise<Result | undefined> {
  return maybeRow(
    db,
    sql<Result>`select ${RESULT} from results.result where dossier_id = ${dossierId} and state in ('sealed', 'delivered')
                order by no desc limit 1`,
  )
}

export function resultByNo(db: Db, dossierId: string, no: number): Promise<Result | undefined> {
  return maybeRow(db, sql<Result>`select ${RESULT} from results.result where dossier_id = ${dossierId} and no = ${no}`)
}

/** The same, held until the transaction ends. */
export function resultForUpdate(db: Db, dossierId: string): Promise<Result | undefined> {
  return maybeRow(
    db,
    sql<Result>`select ${RESULT} from results.result where dossier_id = ${dossierId} and state <> 'replaced'
                order by no desc limit 1 for update`,
  )
}

/** The present result of each dossier. */
export function resultsOf(db: Db, dossierIds: readonly string[]): Promise<Result[]> {
  return rows(
    db,
    sql<Result>`select distinct on (dossier_id) ${RESULT} from results.result
                where dossier_id = any(${[...dossierIds]}::uuid[]) and state <> 'replaced' order by dossier_id, no desc`,
  )
}

/** Every result of a dossier, the first issued first. */
export function allResultsOf(db: Db, dossierId: string): Promise<Result[]> {
  return rows(db, sql<Result>`select ${RESULT} from results.result where dossier_id = ${dossierId} order by no`)
}

/** Writes a new result, or the next version of one that was returned. */
export async function saveDraft(db: Db, result: Result): Promise<void> {
  await execute(
    db,
    sql`insert into results.result (dossier_id, no, kind, template, title, content, state, version, unit_id, signatory_account_id, authority_id,
          verification_code, attention, blank_kind, drafted_by_account_id, drafted_by_name, drafted_at)
        values (${result.dossierId}, ${result.no}, ${result.kind}, ${result.template}, ${result.title},
          ${JSON.stringify(result.content)}::jsonb, 'draft', ${result.version}, ${result.unitId}, ${result.signatoryAccountId}, ${result.authorityId},
          ${result.verificationCode}, ${result.attention}, ${result.blankKind}, ${result.draftedByAccountId}, ${result.draftedByName}, ${result.draftedAt})
        on conflict (dossier_id, no) do update set kind = excluded.kind, template = excluded.template, title = excluded.title,
          content = excluded.content, state = 'draft', version = excluded.version, unit_id = excluded.unit_id,
          signatory_account_id = excluded.signatory_account_id, authority_id = excluded.authority_id, attention = excluded.attention, blank_kind = excluded.blank_kind, drafted_by_account_id = excluded.drafted_by_account_id,
          drafted_by_name = excluded.drafted_by_name, drafted_at = excluded.drafted_at, approved_sha256 = null,
          approved_by_account_id = null, approved_by_name = null, approved_at = null, returned_by_name = null,
          returned_at = null, return_reason = null`,
  )
}

/** Changes the state and what goes with it, if the result is still as it was read. */
export async function saveResult(db: Db, result: Result, before: Pick<Result, 'state'>): Promise<void> {
  const saved = await execute(
    db,
    sql`update results.result set state = ${result.state}, approved_sha256 = ${result.approvedSha256},
          approved_by_account_id = ${result.approvedByAccountId}, approved_by_name = ${result.approvedByName},
          approved_at = ${result.approvedAt}, returned_by_name = ${result.returnedByName}, returned_at = ${result.returnedAt},
          return_reason = ${result.returnReason}
        where dossier_id = ${result.dossierId} and no = ${result.no} and version = ${result.version} and state = ${before.state}`,
  )
  if (saved === 0) throw new Refusal('platform.conflict')
}

/** A version cannot be written twice at a stage. */
export async function insertFile(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
  file: Omit<ResultFile, 'voidedAt' | 'voidedByName' | 'voidReason'>,
): Promise<void> {
  await execute(
    db,
    sql`insert into results.result_file (dossier_id, result_no, version, stage, file_id, sha256, pages, signatures, made_at)
        values (${dossierId}, ${no}, ${file.version}, ${file.stage}, ${file.fileId}, ${file.sha256}, ${file.pages},
          ${file.signatures}, ${file.madeAt})`,
  )
}

/** Of what was issued the newest version: with every archive time stamp. */
export function filesOf(db: Db, { dossierId, no }: Pick<Result, 'dossierId' | 'no'>): Promise<ResultFile[]> {
  return rows(
    db,
    sql<ResultFile>`
      select f.version, f.stage, coalesce(i.file_id, f.file_id) as file_id, coalesce(i.sha256, f.sha256) as sha256, f.pages,
        coalesce(i.signatures, f.signatures) as signatures, f.made_at, f.voided_at, f.voided_by_name, f.void_reason
      from results.result_file f left join results.issued_now i on i.first_sha256 = f.sha256 and f.stage = 'sealed'
      where f.dossier_id = ${dossierId} and f.result_no = ${no} order by f.version, f.made_at, f.signatures`,
  )
}

export async function insertDelivery(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
  delivery: ResultDelivered,
): Promise<void> {
  await execute(
    db,
    sql`insert into results.delivery (dossier_id, result_no, how, receiver_name, receiver_relation, postal_code, note,
          by_account_id, by_name, at)
        values (${dossierId}, ${no}, ${delivery.how}, ${delivery.receiverName}, ${delivery.receiverRelation},
          ${delivery.postalCode}, ${delivery.note}, ${delivery.byAccountId}, ${delivery.byName}, ${delivery.at})`,
  )
}

export function deliveryOf(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
): Promise<ResultDelivered | undefined> {
  return maybeRow(
    db,
    sql<ResultDelivered>`select how, receiver_name, receiver_relation, postal_code, note, by_account_id, by_name, at
                         from results.delivery where dossier_id = ${dossierId} and result_no = ${no}`,
  )
}

/** The signature in this file counts no more. */
export async function voidFile(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
  {
    fileId,
    voidedAt,
    voidedByName,
    voidReason,
  }: Pick<ResultFile, 'fileId' | 'voidedAt' | 'voidedByName' | 'voidReason'>,
): Promise<void> {
  await execute(
    db,
    sql`update results.result_file set voided_at = ${voidedAt}, voided_by_name = ${voidedByName}, void_reason = ${voidReason}
        where dossier_id = ${dossierId} and result_no = ${no} and file_id = ${fileId} and stage = 'signed' and voided_at is null`,
  )
}

export async function insertDeliveryRefusal(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
  refused: DeliveryRefused,
): Promise<void> {
  await execute(
    db,
    sql`insert into results.delivery_refusal (dossier_id, result_no, refused_by_name, reason, by_account_id, by_name, at)
        values (${dossierId}, ${no}, ${refused.refusedByName}, ${refused.reason}, ${refused.byAccountId}, ${refused.byName},
          ${refused.at})`,
  )
}

export function deliveryRefusalOf(
  db: Db,
  { dossierId, no }: Pick<Result, 'dossierId' | 'no'>,
): Promise<DeliveryRefused | undefined> {
  return maybeRow(
    db,
    sql<DeliveryRefused>`select refused_by_name, reason, by_account_id, by_name, at from results.delivery_refusal
                         where dossier_id = ${dossierId} and result_no = ${no}`,
  )
}
