import type { LegalDate } from '../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { QualityFinding } from './cleaning/finding.ts'
import type { ImportReport } from './import-difference.ts'
import type { ProcedureContent } from './procedure.ts'
import type { CodeName } from './read-source.ts'
import { searchTextOf } from './search/search-text.ts'
import { storedSummary } from './store.ts'

export type KnownVersion = { id: string; code: string; version: number; isOpen: boolean; fingerprint: string }

export type NewVersion = {
  id: string
  version: number
  validFrom: LegalDate
  fingerprint: string
  content: ProcedureContent
  /** The content as it is stored. */
  contentJson: string
  findings: QualityFinding[]
}

/** Procedures sent in one statement: a few megabytes of JSON. */
const BATCH = 200

/** The last version of every procedure ever known; `isOpen`: not ended. */
export function lastVersions(db: Db): Promise<KnownVersion[]> {
  return rows(
    db,
    sql<KnownVersion>`
      select distinct on (code) id, code, version, valid_to is null as is_open, fingerprint
      from catalogue.procedure_version order by code, version desc`,
  )
}

/** Closes versions with the day before the new ones begin. */
export function endVersions(db: Db, ids: readonly string[], lastDay: LegalDate): Promise<number> {
  return execute(
    db,
    sql`update catalogue.procedure_version set valid_to = ${lastDay} where id = any(${[...ids]}) and valid_to is null`,
  )
}

/** Writes versions batch by batch; while the database takes one, the next is put into words. */
export async function insertVersions(db: Db, versions: readonly NewVersion[]): Promise<void> {
  let sending: Promise<unknown> = Promise.resolve()
  for (let start = 0; start < versions.length; start += BATCH) {
    const batch = batchOf(versions.slice(start, start + BATCH))
    await sending
    sending = insertBatch(db, batch)
    // Awaited above or below; without this a failure meanwhile would count as nobody's.
    sending.catch(() => {})
  }
  await sending
}

/** The rows of a batch as JSON arrays. */
type Batch = { codes: string[]; versions: string; search: string; findings: string }

function batchOf(versions: readonly NewVersion[]): Batch {
  return {
    codes: [...new Set(versions.map(({ content }) => content.code))],
    versions: `[${versions.map(versionRow).join(',')}]`,
    search: JSON.stringify(versions.map(({ id, content }) => ({ id, ...searchTextOf(content) }))),
    findings: JSON.stringify(
      versions.flatMap(({ id, findings }) =>
        findings.map((finding, index) => ({ version_id: id, finding_no: index + 1, place: finding.where, ...finding })),
      ),
    ),
  }
}

function versionRow({ id, version, validFrom, fingerprint, content, contentJson }: NewVersion): string {
  const row = {
    id,
    code: content.code,
    version,
    valid_from: validFrom,
    name: content.name,
    levels: content.levels,
    sectors: content.sectors.map(({ code }) => code),
    department: content.department,
    life_event: content.lifeEvent,
    subjects: content.subjects,
    full_online: content.fullOnline,
    summary: storedSummary(content),
    fingerprint,
  }
  return `${JSON.stringify(row).slice(0, -1)},"content":${contentJson}}`
}

async function insertBatch(db: Db, { codes, versions, search, findings }: Batch): Promise<void> {
  await execute(db, sql`insert into catalogue.procedure select unnest(${codes}::text[]) on conflict do nothing`)
  await execute(
    db,
    sql`
      insert into catalogue.procedure_version (id, code, version, valid_from, name, levels, sectors, department, life_event,
        subjects, full_online, summary, content, fingerprint)
      select * from jsonb_to_recordset(${versions}::jsonb) as r(id uuid, code text, version int,
        valid_from date, name text, levels text[], sectors text[], department text, life_event text, subjects text[],
        full_online boolean, summary jsonb, content jsonb, fingerprint text)`,
  )
  await execute(
    db,
    sql`
      insert into catalogue.procedure_search (version_id, name_key, accented_name, words)
      select r.id, r."nameKey", r."accentedName",
        setweight(to_tsvector('simple', r."accentedName"), 'A') || setweight(to_tsvector('simple', r."nameKey"), 'B')
        || setweight(to_tsvector('simple', r.related), 'C') || setweight(to_tsvector('simple', r.papers), 'D')
      from jsonb_to_recordset(${search}::jsonb)
        as r(id uuid, "nameKey" text, "accentedName" text, related text, papers text)`,
  )
  await execute(
    db,
    sql`
      insert into catalogue.quality_finding (version_id, finding_no, code, severity, place, source_text, decided_by)
      select version_id, finding_no, code, severity, place, "sourceText", "decidedBy"
      from jsonb_to_recordset(${findings}::jsonb) as r(version_id uuid, finding_no int, code text,
        severity text, place text, "sourceText" text, "decidedBy" text)`,
  )
}

/** Code lists follow the source: names of known codes are brought up to date, none is taken away. */
export async function saveCodeList(
  db: Db,
  list: 'sector' | 'result_type' | 'legal_document',
  entries: readonly CodeName[],
): Promise<void> {
  const table = sql.table(`catalogue.${list}`)
  const unique = [...new Map(entries.map((entry) => [entry.code, entry])).values()]
  await execute(
    db,
    sql`
      insert into ${table} as known (code, name)
      select code, name from jsonb_to_recordset(${JSON.stringify(unique)}::jsonb) as r(code text, name text)
      on conflict (code) do update set name = excluded.name where known.name <> excluded.name`,
  )
}

export function contentsById(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; content: Record<string, unknown> }[]> {
  return rows(
    db,
    sql<{ id: string; content: Record<string, unknown> }>`
      select id, content from catalogue.procedure_version where id = any(${[...ids]})`,
  )
}

export type LastRun = { sourceSha256: string; rulesVersion: number }

export function lastRun(db: Db): Promise<LastRun | undefined> {
  return maybeRow(
    db,
    sql<LastRun>`select source_sha256, rules_version from catalogue.import_run order by at desc, id desc limit 1`,
  )
}

export function saveRun(db: Db, id: string, at: Date, report: ImportReport): Promise<number> {
  return execute(
    db,
    sql`
      insert into catalogue.import_run (id, at, source_sha256, rules_version, read_count, added_count, changed_count,
        ended_count, unchanged_count, finding_count, difference)
      values (${id}, ${at}, ${report.sourceSha256}, ${report.rulesVersion}, ${report.read}, ${report.added},
        ${report.changed}, ${report.ended}, ${report.unchanged}, ${report.findings}, ${JSON.stringify(report.difference)}::jsonb)`,
  )
}
