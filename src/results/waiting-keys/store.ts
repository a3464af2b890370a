import { rows, sql, type Db } from '../../platform/db.ts'
import type { Result } from '../result.ts'

/** Whose key papers wait for: a signatory's (`accountId`) or an agency's. */
export type KeyAwaited = { accountId: string | null; unitId: string | null }

export type PaperAwaiting = Pick<Result, 'title' | 'state'> & {
  holderName: string
  waitsSince: Date
  batchNo: number | null
  dossierIds: string[]
}

/** Results that wait for a key of a person, or of the agency; what goes with a batch waits as the batch's decision. */
const AWAITING = (within: string[] | null) => sql`
  from results.result r
  where (r.state = 'approved' and r.blank_kind is null and r.signatory_account_id is not null or r.state = 'signed')
    and (${within === null} or r.unit_id = any(${within ?? []}::uuid[]))
    and not exists (select from results.batch_member m where m.dossier_id = r.dossier_id and m.state = 'in')`

export function keysAwaited(db: Db, within: string[] | null): Promise<KeyAwaited[]> {
  return rows(
    db,
    sql<KeyAwaited>`
      select distinct case when r.state = 'approved' then r.signatory_account_id end as account_id,
        case when r.state = 'signed' then r.unit_id end as unit_id ${AWAITING(within)}`,
  )
}

/** Papers that wait for one key; many more than anybody reads are not read either. */
export function papersAwaiting(
  db: Db,
  { accountId, unitId }: KeyAwaited,
  within: string[] | null,
): Promise<PaperAwaiting[]> {
  return rows(
    db,
    sql<PaperAwaiting>`
      select r.title, r.state, b.no as batch_no,
        case when r.state = 'approved' then r.content->'signature'->>'fullName' else r.content->'agency'->>'name' end as holder_name,
        case when r.state = 'approved' then coalesce(r.approved_at, r.drafted_at) else
          (select max(f.made_at) from results.result_file f where f.dossier_id = r.dossier_id and f.result_no = r.no) end as waits_since,
        case when b.id is null then array[r.dossier_id] else
          array(select m.dossier_id from results.batch_member m where m.batch_id = b.id and m.state = 'in') end as dossier_ids
      from results.result r left join results.batch b on b.id = r.dossier_id
      where (r.dossier_id, r.no) in (select r.dossier_id, r.no ${AWAITING(within)}
          and (r.state = 'approved' and r.signatory_account_id = ${accountId}::uuid
            or r.state = 'signed' and r.unit_id = ${unitId}::uuid)
        limit 5000)`,
  )
}
