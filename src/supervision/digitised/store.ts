import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { DossierFacts, ListedPaper } from './facts.ts'

export const FACT_COLUMNS = `dossier_id, code, procedure_code, unit_id, level, received_on, finished_on, from_list, due_papers, file_papers,
  signed_papers, data_papers, is_digitised, reused_papers, reused_vault, reused_register, reused_national, result_depth,
  is_result_digitised`
const PAPER_COLUMNS = `dossier_id, component_code, procedure_code, unit_id, level, received_on, origin, depth, is_digitised`

const columnsOf = (list: string) => list.split(/,\s*/)
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const asRows = (all: readonly object[]) =>
  JSON.stringify(all.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [snake(name), value]))))

/** A dossier that stood otherwise before, or is new, and the first days of the months that change with it. */
export type Changed = { dossierId: string; months: LegalDate[] }

const monthsOf = (...names: string[]) => {
  const days = names.flatMap((name) => [`${name}.received_on`, `${name}.finished_on`]).join(', ')
  return sql.raw(
    `array(select distinct date_trunc('month', day)::date::text from unnest(array[${days}]) day where day is not null)`,
  )
}

export function saveFacts(db: Db, facts: readonly DossierFacts[]): Promise<Changed[]> {
  const others = columnsOf(FACT_COLUMNS).slice(1)
  const list = (of: (name: string) => string) => sql.raw(others.map(of).join(', '))
  return rows(
    db,
    sql<Changed>`
        with told as (select * from jsonb_populate_recordset(null::supervision.digitised_dossier, ${asRows(facts)}::jsonb)),
        before as (select d.* from supervision.digitised_dossier d join told using (dossier_id)),
        saved as (
          insert into supervision.digitised_dossier as d (${sql.raw(FACT_COLUMNS)}) select ${sql.raw(FACT_COLUMNS)} from told
          on conflict (dossier_id) do update set ${list((name) => `${name} = excluded.${name}`)}
          where (${list((name) => `d.${name}`)}) is distinct from (${list((name) => `excluded.${name}`)})
          returning d.*)
        select saved.dossier_id, ${monthsOf('saved', 'before')} as months from saved left join before using (dossier_id)`,
  )
}

export function deleteFacts(db: Db, dossierIds: readonly string[]): Promise<Changed[]> {
  return rows(
    db,
    sql<Changed>`delete from supervision.digitised_dossier d where dossier_id = any(${[...dossierIds]}::uuid[])
      returning d.dossier_id, ${monthsOf('d')} as months`,
  )
}

/** What became of the listed papers of these dossiers, in the place of what was stored; says where some stood otherwise. */
export async function savePapers(
  db: Db,
  dossierIds: readonly string[],
  papers: readonly ListedPaper[],
): Promise<string[]> {
  const others = columnsOf(PAPER_COLUMNS).slice(2)
  const list = (of: (name: string) => string) => sql.raw(others.map(of).join(', '))
  const changed = await rows(
    db,
    sql<{
      dossierId: string
    }>`with told as (select * from jsonb_populate_recordset(null::supervision.digitised_paper, ${asRows(papers)}::jsonb)),
      gone as (
        delete from supervision.digitised_paper p where dossier_id = any(${[...dossierIds]}::uuid[])
          and not exists (select from told t where t.dossier_id = p.dossier_id and t.component_code = p.component_code) returning p.dossier_id),
      saved as (
        insert into supervision.digitised_paper as p (${sql.raw(PAPER_COLUMNS)}) select ${sql.raw(PAPER_COLUMNS)} from told
        on conflict (dossier_id, component_code) do update set ${list((name) => `${name} = excluded.${name}`)}
        where (${list((name) => `p.${name}`)}) is distinct from (${list((name) => `excluded.${name}`)}) returning p.dossier_id)
      select dossier_id from gone union select dossier_id from saved`,
  )
  return changed.map(({ dossierId }) => dossierId)
}

export async function reckonedUntil(db: Db): Promise<number> {
  const row = await maybeRow(db, sql<{ sealNo: number }>`select seal_no from supervision.digitised_until`)
  return row?.sealNo ?? 0
}

export async function saveReckonedUntil(db: Db, sealNo: number): Promise<void> {
  await execute(
    db,
    sql`insert into supervision.digitised_until (seal_no) values (${sealNo})
        on conflict (one) do update set seal_no = excluded.seal_no`,
  )
}
