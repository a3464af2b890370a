import { execute, maybeRow, oneRow, rows, sql, type Db } from '../platform/db.ts'
import type { ArchivePackage, Destruction, PackagePaper, Receipt } from './package.ts'

const PACKAGE = sql.raw(
  `p.id, p.unit_id, p.year, p.no, p.papers, p.file_id, p.sha256, p.size::int as size, p.made_at, p.made_by_account_id, p.made_by_name,
   case when p.receipt_number is not null then json_build_object('archiveName', p.archive_name, 'number', p.receipt_number,
     'receivedOn', p.received_on, 'receiverName', p.receiver_name) end as receipt`,
)

/** The next number of a unit's packages of the year; two who pack at once take turns. */
export async function nextPackageNo(db: Db, unitId: string, year: number): Promise<number> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtext(${`archive.package ${unitId} ${year}`}))`)
  const { no } = await oneRow(
    db,
    sql<{
      no: number
    }>`select coalesce(max(no), 0) + 1 as no from archive.package where unit_id = ${unitId} and year = ${year}`,
  )
  return no
}

/** False when one of the papers was handed over meanwhile. */
export async function insertPackage(
  db: Db,
  one: Omit<ArchivePackage, 'receipt'>,
  papers: readonly PackagePaper[],
): Promise<boolean> {
  await execute(
    db,
    sql`insert into archive.package (id, unit_id, year, no, papers, file_id, sha256, size, made_at, made_by_account_id, made_by_name)
        values (${one.id}, ${one.unitId}, ${one.year}, ${one.no}, ${one.papers}, ${one.fileId}, ${one.sha256}, ${one.size}, ${one.madeAt},
          ${one.madeByAccountId}, ${one.madeByName})`,
  )
  const written = await execute(
    db,
    sql`insert into archive.package_paper (package_id, no, entry_id, title, type_code, keep)
        select ${one.id}, r.no, r."entryId", r.title, r."typeCode", r.keep
        from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb) as r(no int, "entryId" uuid, title text, "typeCode" text, keep text)
        on conflict (entry_id) do nothing`,
  )
  return written === papers.length
}

/** The packages of these units, the latest first. */
export function packagesOf(db: Db, unitIds: readonly string[], limit: number): Promise<ArchivePackage[]> {
  return rows(
    db,
    sql<ArchivePackage>`select ${PACKAGE} from archive.package p where p.unit_id = any(${[...unitIds]}::uuid[])
      order by p.made_at desc, p.id limit ${limit}`,
  )
}

export function packageById(db: Db, id: string): Promise<ArchivePackage | undefined> {
  return maybeRow(db, sql<ArchivePackage>`select ${PACKAGE} from archive.package p where p.id = ${id} for update`)
}

export function papersOfPackage(db: Db, packageId: string): Promise<PackagePaper[]> {
  return rows(
    db,
    sql<PackagePaper>`select no, entry_id, title, type_code, keep from archive.package_paper
      where package_id = ${packageId} order by no`,
  )
}

/** Which of these papers are in a package. */
export async function packedAmong(db: Db, entryIds: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ entryId: string }>`select entry_id from archive.package_paper where entry_id = any(${[...entryIds]}::uuid[])`,
  )
  return new Set(found.map(({ entryId }) => entryId))
}

export async function saveReceipt(db: Db, id: string, receipt: Receipt, byName: string, at: Date): Promise<boolean> {
  const { archiveName, number, receivedOn, receiverName } = receipt
  const touched = await execute(
    db,
    sql`update archive.package set archive_name = ${archiveName}, receipt_number = ${number}, received_on = ${receivedOn},
          receiver_name = ${receiverName}, receipt_noted_at = ${at}, receipt_noted_by_name = ${byName}
        where id = ${id} and receipt_number is null`,
  )
  return touched === 1
}

const DESTRUCTION = sql.raw(
  `package_id, decision_number, decided_on, decided_by, proposed_at, proposed_by_account_id, proposed_by_name, confirmed_at,
   confirmed_by_name, closed, held`,
)

export async function insertDestruction(
  db: Db,
  one: Omit<Destruction, 'confirmedAt' | 'confirmedByName' | 'closed' | 'held'>,
): Promise<void> {
  await execute(
    db,
    sql`insert into archive.destruction (package_id, decision_number, decided_on, decided_by, proposed_at, proposed_by_account_id,
          proposed_by_name)
        values (${one.packageId}, ${one.decisionNumber}, ${one.decidedOn}, ${one.decidedBy}, ${one.proposedAt},
          ${one.proposedByAccountId}, ${one.proposedByName})`,
  )
}

export function destructionOf(db: Db, packageId: string): Promise<Destruction | undefined> {
  return maybeRow(
    db,
    sql<Destruction>`select ${DESTRUCTION} from archive.destruction where package_id = ${packageId} for update`,
  )
}

export async function saveConfirmation(
  db: Db,
  packageId: string,
  by: { accountId: string; fullName: string },
  done: { at: Date; closed: number; held: number },
): Promise<void> {
  await execute(
    db,
    sql`update archive.destruction set confirmed_at = ${done.at}, confirmed_by_account_id = ${by.accountId},
          confirmed_by_name = ${by.fullName}, closed = ${done.closed}, held = ${done.held}
        where package_id = ${packageId} and confirmed_at is null`,
  )
}

/** Takes a proposal back that nobody has confirmed. */
export function deleteProposal(db: Db, packageId: string): Promise<number> {
  return execute(db, sql`delete from archive.destruction where package_id = ${packageId} and confirmed_at is null`)
}

export type Hold = { entryId: string; reason: string; placedAt: Date; placedByName: string }

export function openHolds(db: Db, entryIds: readonly string[]): Promise<Hold[]> {
  return rows(
    db,
    sql<Hold>`select entry_id, reason, placed_at, placed_by_name from archive.hold
      where entry_id = any(${[...entryIds]}::uuid[]) and lifted_at is null`,
  )
}

/** False when it is held already. */
export async function insertHold(db: Db, id: string, hold: Hold): Promise<boolean> {
  const written = await execute(
    db,
    sql`insert into archive.hold (id, entry_id, reason, placed_at, placed_by_name)
        values (${id}, ${hold.entryId}, ${hold.reason}, ${hold.placedAt}, ${hold.placedByName})
        on conflict (entry_id) where lifted_at is null do nothing`,
  )
  return written === 1
}

export async function liftHold(db: Db, entryId: string, byName: string, at: Date): Promise<boolean> {
  const touched = await execute(
    db,
    sql`update archive.hold set lifted_at = ${at}, lifted_by_name = ${byName} where entry_id = ${entryId} and lifted_at is null`,
  )
  return touched === 1
}
