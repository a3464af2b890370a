import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Acting, FiledActing } from './acting.ts'

const ACTING = sql.raw(
  `capacity, relation, ground_number, ground_issued_on, ground_issuer, ground_scope, ends_on, ended_at, ended_by, verdict,
   verdict_note, verdict_by, verdict_at`,
)

export async function insertActing(db: Db, dossierId: string, acting: Acting): Promise<void> {
  await execute(
    db,
    sql`insert into dossiers.acting (dossier_id, capacity, relation, ground_number, ground_issued_on, ground_issuer,
          ground_scope, ends_on)
        values (${dossierId}, ${acting.capacity}, ${acting.relation}, ${acting.groundNumber}, ${acting.groundIssuedOn},
          ${acting.groundIssuer}, ${acting.groundScope}, ${acting.endsOn})`,
  )
}

export function actingOfDossier(db: Db, dossierId: string): Promise<FiledActing | undefined> {
  return maybeRow(db, sql<FiledActing>`select ${ACTING} from dossiers.acting where dossier_id = ${dossierId}`)
}

/** By which right others act in these dossiers; those filed for oneself have none. */
export function actingOfDossiers(
  db: Db,
  dossierIds: readonly string[],
): Promise<(Pick<FiledActing, 'capacity' | 'endsOn' | 'endedAt'> & { dossierId: string })[]> {
  return rows(
    db,
    sql<Pick<FiledActing, 'capacity' | 'endsOn' | 'endedAt'> & { dossierId: string }>`
      select dossier_id, capacity, ends_on, ended_at from dossiers.acting where dossier_id = any(${[...dossierIds]}::uuid[])`,
  )
}

/** Those of these dossiers whose filer's paper an officer doubts. */
export async function doubtedAmong(db: Db, dossierIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ dossierId: string }>`
      select dossier_id from dossiers.acting where dossier_id = any(${[...dossierIds]}::uuid[]) and verdict = 'doubted'`,
  )
  return new Set(found.map(({ dossierId }) => dossierId))
}

/** Rights over by their day of which nobody was told. */
export function rightsRunOut(db: Db, today: LegalDate, limit: number): Promise<{ dossierId: string }[]> {
  return rows(
    db,
    sql<{ dossierId: string }>`
      select dossier_id from dossiers.acting
      where ends_on < ${today}::date and ended_at is null and end_told_at is null order by ends_on, dossier_id limit ${limit}`,
  )
}

/** False when they were told before, or it was ended. */
export async function markEndTold(db: Db, dossierId: string, now: Date): Promise<boolean> {
  const marked = await execute(
    db,
    sql`update dossiers.acting set end_told_at = ${now}
        where dossier_id = ${dossierId} and end_told_at is null and ended_at is null`,
  )
  return marked === 1
}

/** False when it was ended before. */
export async function saveEnd(
  db: Db,
  dossierId: string,
  { endedAt, endedBy }: Pick<FiledActing, 'endedAt' | 'endedBy'>,
): Promise<boolean> {
  const ended = await execute(
    db,
    sql`update dossiers.acting set ended_at = ${endedAt}, ended_by = ${endedBy}
        where dossier_id = ${dossierId} and ended_at is null`,
  )
  return ended === 1
}

export type Verdict = Pick<FiledActing, 'verdict' | 'verdictNote' | 'verdictBy' | 'verdictAt'>

export async function saveVerdict(db: Db, dossierId: string, verdict: Verdict): Promise<void> {
  await execute(
    db,
    sql`update dossiers.acting set verdict = ${verdict.verdict}, verdict_note = ${verdict.verdictNote},
          verdict_by = ${verdict.verdictBy}, verdict_at = ${verdict.verdictAt}
        where dossier_id = ${dossierId}`,
  )
}
