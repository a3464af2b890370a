import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Blank, BlankBatch, BlankState, BlankStock } from './blank.ts'

const BLANK = sql.raw(
  `kind, serial, unit_id, batch_id, state, dossier_id, dossier_code, result_no, used_at, used_by_name, cause, reason, spoiled_at,
   spoiled_by_name, minutes_number, minutes_on, destroyed_at, destroyed_by_name`,
)

/** Answers the serial numbers that are in a register already; then nothing was written. */
export async function insertBatch(
  db: Db,
  batch: BlankBatch & { receivedByAccountId: string },
  serials: readonly string[],
): Promise<string[]> {
  await execute(
    db,
    sql`insert into results.blank_batch (id, kind, unit_id, first_serial, last_serial, count, note_number, note_on, delivered_by, received_at,
          received_by_account_id, received_by_name)
        values (${batch.id}, ${batch.kind}, ${batch.unitId}, ${batch.firstSerial}, ${batch.lastSerial}, ${batch.count}, ${batch.noteNumber},
          ${batch.noteOn}, ${batch.deliveredBy}, ${batch.receivedAt}, ${batch.receivedByAccountId}, ${batch.receivedByName})`,
  )
  const written = await rows(
    db,
    sql<{ serial: string }>`
      insert into results.blank (kind, serial, unit_id, batch_id, state)
      select ${batch.kind}, serial, ${batch.unitId}, ${batch.id}, 'in-stock' from unnest(${[...serials]}::text[]) serial
      on conflict do nothing returning serial`,
  )
  if (written.length === serials.length) return []
  const fresh = new Set(written.map(({ serial }) => serial))
  return serials.filter((serial) => !fresh.has(serial))
}

/** Held until the transaction ends: a blank is used once. */
export function blankForUpdate(db: Db, kind: string, serial: string): Promise<Blank | undefined> {
  return maybeRow(
    db,
    sql<Blank>`select ${BLANK} from results.blank where kind = ${kind} and serial = ${serial} for update`,
  )
}

export function blanksForUpdate(db: Db, kind: string, serials: readonly string[]): Promise<Blank[]> {
  return rows(
    db,
    sql<Blank>`select ${BLANK} from results.blank where kind = ${kind} and serial = any(${[...serials]}::text[])
               order by serial for update`,
  )
}

/** The blank a result is printed on now. */
export function blankOfResult(db: Db, dossierId: string, resultNo: number): Promise<Blank | undefined> {
  return maybeRow(
    db,
    sql<Blank>`select ${BLANK} from results.blank
               where dossier_id = ${dossierId} and result_no = ${resultNo} and state = 'used'`,
  )
}

export async function saveBlank(db: Db, blank: Blank): Promise<void> {
  await execute(
    db,
    sql`update results.blank set state = ${blank.state}, dossier_id = ${blank.dossierId}, dossier_code = ${blank.dossierCode},
          result_no = ${blank.resultNo}, used_at = ${blank.usedAt}, used_by_name = ${blank.usedByName}, cause = ${blank.cause},
          reason = ${blank.reason}, spoiled_at = ${blank.spoiledAt}, spoiled_by_name = ${blank.spoiledByName},
          minutes_number = ${blank.minutesNumber}, minutes_on = ${blank.minutesOn}, destroyed_at = ${blank.destroyedAt},
          destroyed_by_name = ${blank.destroyedByName}
        where kind = ${blank.kind} and serial = ${blank.serial}`,
  )
}

type Counted = { kind: string; unitId: string; state: BlankState; count: number; first: string }

/** What these units have of each kind. */
export async function stockOf(db: Db, unitIds: readonly string[]): Promise<BlankStock[]> {
  const counted = await rows(
    db,
    sql<Counted>`
      select kind, unit_id, state, count(*)::int as count, min(serial) as first from results.blank
      where unit_id = any(${[...unitIds]}::uuid[]) group by kind, unit_id, state order by kind, unit_id`,
  )
  const groups = Map.groupBy(counted, ({ kind, unitId }) => `${kind} ${unitId}`)
  return [...groups.values()].flatMap((states) => {
    const [any] = states
    if (!any) return []
    const of = (state: BlankState) => states.find((one) => one.state === state)
    const counts = {
      'in-stock': of('in-stock')?.count ?? 0,
      used: of('used')?.count ?? 0,
      spoiled: of('spoiled')?.count ?? 0,
      destroyed: of('destroyed')?.count ?? 0,
    }
    return [{ kind: any.kind, unitId: any.unitId, counts, next: of('in-stock')?.first ?? null }]
  })
}

export type BlankFilter = {
  unitIds: readonly string[]
  kind: string
  state: BlankState | null
  after: string
  limit: number
}

/** Paged by serial number. */
export function blanksPage(db: Db, { unitIds, kind, state, after, limit }: BlankFilter): Promise<Blank[]> {
  return rows(
    db,
    sql<Blank>`
      select ${BLANK} from results.blank
      where unit_id = any(${[...unitIds]}::uuid[]) and kind = ${kind} and serial > ${after}
        and (${state}::text is null or state = ${state}) order by serial limit ${limit}`,
  )
}

export function batchesOf(db: Db, unitIds: readonly string[], kind: string): Promise<BlankBatch[]> {
  return rows(
    db,
    sql<BlankBatch>`
      select id, kind, unit_id, first_serial, last_serial, count, note_number, note_on, delivered_by, received_at, received_by_name
      from results.blank_batch where unit_id = any(${[...unitIds]}::uuid[]) and kind = ${kind} order by received_at desc limit 50`,
  )
}
