import { foldText } from '../platform/text.ts'
import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { LegalDate } from '../platform/dates.ts'
import { keyOf, type OrganisationSource, type UnitKey } from './source-unit.ts'
import type { Position, Succession, SuccessionKind, Unit, UnitKind } from './unit.ts'

const UNIT = sql.raw(
  'u.id, u.code, u.slug, u.name, u.short_name, u.kind, u.form, u.parent_id, u.commune_code, u.valid_from, u.valid_to',
)
const inForce = (on: LegalDate) => sql`u.valid_from <= ${on} and (u.valid_to is null or u.valid_to >= ${on})`

export function unitById(db: Db, id: string): Promise<Unit | undefined> {
  return maybeRow(db, sql<Unit>`select ${UNIT} from organisation.unit u where u.id = ${id}`)
}

export function unitsByIds(db: Db, ids: string[]): Promise<Unit[]> {
  return rows(db, sql<Unit>`select ${UNIT} from organisation.unit u where u.id = any(${ids})`)
}

/** The unit that has this code on this day. */
export function unitByCode(db: Db, code: string, on: LegalDate): Promise<Unit | undefined> {
  return maybeRow(db, sql<Unit>`select ${UNIT} from organisation.unit u where u.code = ${code} and ${inForce(on)}`)
}

/** Every unit that had this code, the latest first. */
export function unitsByCode(db: Db, code: string): Promise<Unit[]> {
  return rows(db, sql<Unit>`select ${UNIT} from organisation.unit u where u.code = ${code} order by u.valid_from desc`)
}

/** The version of a body (`so-cong-thuong`, `ubnd-bai-chay`) in force on a day. */
export function unitBySlug(db: Db, slug: string, on: LegalDate): Promise<Unit | undefined> {
  return maybeRow(db, sql<Unit>`select ${UNIT} from organisation.unit u where u.slug = ${slug} and ${inForce(on)}`)
}

export type UnitFilter = { kind?: UnitKind; parentId?: string }

export function unitsInForce(db: Db, on: LegalDate, { kind, parentId }: UnitFilter = {}): Promise<Unit[]> {
  return rows(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.unit u
      where ${inForce(on)} and (${kind ?? null}::text is null or u.kind = ${kind ?? null})
        and (${parentId ?? null}::uuid is null or u.parent_id = ${parentId ?? null})
      order by u.folded_name, u.code`,
  )
}

export function communes(db: Db, on: LegalDate): Promise<Unit[]> {
  return unitsInForce(db, on, { kind: 'commune' })
}

/** Everything below a unit, all versions, the unit itself left out. */
export function descendantsOf(db: Db, unitId: string): Promise<Unit[]> {
  return rows(
    db,
    sql<Unit>`
      with recursive below (id) as (
        select id from organisation.unit where parent_id = ${unitId}
        union
        select child.id from organisation.unit child join below on child.parent_id = below.id
      )
      select ${UNIT} from organisation.unit u where u.id in (select id from below) order by u.folded_name, u.code`,
  )
}

export function predecessorsOf(db: Db, unitId: string): Promise<Succession[]> {
  return successionRows(db, sql`s.successor_id = ${unitId}`, sql`s.unit_id`)
}

export function successorsOf(db: Db, unitId: string): Promise<Succession[]> {
  return successionRows(db, sql`s.unit_id = ${unitId}`, sql`s.successor_id`)
}

type Fragment = ReturnType<typeof sql>

async function successionRows(db: Db, where: Fragment, other: Fragment): Promise<Succession[]> {
  const found = await rows(
    db,
    sql<Unit & { edgeKind: SuccessionKind; note: string }>`
      select ${UNIT}, s.kind as edge_kind, s.note
      from organisation.unit_successor s join organisation.unit u on u.id = ${other}
      where ${where} order by u.folded_name, u.code`,
  )
  return found.map(({ edgeKind, note, ...unit }) => ({ unit, kind: edgeKind, note }))
}

/** The People's Committee of a commune. */
export function agencyOfCommune(db: Db, communeCode: string, on: LegalDate): Promise<Unit | undefined> {
  return maybeRow(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.unit u
      where u.kind = 'peoples-committee' and u.commune_code = ${communeCode} and ${inForce(on)}`,
  )
}

/** The one-stop centre that receives dossiers for an agency. */
export function centreServing(db: Db, agencyId: string, on: LegalDate): Promise<Unit | undefined> {
  return maybeRow(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.one_stop_service s join organisation.unit u on u.id = s.centre_id
      where s.agency_id = ${agencyId} and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
        and ${inForce(on)}`,
  )
}

/** The agencies a one-stop centre receives for. */
export function agenciesServedBy(db: Db, centreId: string, on: LegalDate): Promise<Unit[]> {
  return rows(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.one_stop_service s join organisation.unit u on u.id = s.agency_id
      where s.centre_id = ${centreId} and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to >= ${on})
        and ${inForce(on)}
      order by u.folded_name`,
  )
}

/** Units whose name contains the words, whatever their time; best match first. */
export function unitsNamed(db: Db, words: string, kind: UnitKind | null, limit: number): Promise<Unit[]> {
  const folded = foldText(words)
  return rows(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.unit u
      where u.folded_name like ${`%${folded.replace(/[\\%_]/g, '\\$&')}%`} and (${kind}::text is null or u.kind = ${kind})
      order by (u.valid_to is null) desc, similarity(u.folded_name, ${folded}) desc, u.code limit ${limit}`,
  )
}

/** Every unit with exactly this name but for case and diacritics, the latest first. */
export function unitsCalled(db: Db, name: string): Promise<Unit[]> {
  return rows(
    db,
    sql<Unit>`
      select ${UNIT} from organisation.unit u where u.folded_name = ${foldText(name)}
      order by u.valid_from desc, (u.kind = 'commune'), u.code`,
  )
}

export function positions(db: Db): Promise<Position[]> {
  return rows(db, sql<Position>`select code, unit_kind, form, title, role from organisation.position order by code`)
}

export type Province = { code: string; name: string; fullName: string }

export function provinces(db: Db, on: LegalDate): Promise<Province[]> {
  return rows(
    db,
    sql<Province>`
      select distinct on (code) code, name, full_name from organisation.province
      where valid_from <= ${on} order by code, valid_from desc`,
  )
}

export async function loadedSource(db: Db): Promise<string | undefined> {
  return (
    await maybeRow(
      db,
      sql<{ sha256: string }>`select sha256 from organisation.source_state where source = 'organisation'`,
    )
  )?.sha256
}

/** Writes the rows of the data files over what is there; ids stay with their (code, valid-from). */
export async function saveOrganisation(
  db: Db,
  source: OrganisationSource,
  newId: () => string,
  now: Date,
): Promise<void> {
  const units = source.units.map((unit) => ({ ...unit, id: newId(), foldedName: foldText(unit.name) }))
  await execute(
    db,
    sql`insert into organisation.unit
          (id, code, valid_from, valid_to, kind, form, slug, name, short_name, folded_name, commune_code, status)
        select id, code, "validFrom", "validTo", kind, form, slug, name, "shortName", "foldedName", "communeCode", status
        from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r(id uuid, code text, "validFrom" date, "validTo" date,
          kind text, form text, slug text, name text, "shortName" text, "foldedName" text, "communeCode" text, status text)
        on conflict (code, valid_from) do update set valid_to = excluded.valid_to, kind = excluded.kind, form = excluded.form,
          slug = excluded.slug, name = excluded.name, short_name = excluded.short_name, folded_name = excluded.folded_name,
          commune_code = excluded.commune_code, status = excluded.status`,
  )
  const ids = await unitIds(db)
  const id = (key: UnitKey): string => {
    const found = ids.get(key)
    if (!found) throw new Error(`no unit ${key}`)
    return found
  }
  const parents = source.units.flatMap((unit) =>
    unit.parent ? [{ id: id(keyOf(unit)), parentId: id(unit.parent) }] : [],
  )
  await execute(
    db,
    sql`update organisation.unit u set parent_id = r."parentId"
        from jsonb_to_recordset(${JSON.stringify(parents)}::jsonb) as r(id uuid, "parentId" uuid) where u.id = r.id`,
  )
  await saveEdges(db, source, id)
  await saveLists(db, source, now)
}

async function unitIds(db: Db): Promise<Map<UnitKey, string>> {
  const found = await rows(
    db,
    sql<{ id: string; code: string; validFrom: LegalDate }>`select id, code, valid_from from organisation.unit`,
  )
  return new Map(found.map((unit) => [keyOf(unit), unit.id]))
}

async function saveEdges(db: Db, source: OrganisationSource, id: (key: UnitKey) => string): Promise<void> {
  const successions = source.successions.map(({ from, to, kind, note }) => ({
    unitId: id(from),
    successorId: id(to),
    kind,
    note,
  }))
  await execute(db, sql`delete from organisation.unit_successor`)
  await execute(
    db,
    sql`insert into organisation.unit_successor (unit_id, successor_id, kind, note)
        select "unitId", "successorId", kind, note from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb)
          as r("unitId" uuid, "successorId" uuid, kind text, note text)`,
  )
  const services = source.services.map(({ centre, agency, validFrom }) => ({
    centreId: id(centre),
    agencyId: id(agency),
    validFrom,
  }))
  await execute(db, sql`delete from organisation.one_stop_service`)
  await execute(
    db,
    sql`insert into organisation.one_stop_service (centre_id, agency_id, valid_from)
        select "centreId", "agencyId", "validFrom" from jsonb_to_recordset(${JSON.stringify(services)}::jsonb)
          as r("centreId" uuid, "agencyId" uuid, "validFrom" date)`,
  )
}

async function saveLists(
  db: Db,
  { positions: titles, provinces: list, sha256 }: OrganisationSource,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into organisation.position (code, unit_kind, form, title, role)
        select code, "unitKind", form, title, role from jsonb_to_recordset(${JSON.stringify(titles)}::jsonb)
          as r(code text, "unitKind" text, form text, title text, role text)
        on conflict (code) do update set unit_kind = excluded.unit_kind, form = excluded.form, title = excluded.title, role = excluded.role`,
  )
  const folded = list.map((province) => ({ ...province, foldedName: foldText(province.name) }))
  await execute(
    db,
    sql`insert into organisation.province (code, valid_from, name, full_name, folded_name)
        select code, "validFrom", name, "fullName", "foldedName" from jsonb_to_recordset(${JSON.stringify(folded)}::jsonb)
          as r(code text, "validFrom" date, name text, "fullName" text, "foldedName" text)
        on conflict (code, valid_from) do update set name = excluded.name, full_name = excluded.full_name, folded_name = excluded.folded_name`,
  )
  await execute(
    db,
    sql`insert into organisation.source_state (source, sha256, loaded_at) values ('organisation', ${sha256}, ${now})
        on conflict (source) do update set sha256 = excluded.sha256, loaded_at = excluded.loaded_at`,
  )
}
