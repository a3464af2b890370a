import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { Result } from '../result.ts'
import type { Original } from './original.ts'

/** The original of a result's present version, on the blank it stands on now. */
export function originalOf(
  db: Db,
  { dossierId, no, version }: Pick<Result, 'dossierId' | 'no' | 'version'>,
): Promise<Original | undefined> {
  return maybeRow(
    db,
    sql<Original>`
      select o.dossier_id, o.result_no, o.version, o.kind, o.serial, o.signed_on, o.signed_by_account_id, o.signed_by_name, o.noted_at,
        o.scan_file_id, o.scan_sha256, o.scan_pages, o.scanned_at, o.scanned_by_name
      from results.original o join results.blank b on b.kind = o.kind and b.serial = o.serial and b.state = 'used'
      where o.dossier_id = ${dossierId} and o.result_no = ${no} and o.version = ${version}`,
  )
}

export async function insertOriginal(db: Db, one: Original): Promise<void> {
  await execute(
    db,
    sql`insert into results.original (dossier_id, result_no, version, kind, serial, signed_on, signed_by_account_id, signed_by_name, noted_at)
        values (${one.dossierId}, ${one.resultNo}, ${one.version}, ${one.kind}, ${one.serial}, ${one.signedOn}, ${one.signedByAccountId},
          ${one.signedByName}, ${one.notedAt})
        on conflict (kind, serial) do update set version = excluded.version, signed_on = excluded.signed_on,
          signed_by_account_id = excluded.signed_by_account_id, signed_by_name = excluded.signed_by_name, noted_at = excluded.noted_at,
          scan_file_id = null, scan_sha256 = null, scan_pages = null, scanned_at = null, scanned_by_name = null`,
  )
}

export async function saveScan(
  db: Db,
  { kind, serial, scanFileId, scanSha256, scanPages, scannedAt, scannedByName }: Original,
): Promise<void> {
  await execute(
    db,
    sql`update results.original set scan_file_id = ${scanFileId}, scan_sha256 = ${scanSha256}, scan_pages = ${scanPages},
          scanned_at = ${scannedAt}, scanned_by_name = ${scannedByName}
        where kind = ${kind} and serial = ${serial}`,
  )
}
