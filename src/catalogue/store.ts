import type { LegalDate } from '../platform/dates.ts'
import { maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { QualityFinding, Severity } from './cleaning/finding.ts'
import {
  amountsOf,
  termsOf,
  type ProcedureContent,
  type ProcedureFee,
  type ProcedureSummary,
  type ProcedureVersion,
} from './procedure.ts'

/** A version as JSON holds it: money is a number there. */
type StoredContent = Omit<ProcedureContent, 'fees'> & {
  fees: (Omit<ProcedureFee, 'amountDong'> & { amountDong: number | null })[]
}
type VersionRow = {
  id: string
  version: number
  validFrom: LegalDate
  validTo: LegalDate | null
  content: StoredContent
}

const VERSION = sql.raw('v.id, v.version, v.valid_from, v.valid_to, v.content')
export const inForce = (on: LegalDate) => sql`v.valid_from <= ${on} and (v.valid_to is null or v.valid_to >= ${on})`

/** Content as it goes into `jsonb`. */
export function storedContent(content: ProcedureContent): StoredContent {
  const fees = content.fees.map((fee) => ({
    ...fee,
    amountDong: fee.amountDong === null ? null : Number(fee.amountDong),
  }))
  return { ...content, fees }
}

function toVersion({ content, ...row }: VersionRow): ProcedureVersion {
  const fees = content.fees.map((fee) => ({
    ...fee,
    amountDong: fee.amountDong === null ? null : BigInt(fee.amountDong),
  }))
  return { ...content, ...row, fees }
}

/** The version of a procedure in force on a day. */
export async function procedureInForce(db: Db, code: string, on: LegalDate): Promise<ProcedureVersion | undefined> {
  const row = await maybeRow(
    db,
    sql<VersionRow>`
      select ${VERSION} from catalogue.procedure_version v
      where v.code = ${code} and ${inForce(on)} order by v.valid_from desc, v.version desc limit 1`,
  )
  return row && toVersion(row)
}

/** Only which version it is, for those who keep what they made of it. */
export async function versionIdInForce(db: Db, code: string, on: LegalDate): Promise<string | undefined> {
  const row = await maybeRow(
    db,
    sql<{ id: string }>`
      select id from catalogue.procedure_version v
      where v.code = ${code} and ${inForce(on)} order by v.valid_from desc, v.version desc limit 1`,
  )
  return row?.id
}

export async function procedureVersionById(db: Db, id: string): Promise<ProcedureVersion | undefined> {
  const row = await maybeRow(
    db,
    sql<VersionRow>`select ${VERSION} from catalogue.procedure_version v where v.id = ${id}`,
  )
  return row && toVersion(row)
}

/** Several versions at once, for lists; in no order. */
export async function procedureVersionsByIds(db: Db, ids: readonly string[]): Promise<ProcedureVersion[]> {
  const found = await rows(
    db,
    sql<VersionRow>`select ${VERSION} from catalogue.procedure_version v where v.id = any(${[...ids]})`,
  )
  return found.map(toVersion)
}

type SummaryRow = Omit<ProcedureSummary, 'terms' | 'channels' | 'amountsDong' | 'sectors'> & {
  summary: Pick<ProcedureSummary, 'terms' | 'channels' | 'sectors'> & { amountsDong: (number | null)[] }
}

/** What lists show of a version, as it goes into `jsonb`. */
export function storedSummary({ cases, fees, methods, sectors: all }: ProcedureContent): SummaryRow['summary'] {
  return {
    sectors: all,
    terms: termsOf(cases),
    channels: [...new Set(methods.map(({ channel }) => channel))],
    amountsDong: amountsOf(fees).map((amount) => (amount === null ? null : Number(amount))),
  }
}

/** Versions as lists show them; in no order. */
export async function summariesByIds(db: Db, ids: readonly string[]): Promise<ProcedureSummary[]> {
  const found = await rows(
    db,
    sql<SummaryRow>`
      select v.id, v.code, v.version, v.name, v.levels, v.department, v.life_event, v.subjects, v.full_online, v.summary
      from catalogue.procedure_version v where v.id = any(${[...ids]})`,
  )
  return found.map(({ summary, ...row }) => ({
    ...row,
    ...summary,
    amountsDong: summary.amountsDong.map((amount) => (amount === null ? null : BigInt(amount))),
  }))
}

/** Every version of a procedure, the newest first. */
export async function versionsOf(db: Db, code: string): Promise<ProcedureVersion[]> {
  const found = await rows(
    db,
    sql<VersionRow>`select ${VERSION} from catalogue.procedure_version v where v.code = ${code} order by v.version desc`,
  )
  return found.map(toVersion)
}

/** The version that was in force before this one; one that was replaced before its first day never was. */
export async function versionBefore(
  db: Db,
  { code, version }: Pick<ProcedureVersion, 'code' | 'version'>,
): Promise<ProcedureVersion | undefined> {
  const row = await maybeRow(
    db,
    sql<VersionRow>`select ${VERSION} from catalogue.procedure_version v
      where v.code = ${code} and v.version < ${version} and v.valid_to >= v.valid_from order by v.version desc limit 1`,
  )
  return row && toVersion(row)
}

export type VersionDays = { version: number; name: string; validFrom: LegalDate; validTo: LegalDate | null }

/** The versions a procedure had and has, the newest first, without what they say. */
export function versionDays(db: Db, code: string): Promise<VersionDays[]> {
  return rows(
    db,
    sql<VersionDays>`
      select version, name, valid_from, valid_to from catalogue.procedure_version where code = ${code} order by version desc`,
  )
}

/** Lĩnh vực, by name. */
/** Every procedure that belongs to one of these fields, in whatever version. */
export async function procedureCodesIn(db: Db, sectorCodes: readonly string[]): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ code: string }>`
      select distinct code from catalogue.procedure_version where sectors && ${[...sectorCodes]}::text[]`,
  )
  return found.map(({ code }) => code)
}

/** What these procedures are called now, or were last. */
export async function procedureNames(db: Db, codes: readonly string[]): Promise<Map<string, string>> {
  const found = await rows(
    db,
    sql<{ code: string; name: string }>`
      select distinct on (code) code, name from catalogue.procedure_version where code = any(${[...codes]}::text[])
      order by code, valid_from desc, version desc`,
  )
  return new Map(found.map(({ code, name }) => [code, name]))
}

/** The fields a procedure belongs to, in whatever version. */
export async function sectorCodesOf(db: Db, procedureCode: string): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ sector: string }>`
      select distinct unnest(sectors) as sector from catalogue.procedure_version where code = ${procedureCode}`,
  )
  return found.map(({ sector }) => sector)
}

export function sectors(db: Db): Promise<{ code: string; name: string }[]> {
  return rows(db, sql<{ code: string; name: string }>`select code, name from catalogue.sector order by name, code`)
}

export type ProcedureCounts = {
  total: number
  byLifeEvent: Record<string, number>
  byDepartment: Record<string, number>
  byLevel: Record<string, number>
  bySector: Record<string, number>
}

/** How many procedures are in force on a day, and how they spread. */
export async function procedureCounts(db: Db, on: LegalDate): Promise<ProcedureCounts> {
  const found = await rows(
    db,
    sql<{ kind: string; key: string; n: number }>`
      with current as (
        select life_event, department, levels, sectors from catalogue.procedure_version v where ${inForce(on)}
      )
      select 'total' as kind, '' as key, count(*)::int as n from current
      union all select 'lifeEvent', life_event, count(*)::int from current group by life_event
      union all select 'department', department, count(*)::int from current group by department
      union all select 'level', level, count(*)::int from current, unnest(levels) level group by level
      union all select 'sector', sector, count(*)::int from current, unnest(sectors) sector group by sector`,
  )
  const by = (kind: string) =>
    Object.fromEntries(found.filter((row) => row.kind === kind).map(({ key, n }) => [key, n]))
  return {
    total: found.find(({ kind }) => kind === 'total')?.n ?? 0,
    byLifeEvent: by('lifeEvent'),
    byDepartment: by('department'),
    byLevel: by('level'),
    bySector: by('sector'),
  }
}

const FINDING = sql.raw('f.code, f.severity, f.place as "where", f.source_text, f.decided_by')

/** Every doubt about the version of a procedure in force on a day. */
export function qualityOf(db: Db, code: string, on: LegalDate): Promise<QualityFinding[]> {
  return rows(
    db,
    sql<QualityFinding>`
      select ${FINDING} from catalogue.procedure_version v join catalogue.quality_finding f on f.version_id = v.id
      where v.code = ${code} and ${inForce(on)} order by f.finding_no`,
  )
}

export type QualityFilter = { code?: string; severity?: Severity; decidedBy?: string; on: LegalDate }
export type QualityEntry = { procedureCode: string; name: string; department: string; findings: QualityFinding[] }
export type QualityPage = { entries: QualityEntry[]; /** Pass as `after` for the next page. */ next: string | null }

/** Procedures with something to settle, by code; `after` is the last procedure code of the page before. */
export async function qualityList(db: Db, filter: QualityFilter, after = '', limit = 50): Promise<QualityPage> {
  const wanted = sql`
    (${filter.code ?? null}::text is null or f.code = ${filter.code ?? null})
    and (${filter.severity ?? null}::text is null or f.severity = ${filter.severity ?? null})
    and (${filter.decidedBy ?? null}::text is null or f.decided_by = ${filter.decidedBy ?? null})`
  const page = await rows(
    db,
    sql<{ id: string; code: string; name: string; department: string }>`
      select v.id, v.code, v.name, v.department from catalogue.procedure_version v
      where ${inForce(filter.on)} and v.code > ${after}
        and exists (select from catalogue.quality_finding f where f.version_id = v.id and ${wanted})
      order by v.code limit ${limit + 1}`,
  )
  const shown = page.slice(0, limit)
  const findings = await rows(
    db,
    sql<QualityFinding & { versionId: string }>`
      select f.version_id, ${FINDING} from catalogue.quality_finding f
      where f.version_id = any(${shown.map(({ id }) => id)}) and ${wanted} order by f.version_id, f.finding_no`,
  )
  const byVersion = Map.groupBy(findings, ({ versionId }) => versionId)
  return {
    entries: shown.map(({ id, code, name, department }) => ({
      procedureCode: code,
      name,
      department,
      findings: (byVersion.get(id) ?? []).map(({ versionId: _versionId, ...finding }) => finding),
    })),
    next: page.length > limit ? (shown.at(-1)?.code ?? null) : null,
  }
}

export type QualityCount = { code: string; severity: Severity; decidedBy: string; findings: number; procedures: number }

/** How many doubts of each kind each unit must settle. */
export function qualityCounts(db: Db, on: LegalDate): Promise<QualityCount[]> {
  return rows(
    db,
    sql<QualityCount>`
      select f.code, f.severity, f.decided_by, count(*)::int as findings, count(distinct f.version_id)::int as procedures
      from catalogue.procedure_version v join catalogue.quality_finding f on f.version_id = v.id
      where ${inForce(on)} group by f.code, f.severity, f.decided_by order by f.code, f.decided_by`,
  )
}
