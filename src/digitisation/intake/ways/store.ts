import { execute, maybeRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { WayIn, WayKind } from './way-in.ts'

const COLUMNS = sql`id, kind, unit_id, place, split_at, hands_on, set_up_by, set_up_at, ended_at`

/** False when another desk's way in has this place. */
export async function insertWay(db: Db, one: WayIn): Promise<boolean> {
  const inserted = await execute(
    db,
    sql`insert into digitisation.way_in (${COLUMNS})
      values (${one.id}, ${one.kind}, ${one.unitId}, ${one.place}, ${one.splitAt}, ${one.handsOn}, ${one.setUpBy},
        ${one.setUpAt}, ${one.endedAt})
      on conflict (kind, place) where ended_at is null do nothing`,
  )
  return inserted === 1
}

export function waysOfKind(db: Db, kind: WayKind): Promise<WayIn[]> {
  return rows(
    db,
    sql<WayIn>`select ${COLUMNS} from digitisation.way_in where kind = ${kind} and ended_at is null order by place`,
  )
}

export function openWays(db: Db): Promise<WayIn[]> {
  return rows(db, sql<WayIn>`select ${COLUMNS} from digitisation.way_in where ended_at is null order by kind, place`)
}

export function wayAt(db: Db, kind: WayKind, place: string): Promise<WayIn | undefined> {
  return maybeRow(
    db,
    sql<WayIn>`select ${COLUMNS} from digitisation.way_in where kind = ${kind} and place = ${place} and ended_at is null`,
  )
}

export function wayForUpdate(db: Db, id: string): Promise<WayIn | undefined> {
  return maybeRow(db, sql<WayIn>`select ${COLUMNS} from digitisation.way_in where id = ${id} for update`)
}

export async function endWayAt(db: Db, id: string, now: Date): Promise<void> {
  await execute(db, sql`update digitisation.way_in set ended_at = ${now} where id = ${id}`)
}

export async function isKnownSender(db: Db, wayId: string, address: string): Promise<boolean> {
  const found = await rows(
    db,
    sql`select 1 from digitisation.known_sender where way_in_id = ${wayId} and address = ${address}`,
  )
  return found.length > 0
}

export async function insertKnownSender(
  db: Db,
  { wayId, address }: { wayId: string; address: string },
  by: string,
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.known_sender (way_in_id, address, added_by, added_at)
      values (${wayId}, ${address}, ${by}, ${now}) on conflict do nothing`,
  )
}
