import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { HalfAnswer } from './half-answer.ts'
import type { SupplementRequest } from './supplement.ts'

export type NewRequest = Omit<SupplementRequest, 'answeredAt' | 'answerNote' | 'taken'> & { dossierId: string }

export async function insertSupplementRequest(db: Db, { dossierId, items, ...request }: NewRequest): Promise<void> {
  await execute(
    db,
    sql`
      with asked as (
        insert into dossiers.supplement_request
          (dossier_id, no, stage, requested_at, by_account_id, by_name, reply_by, legal_basis, why_again)
        values (${dossierId}, ${request.no}, ${request.stage}, ${request.requestedAt}, ${request.byAccountId}, ${request.byName},
          ${request.replyBy}, ${request.legalBasis}, ${request.whyAgain})
        returning dossier_id, no
      )
      insert into dossiers.supplement_item (dossier_id, request_no, no, component_code, what, reason, how)
      select asked.dossier_id, asked.no, i.no, i."componentCode", i.what, i.reason, i.how
      from asked, jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as i(no int, "componentCode" text, what text, reason text, how text)`,
  )
}

export function supplementRequestsOf(db: Db, dossierId: string): Promise<SupplementRequest[]> {
  return rows(
    db,
    sql<SupplementRequest>`
      select r.no, r.stage, r.requested_at, r.by_account_id, r.by_name, r.reply_by, r.legal_basis, r.why_again, r.answered_at,
        r.answer_note, (
          select jsonb_agg(jsonb_build_object('no', i.no, 'componentCode', i.component_code, 'what', i.what, 'reason', i.reason,
            'how', i.how) order by i.no)
          from dossiers.supplement_item i where i.dossier_id = r.dossier_id and i.request_no = r.no) as items, (
          select jsonb_build_object('channel', t.channel, 'unitId', t.unit_id, 'byName', t.by_name, 'broughtBy', t.brought_by,
            'items', (select coalesce(jsonb_agg(jsonb_build_object('no', i.item_no, 'form', i.form, 'reason', i.reason)
              order by i.item_no), '[]') from dossiers.supplement_taken_item i
              where i.dossier_id = t.dossier_id and i.request_no = t.request_no))
          from dossiers.supplement_taken t where t.dossier_id = r.dossier_id and t.request_no = r.no) as taken
      from dossiers.supplement_request r where r.dossier_id = ${dossierId} order by r.no`,
  )
}

export async function answerSupplementRequest(
  db: Db,
  dossierId: string,
  no: number,
  note: string | null,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`update dossiers.supplement_request set answered_at = ${now}, answer_note = ${note}
        where dossier_id = ${dossierId} and no = ${no}`,
  )
}

type HalfAnswerKey = { dossierId: string; requestNo: number; accountId: string }

/** Held until the transaction ends: two devices keep one after the other. */
export async function lockRequest(db: Db, { dossierId, requestNo }: HalfAnswerKey): Promise<void> {
  await execute(
    db,
    sql`select no from dossiers.supplement_request where dossier_id = ${dossierId} and no = ${requestNo} for update`,
  )
}

export async function halfAnswerOf(
  db: Db,
  { dossierId, requestNo, accountId }: HalfAnswerKey,
): Promise<HalfAnswer | undefined> {
  const kept = await maybeRow(
    db,
    sql<{ answers: HalfAnswer }>`select answers from dossiers.half_answer
      where dossier_id = ${dossierId} and request_no = ${requestNo} and account_id = ${accountId}`,
  )
  return kept?.answers
}

export async function saveHalfAnswer(
  db: Db,
  { dossierId, requestNo, accountId }: HalfAnswerKey,
  answers: HalfAnswer,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.half_answer (dossier_id, request_no, account_id, answers, saved_at)
      values (${dossierId}, ${requestNo}, ${accountId}, ${JSON.stringify(answers)}::jsonb, ${now})
      on conflict on constraint half_answer_pk do update set answers = excluded.answers, saved_at = excluded.saved_at`,
  )
}

/** The dossier was answered: whatever anybody had half made goes. */
export async function forgetHalfAnswers(db: Db, dossierId: string): Promise<void> {
  await execute(db, sql`delete from dossiers.half_answer where dossier_id = ${dossierId}`)
}
