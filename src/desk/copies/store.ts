import type { LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { SealedCopy } from '../../dossiers/index.ts'
import type { CertifiedCopy } from './certified-copy.ts'

const COLUMNS = sql`
  id, dossier_id, dossier_code, paper_id, unit_id, title, owner_name, owner_number, pages, source_file_id, source_sha256, signed_file_id, signed_sha256,
  signed_by_account_id, signed_by_name, signed_at, state, year, no, certified_on, sealed_file_id, sealed_sha256, sealed_by_name,
  sealed_at, dropped_by_name, dropped_at, reason`

export async function insertCopy(db: Db, one: CertifiedCopy): Promise<void> {
  await execute(
    db,
    sql`insert into desk.certified_copy (id, dossier_id, dossier_code, paper_id, unit_id, title, owner_name, owner_number, pages,
          source_file_id, source_sha256, signed_file_id, signed_sha256, signed_by_account_id, signed_by_name, signed_at, state)
        values (${one.id}, ${one.dossierId}, ${one.dossierCode}, ${one.paperId}, ${one.unitId}, ${one.title}, ${one.ownerName},
          ${one.ownerNumber}, ${one.pages},
          ${one.sourceFileId}, ${one.sourceSha256}, ${one.signedFileId}, ${one.signedSha256}, ${one.signedByAccountId},
          ${one.signedByName}, ${one.signedAt}, ${one.state})`,
  )
}

export function copyById(db: Db, id: string): Promise<CertifiedCopy | undefined> {
  return maybeRow(db, sql<CertifiedCopy>`select ${COLUMNS} from desk.certified_copy where id = ${id}`)
}

export function copyForUpdate(db: Db, id: string): Promise<CertifiedCopy | undefined> {
  return maybeRow(db, sql<CertifiedCopy>`select ${COLUMNS} from desk.certified_copy where id = ${id} for update`)
}

/** Of one dossier, the first one first. */
export function copiesOf(db: Db, dossierId: string): Promise<CertifiedCopy[]> {
  return rows(
    db,
    sql<CertifiedCopy>`select ${COLUMNS} from desk.certified_copy where dossier_id = ${dossierId} order by signed_at, id`,
  )
}

/** Of the papers of one dossier, or of one paper of none; the first one first. */
export function copiesAt(
  db: Db,
  { dossierId, paperId }: Pick<CertifiedCopy, 'dossierId' | 'paperId'>,
): Promise<CertifiedCopy[]> {
  if (dossierId !== null) return copiesOf(db, dossierId)
  return rows(
    db,
    sql<CertifiedCopy>`select ${COLUMNS} from desk.certified_copy where paper_id = ${paperId} order by signed_at, id`,
  )
}

/** The sealed copies of a dossier's papers, the first one first: `sealedCopiesPort`. */
export function sealedCopies(db: Db, dossierId: string): Promise<SealedCopy[]> {
  return rows(
    db,
    sql<SealedCopy>`select dossier_id, source_file_id, sealed_file_id as file_id, unit_id from desk.certified_copy
      where dossier_id = ${dossierId} and state = 'sealed' order by sealed_at, id`,
  )
}

export type CopySource = Pick<CertifiedCopy, 'dossierId' | 'sourceFileId'>

/** Files of these dossiers that an agency has certified a copy of. */
export function certifiedSources(db: Db, dossierIds: readonly string[]): Promise<CopySource[]> {
  return rows(
    db,
    sql<CopySource>`select dossier_id, source_file_id from desk.certified_copy
      where dossier_id = any(${[...dossierIds]}::uuid[]) and state = 'sealed'`,
  )
}

/** Signed by who compared them and waiting for the agency, the oldest first. */
export function copiesWaiting(db: Db, unitIds: readonly string[], limit: number): Promise<CertifiedCopy[]> {
  return rows(
    db,
    sql<CertifiedCopy>`
      select ${COLUMNS} from desk.certified_copy where unit_id = any(${[...unitIds]}::uuid[]) and state = 'signed'
      order by signed_at, id limit ${limit}`,
  )
}

/** Which of these desks have certified anything. */
export async function unitsWithCopies(db: Db, unitIds: readonly string[]): Promise<string[]> {
  const found = await rows(
    db,
    sql<{
      unitId: string
    }>`select distinct unit_id from desk.certified_copy where unit_id = any(${[...unitIds]}::uuid[])`,
  )
  return found.map(({ unitId }) => unitId)
}

/** The book of a year, the last number first, below `before`. */
export function copiesInBook(
  db: Db,
  { unitId, year, before, limit }: { unitId: string; year: number; before: number; limit: number },
): Promise<CertifiedCopy[]> {
  return rows(
    db,
    sql<CertifiedCopy>`
      select ${COLUMNS} from desk.certified_copy where unit_id = ${unitId} and year = ${year} and no < ${before}
      order by no desc limit ${limit}`,
  )
}

/** The next number of the book; two who seal take turns, and what fails after it leaves no gap. */
export async function takeCopyNumber(db: Db, unitId: string, year: number): Promise<number> {
  const { no } = await oneRow(
    db,
    sql<{ no: number }>`
      insert into desk.copy_book as b (unit_id, year, last_no) values (${unitId}, ${year}, 1)
      on conflict (unit_id, year) do update set last_no = b.last_no + 1 returning last_no as no`,
  )
  return no
}

type Sealing = {
  signatures: number
  year: number
  no: number
  certifiedOn: LegalDate
  fileId: string
  sha256: string
  byName: string
  at: Date
}

export async function saveSealedCopy(db: Db, id: string, sealed: Sealing): Promise<void> {
  const { year, no, certifiedOn, fileId, sha256, signatures, byName, at } = sealed
  await execute(
    db,
    sql`update desk.certified_copy set state = 'sealed', year = ${year}, no = ${no}, certified_on = ${certifiedOn},
          sealed_file_id = ${fileId}, sealed_sha256 = ${sha256}, sealed_by_name = ${byName}, sealed_at = ${at}, signatures = ${signatures}
        where id = ${id}`,
  )
}

export async function saveDroppedCopy(
  db: Db,
  id: string,
  { byName, at, reason }: { byName: string; at: Date; reason: string },
): Promise<void> {
  await execute(
    db,
    sql`update desk.certified_copy set state = 'dropped', dropped_by_name = ${byName}, dropped_at = ${at}, reason = ${reason}
        where id = ${id}`,
  )
}

type Found = CertifiedCopy & { stage: 'signed' | 'sealed'; signatures: number | null }

/** One of its files has one of these hashes; sealed before signed alone. */
export function copyByFiles(db: Db, sha256s: readonly string[]): Promise<Found | undefined> {
  const known = sql`any(${[...sha256s]}::text[])`
  return maybeRow(
    db,
    sql<Found>`
      select ${COLUMNS}, signatures, case when sealed_sha256 = ${known} then 'sealed' else 'signed' end as stage
      from desk.certified_copy where sealed_sha256 = ${known} or signed_sha256 = ${known}
      order by (sealed_sha256 = ${known}) desc nulls last limit 1`,
  )
}
