import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { UnfinishedUpload } from './unfinished.ts'

type Row = Omit<UnfinishedUpload, 'size'> & { size: bigint }

const COLUMNS = sql`id, owner, name, size, origin, purpose, sha256, begun_at, expires_at, file_id, refused`

const uploadOf = ({ size, ...row }: Row): UnfinishedUpload => ({ ...row, size: Number(size) })

export async function insertUpload(db: Db, upload: Omit<UnfinishedUpload, 'fileId' | 'refused'>): Promise<void> {
  const { id, owner, name, size, origin, purpose, sha256, begunAt, expiresAt } = upload
  await execute(
    db,
    sql`insert into documents.unfinished_upload (id, owner, name, size, origin, purpose, sha256, begun_at, expires_at)
      values (${id}, ${owner}, ${name}, ${size}, ${origin}, ${purpose}, ${sha256}, ${begunAt}, ${expiresAt})`,
  )
}

/** Nobody but its owner finds it. */
export async function uploadOfOwner(
  db: Db,
  id: string,
  owner: string,
  now: Date,
): Promise<UnfinishedUpload | undefined> {
  const row = await maybeRow(
    db,
    sql<Row>`select ${COLUMNS} from documents.unfinished_upload
      where id = ${id} and owner = ${owner} and expires_at > ${now}`,
  )
  return row && uploadOf(row)
}

/** One of the same content for the same place that has not become a file yet. */
export async function uploadToGoOn(
  db: Db,
  { owner, name, purpose, sha256 }: Pick<UnfinishedUpload, 'owner' | 'name' | 'purpose' | 'sha256'>,
  now: Date,
): Promise<string | undefined> {
  const found = await maybeRow(
    db,
    sql<{ id: string }>`select id from documents.unfinished_upload
      where owner = ${owner} and purpose = ${purpose} and sha256 = ${sha256} and name = ${name}
        and file_id is null and refused is null and expires_at > ${now}
      order by begun_at, id limit 1`,
  )
  return found?.id
}

/** Held until the transaction ends, so that finishing twice makes one file. */
export async function lockUpload(db: Db, id: string, owner: string): Promise<UnfinishedUpload | undefined> {
  const row = await maybeRow(
    db,
    sql<Row>`select ${COLUMNS} from documents.unfinished_upload where id = ${id} and owner = ${owner} for update`,
  )
  return row && uploadOf(row)
}

/** Those chosen on one page that no page has taken into its work yet, oldest first. */
export async function uploadsNotHandedIn(db: Db, owner: string, now: Date, path: string): Promise<UnfinishedUpload[]> {
  const found = await rows(
    db,
    sql<Row>`select ${COLUMNS} from documents.unfinished_upload
      where owner = ${owner} and starts_with(purpose, ${`${path}#`})
        and handed_in_at is null and refused is null and expires_at > ${now}
      order by begun_at, id`,
  )
  return found.map(uploadOf)
}

export async function countUnderWay(db: Db, owner: string, now: Date): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: bigint }>`select count(*) as count from documents.unfinished_upload
      where owner = ${owner} and file_id is null and refused is null and handed_in_at is null and expires_at > ${now}`,
  )
  return Number(count)
}

export async function saveOutcome(db: Db, id: string, fileId: string | null, refused: Reason | null): Promise<void> {
  await execute(
    db,
    sql`update documents.unfinished_upload
      set file_id = ${fileId}, refused = ${refused === null ? null : JSON.stringify(refused)}::jsonb
      where id = ${id} and file_id is null and refused is null`,
  )
}

export async function saveHandedIn(db: Db, id: string, now: Date): Promise<void> {
  await execute(db, sql`update documents.unfinished_upload set handed_in_at = ${now} where id = ${id}`)
}

export async function deleteUpload(db: Db, id: string, owner: string): Promise<number> {
  return execute(db, sql`delete from documents.unfinished_upload where id = ${id} and owner = ${owner}`)
}

/** Answers the ids of those that are gone. */
export async function deleteExpired(db: Db, now: Date): Promise<string[]> {
  const gone = await rows(
    db,
    sql<{ id: string }>`delete from documents.unfinished_upload where expires_at <= ${now} returning id`,
  )
  return gone.map(({ id }) => id)
}
