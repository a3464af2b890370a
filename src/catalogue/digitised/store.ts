import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import type { ProcedureVersion } from '../procedure.ts'
import { inForce } from '../store.ts'
import type { DigitisedList, GoodRow, ListDecision, ListInForce, TypedRow } from './digitised-list.ts'

export type ListDraft = { id: string; facts: ListDecision & SentFile; rows: TypedRow[]; sentAt: Date }
export type SentFile = { fileName: string; fileSha256: string }

/** A person's sheet takes the place of the one they sent before. */
export async function replaceDraft(db: Db, accountId: string, draft: ListDraft): Promise<void> {
  await execute(db, sql`delete from catalogue.digitised_draft where account_id = ${accountId}`)
  await execute(
    db,
    sql`insert into catalogue.digitised_draft (id, account_id, facts, rows, sent_at)
        values (${draft.id}, ${accountId}, ${JSON.stringify(draft.facts)}, ${JSON.stringify(draft.rows)}, ${draft.sentAt})`,
  )
}

export function draftOf(db: Db, accountId: string): Promise<ListDraft | undefined> {
  return maybeRow(
    db,
    sql<ListDraft>`select id, facts, rows, sent_at from catalogue.digitised_draft where account_id = ${accountId}`,
  )
}

export async function deleteDraft(db: Db, accountId: string): Promise<void> {
  await execute(db, sql`delete from catalogue.digitised_draft where account_id = ${accountId}`)
}

/** What checking rows needs of the procedures in force on a day. */
export function proceduresForLists(
  db: Db,
  codes: readonly string[],
  on: LegalDate,
): Promise<Pick<ProcedureVersion, 'code' | 'sectors' | 'components'>[]> {
  return rows(
    db,
    sql<Pick<ProcedureVersion, 'code' | 'sectors' | 'components'>>`
      select distinct on (v.code) v.code, v.content -> 'sectors' as sectors, v.content -> 'components' as components
      from catalogue.procedure_version v
      where v.code = any(${[...codes]}::text[]) and ${inForce(on)} order by v.code, v.valid_from desc, v.version desc`,
  )
}

/** Two who adopt at once take turns. */
export async function holdLists(db: Db): Promise<void> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtext('catalogue.digitised_list'))`)
}

export type NewList = ListDecision &
  SentFile & {
    id: string
    sectorCode: string
    leftOut: number
    adoptedAt: Date
    adoptedByAccountId: string
    adoptedByName: string
  }

export async function insertList(db: Db, list: NewList, components: readonly GoodRow[]): Promise<void> {
  await execute(
    db,
    sql`insert into catalogue.digitised_list (id, sector_code, valid_from, decision_number, decided_on, issuer, left_out, file_name,
          file_sha256, adopted_at, adopted_by_account_id, adopted_by_name)
        values (${list.id}, ${list.sectorCode}, ${list.validFrom}, ${list.number}, ${list.decidedOn}, ${list.issuer}, ${list.leftOut},
          ${list.fileName}, ${list.fileSha256}, ${list.adoptedAt}, ${list.adoptedByAccountId}, ${list.adoptedByName})`,
  )
  const listed = components.map(({ procedureCode, componentCode, name }) => ({ procedureCode, componentCode, name }))
  await execute(
    db,
    sql`insert into catalogue.digitised_component (list_id, procedure_code, component_code, name)
        select ${list.id}, c."procedureCode", c."componentCode", c.name
        from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as c("procedureCode" text, "componentCode" text, name text)`,
  )
}

/** Every version of every field, the latest first. */
export function allLists(db: Db): Promise<DigitisedList[]> {
  return rows(
    db,
    sql<DigitisedList>`
      select l.id, l.sector_code, l.valid_from, l.decision_number as number, l.decided_on, l.issuer, l.left_out, l.adopted_at,
        l.adopted_by_name, count(c.*)::int as components, count(distinct c.procedure_code)::int as procedures
      from catalogue.digitised_list l left join catalogue.digitised_component c on c.list_id = l.id
      group by l.id order by l.sector_code, l.valid_from desc`,
  )
}

export type ListedComponent = { procedureCode: string; componentCode: string; name: string }

/** By procedure and component; a paper that is in several of these lists stands there for each. */
export function componentsOfLists(
  db: Db,
  listIds: readonly string[],
): Promise<(ListedComponent & { listId: string })[]> {
  return rows(
    db,
    sql<ListedComponent & { listId: string }>`
      select list_id, procedure_code, component_code, name from catalogue.digitised_component
      where list_id = any(${[...listIds]}::uuid[]) order by procedure_code, component_code`,
  )
}

/** The lists in force on a day with the names of their fields. */
export function listsInForce(db: Db, on: LegalDate): Promise<ListInForce[]> {
  return rows(
    db,
    sql<ListInForce>`
      select distinct on (l.sector_code) l.id, l.sector_code, coalesce(s.name, l.sector_code) as name, l.decision_number as number, l.decided_on,
        l.valid_from
      from catalogue.digitised_list l left join catalogue.sector s on s.code = l.sector_code
      where l.valid_from <= ${on} order by l.sector_code, l.valid_from desc`,
  )
}

/** Codes of the papers of a procedure that must be digitised on a day. */
export async function dueComponents(db: Db, procedureCode: string, on: LegalDate): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ componentCode: string }>`select component_code from catalogue.digitised_due
      where procedure_code = ${procedureCode} and valid_from <= ${on} and (valid_until is null or valid_until >= ${on})`,
  )
  return new Set(found.map(({ componentCode }) => componentCode))
}

export type FieldCount = { sectorCode: string; name: string; procedures: number }

/** The fields of procedures in force on a day and how many each has. */
export function proceduresPerField(db: Db, on: LegalDate): Promise<FieldCount[]> {
  return rows(
    db,
    sql<FieldCount>`
      select s.code as sector_code, s.name, count(distinct v.code)::int as procedures
      from catalogue.procedure_version v cross join lateral unnest(v.sectors) as own(code) join catalogue.sector s on s.code = own.code
      where ${inForce(on)} group by s.code, s.name order by s.name, s.code`,
  )
}
