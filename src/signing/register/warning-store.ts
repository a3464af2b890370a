import { execute, rows, sql, type Db } from '../../platform/db.ts'

/** The marks warned of already, in days before the end. */
export async function warningsOf(db: Db, fingerprint: string): Promise<number[]> {
  const found = await rows(
    db,
    sql<{ daysBefore: number }>`select days_before from signing.certificate_warning where fingerprint = ${fingerprint}`,
  )
  return found.map(({ daysBefore }) => daysBefore)
}

export async function insertWarnings(
  db: Db,
  fingerprint: string,
  marks: readonly number[],
  told: { holders: string[]; administrators: string[] },
  now: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into signing.certificate_warning (fingerprint, days_before, warned_at, told)
        select ${fingerprint}, mark, ${now}::timestamptz, ${JSON.stringify(told)}::jsonb from unnest(${[...marks]}::int[]) as mark`,
  )
}
