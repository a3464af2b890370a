import { execute, send, sql, type Db } from '../../platform/db.ts'
import type { SignatureFinding } from './signature-check.ts'

export async function awaitFinding(db: Db, fileId: string): Promise<void> {
  await send(db, sql`insert into documents.signature_check (file_id) values (${fileId})`)
}

/** The first finding stays; false when there was one. */
export async function saveFinding(db: Db, fileId: string, finding: SignatureFinding, now: Date): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update documents.signature_check set finding = ${JSON.stringify(finding)}::jsonb, checked_at = ${now}
      where file_id = ${fileId} and finding is null`,
  )
  return changed === 1
}
