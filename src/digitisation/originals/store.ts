import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'

/** Scans taken before a day that went on whole, with a file of their own that is not let go; the oldest first. */
export async function scansWithOriginals(
  db: Db,
  { before, after, limit }: { before: Date; after: string | null; limit: number },
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`select s.id from digitisation.scan s
      where s.state = 'handed-on' and s.source <> 'portal' and s.taken_at < ${before} and (${after}::uuid is null or s.id > ${after}::uuid)
        and exists (select from digitisation.scan_file f where f.scan_id = s.id and f.state = 'opened' and f.let_go_at is null)
        and not exists (select from digitisation.paper p where p.scan_id = s.id and p.state not in ('checked', 'kept'))
      order by s.id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** When somebody last looked at one of these papers. */
export async function lastLookedAt(db: Db, paperIds: readonly string[]): Promise<Date | null> {
  const { at } = await oneRow(
    db,
    sql<{
      at: Date | null
    }>`select max(at) as at from digitisation.judgement where paper_id = any(${[...paperIds]}::uuid[])`,
  )
  return at
}

/** Whether a file also came in with another scan. */
export async function isInOtherScan(db: Db, fileId: string, scanId: string): Promise<boolean> {
  const { found } = await oneRow(
    db,
    sql<{
      found: boolean
    }>`select exists (select from digitisation.scan_file where file_id = ${fileId} and scan_id <> ${scanId})
        or exists (select from digitisation.page where file_id = ${fileId} and scan_id <> ${scanId}) as found`,
  )
  return found
}

export async function setFileLetGo(db: Db, scanId: string, fileId: string, at: Date): Promise<void> {
  await execute(
    db,
    sql`update digitisation.scan_file set let_go_at = ${at} where scan_id = ${scanId} and file_id = ${fileId}`,
  )
}
