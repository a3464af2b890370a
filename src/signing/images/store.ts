import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { InkHolder, InkImage } from './ink-image.ts'

/** The image in force. */
export function imageOf(db: Db, holder: InkHolder): Promise<InkImage | undefined> {
  return maybeRow(
    db,
    sql<InkImage>`select id, kind, account_id, unit_id, sha256, width, height, kept_at from signing.ink_image
      where withdrawn_at is null and (account_id = ${holder.accountId ?? null}::uuid or unit_id = ${holder.unitId ?? null}::uuid)`,
  )
}

/** False when there was none in force. */
export async function withdrawImage(db: Db, holder: InkHolder, now: Date): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update signing.ink_image set withdrawn_at = ${now}
        where withdrawn_at is null and (account_id = ${holder.accountId ?? null}::uuid or unit_id = ${holder.unitId ?? null}::uuid)`,
  )
  return changed > 0
}

export async function insertImage(db: Db, image: InkImage, keptBy: string): Promise<void> {
  await execute(
    db,
    sql`insert into signing.ink_image (id, kind, account_id, unit_id, sha256, width, height, kept_at, kept_by)
        values (${image.id}, ${image.kind}, ${image.accountId}, ${image.unitId}, ${image.sha256}, ${image.width}, ${image.height},
          ${image.keptAt}, ${keptBy})`,
  )
}
