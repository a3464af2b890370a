import { rows, sql, type Db } from '../../platform/db.ts'
import file from '../../../data/digitisation/kinds.json' with { type: 'json' }
import { learningIn, type Learned } from '../learning/store.ts'
import type { MeasuredKinds } from './measure-kinds.ts'
import type { KindModel } from './word-counts.ts'

export const SHIPPED_KINDS: KindModel = file

export type StoredKinds = Learned<KindModel, MeasuredKinds>
export const kindWeights = learningIn<KindModel, MeasuredKinds>(sql`digitisation.kind_weights`)

export async function kindsInForce(db: Db): Promise<KindModel> {
  return (await kindWeights.inForce(db)) ?? SHIPPED_KINDS
}

/** The newest of a kind teach; many more would only outweigh what is known of the others. */
const MOST_OF_A_KIND = 200

export type ConfirmedPaper = { id: string; typeCode: string | null }

/**
 * Checked papers whose kind a person settled: named it, or found its values right under that name. One of a kind from each dossier or
 * scan, so that nobody's papers count twice.
 */
export function confirmedPapers(db: Db): Promise<ConfirmedPaper[]> {
  return rows(
    db,
    sql<ConfirmedPaper>`
      with settled as (
        select distinct on (p.type_code, coalesce(p.dossier_id, p.scan_id)) p.id, p.type_code, p.created_at
        from digitisation.paper p
        where p.state in ('checked', 'kept') and (
          exists (select from digitisation.judgement j where j.paper_id = p.id and j.kind = 'type')
          or p.type_code is not null and exists (
            select from digitisation.value v
            where v.paper_id = p.id and v.source <> 'none' and v.settled ->> 'verdict' in ('accepted', 'corrected')))
        order by p.type_code, coalesce(p.dossier_id, p.scan_id), p.created_at desc, p.id),
      ranked as (
        select *, row_number() over (partition by type_code order by created_at desc, id) as rank from settled)
      select id, type_code from ranked where rank <= ${MOST_OF_A_KIND} order by type_code, id`,
  )
}
