import { execute, maybeRow, rows, sql, type Db } from '../../../platform/db.ts'
import type { LegalDate } from '../../../platform/dates.ts'
import type { VaultEntry } from '../entry.ts'
import { ENTRY } from '../store.ts'
import type { Archived } from './archived.ts'

const ARCHIVED = sql.raw('a.archive_name, a.receipt_number, a.received_on, a.closed_at, a.decision_number')

export async function insertArchived(
  db: Db,
  entryIds: readonly string[],
  { archiveName, receiptNumber, receivedOn }: Pick<Archived, 'archiveName' | 'receiptNumber' | 'receivedOn'>,
): Promise<void> {
  await execute(
    db,
    sql`insert into documents.vault_archived (entry_id, archive_name, receipt_number, received_on)
        select id, ${archiveName}, ${receiptNumber}, ${receivedOn} from unnest(${[...entryIds]}::uuid[]) as id`,
  )
}

export async function saveClosed(db: Db, entryIds: readonly string[], decisionNumber: string, at: Date): Promise<void> {
  await execute(
    db,
    sql`update documents.vault_archived set closed_at = ${at}, decision_number = ${decisionNumber}
        where entry_id = any(${[...entryIds]}::uuid[]) and closed_at is null`,
  )
}

export function archivedOf(db: Db, entryId: string): Promise<Archived | undefined> {
  return maybeRow(db, sql<Archived>`select ${ARCHIVED} from documents.vault_archived a where a.entry_id = ${entryId}`)
}

/** Where a file is kept, when every paper it belongs to is closed to offices. */
export function closedCopyOf(db: Db, fileId: string): Promise<Archived | undefined> {
  return maybeRow(
    db,
    sql<Archived>`
      select ${ARCHIVED} from documents.vault_file f join documents.vault_archived a on a.entry_id = f.entry_id
      where f.file_id = ${fileId} and a.closed_at is not null and not exists (
        select from documents.vault_file o left join documents.vault_archived oa on oa.entry_id = o.entry_id
        where o.file_id = f.file_id and oa.closed_at is null)
      limit 1`,
  )
}

/** Papers of these units that no archive has, and that entered so many months before a day; the oldest first. */
export function entriesNotArchived(
  db: Db,
  unitIds: readonly string[],
  { months, on, limit }: { months: number; on: LegalDate; limit: number },
): Promise<VaultEntry[]> {
  return rows(
    db,
    sql<VaultEntry>`select ${ENTRY} from documents.vault_entry e
      where e.keeper_unit_id = any(${[...unitIds]}::uuid[])
        and e.entered_at < (${on}::date + 1 - make_interval(months => ${months}::int)) at time zone 'Asia/Ho_Chi_Minh'
        and not exists (select from documents.vault_archived a where a.entry_id = e.id)
      order by e.entered_at, e.id limit ${limit}`,
  )
}

/** Which of these papers their owners say are wrong, unanswered. */
export async function openDisputesAmong(db: Db, entryIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ entryId: string }>`select entry_id from documents.vault_dispute
      where entry_id = any(${[...entryIds]}::uuid[]) and answered_at is null`,
  )
  return new Set(found.map(({ entryId }) => entryId))
}
