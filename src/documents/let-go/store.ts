import { execute, oneRow, rows, sql, type Db } from '../../platform/db.ts'

export type LetGo = { /** Code of the rule it went by, and its ground in words. */ rule: string; ground: string }

export async function insertLetGo(db: Db, fileId: string, { rule, ground }: LetGo, at: Date): Promise<boolean> {
  const changed = await execute(
    db,
    sql`insert into documents.file_let_go (file_id, rule, ground, let_go_at) values (${fileId}, ${rule}, ${ground}, ${at})
      on conflict do nothing`,
  )
  return changed === 1
}

/** Whether a file that is still kept has this content. */
export async function isContentKept(db: Db, sha256: string, besides: string | null = null): Promise<boolean> {
  const { kept } = await oneRow(
    db,
    sql<{ kept: boolean }>`select exists (
        select from documents.file f where f.sha256 = ${sha256} and f.id is distinct from ${besides}::uuid
          and not exists (select from documents.file_let_go g where g.file_id = f.id)) as kept`,
  )
  return kept
}

/** Files let go whose content has not left the store. */
export function waitingToLeave(db: Db, limit: number): Promise<{ id: string; sha256: string }[]> {
  return rows(
    db,
    sql<{
      id: string
      sha256: string
    }>`select f.id, f.sha256 from documents.file_let_go g join documents.file f on f.id = g.file_id
      where g.removed_at is null order by g.let_go_at limit ${limit}`,
  )
}

export async function saveRemoved(db: Db, fileId: string, at: Date): Promise<void> {
  await execute(db, sql`update documents.file_let_go set removed_at = ${at} where file_id = ${fileId}`)
}
