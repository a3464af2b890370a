import { execute, maybeRow, rows, send, sql, type Db } from '../platform/db.ts'
import type { StoredFile } from './file.ts'
import type { SignatureCheck } from './signatures/signature-check.ts'
import type { ScanReport } from './virus-scanner.ts'

type FileRow = Omit<StoredFile, 'size' | 'signatures' | 'letGo'> & {
  size: bigint
  signatures: SignatureCheck | null
  letGo: StoredFile['letGo'] | null
}

const COLUMNS = sql`id, sha256, size, media_type, name, pages, origin, uploaded_by, uploaded_at, receipt_code, scan_verdict,
  (select jsonb_build_object('finding', c.finding) from documents.signature_check c where c.file_id = file.id) as signatures,
  (select jsonb_build_object('on', to_char(g.let_go_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), 'ground', g.ground)
    from documents.file_let_go g where g.file_id = file.id) as let_go`

function fileOf({ size, signatures, letGo, ...row }: FileRow): StoredFile {
  return { ...row, size: Number(size), ...(signatures ? { signatures } : {}), ...(letGo ? { letGo } : {}) }
}

export async function insertFile(db: Db, file: StoredFile, scannedBy: string | null): Promise<void> {
  const { id, sha256, size, mediaType, name, pages, origin, uploadedBy, uploadedAt, receiptCode, scanVerdict } = file
  const scannedAt = scanVerdict === 'not-scanned' ? null : uploadedAt
  await send(
    db,
    sql`insert into documents.file
        (id, sha256, size, media_type, name, pages, origin, uploaded_by, uploaded_at, receipt_code, scan_verdict, scanned_by, scanned_at)
      values (${id}, ${sha256}, ${size}, ${mediaType}, ${name}, ${pages}, ${origin}, ${uploadedBy}, ${uploadedAt},
        ${receiptCode}, ${scanVerdict}, ${scannedAt === null ? null : scannedBy}, ${scannedAt})`,
  )
}

export async function fileById(db: Db, id: string): Promise<StoredFile | undefined> {
  const row = await maybeRow(db, sql<FileRow>`select ${COLUMNS} from documents.file where id = ${id}`)
  return row && fileOf(row)
}

/** In the order of the ids given; ids without a file are left out. */
export async function filesByIds(db: Db, ids: string[]): Promise<StoredFile[]> {
  const found = await rows(db, sql<FileRow>`select ${COLUMNS} from documents.file where id = any(${ids}::uuid[])`)
  const byId = new Map(found.map((row) => [row.id, fileOf(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const IS_KEPT = sql`not exists (select from documents.file_let_go g where g.file_id = file.id)`

/** The next files in the order of their ids, without those that were let go. */
export async function filesAfter(db: Db, after: string | null, limit: number): Promise<StoredFile[]> {
  const found = await rows(
    db,
    sql<FileRow>`select ${COLUMNS} from documents.file
      where (${after}::uuid is null or id > ${after}::uuid) and ${IS_KEPT} order by id limit ${limit}`,
  )
  return found.map(fileOf)
}

export async function filesNotScanned(db: Db, limit: number): Promise<StoredFile[]> {
  const found = await rows(
    db,
    sql<FileRow>`select ${COLUMNS} from documents.file where scan_verdict = 'not-scanned' and ${IS_KEPT} order by id limit ${limit}`,
  )
  return found.map(fileOf)
}

/** How many files stand at each verdict. */
export async function scanCounts(db: Db): Promise<Record<ScanReport['verdict'], number>> {
  const found = await rows(
    db,
    sql<{ scanVerdict: ScanReport['verdict']; files: bigint }>`
      select scan_verdict, count(*) as files from documents.file group by scan_verdict`,
  )
  const counts = { 'not-scanned': 0, clean: 0, infected: 0 }
  for (const { scanVerdict, files } of found) counts[scanVerdict] = Number(files)
  return counts
}

/** A verdict once given stays. */
export async function saveScan(
  db: Db,
  fileId: string,
  verdict: 'clean' | 'infected',
  by: string,
  now: Date,
): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update documents.file set scan_verdict = ${verdict}, scanned_by = ${by}, scanned_at = ${now}
      where id = ${fileId} and scan_verdict = 'not-scanned'`,
  )
  return changed === 1
}

export type IntegrityFinding = { fileId: string; finding: 'missing' | 'changed' }
export type IntegrityRun = { id: string; startedAt: Date; finishedAt: Date; filesChecked: number }

export async function insertIntegrityRun(db: Db, run: IntegrityRun, findings: IntegrityFinding[]): Promise<void> {
  await execute(
    db,
    sql`insert into documents.integrity_run (id, started_at, finished_at, files_checked)
      values (${run.id}, ${run.startedAt}, ${run.finishedAt}, ${run.filesChecked})`,
  )
  await execute(
    db,
    sql`insert into documents.integrity_finding (run_id, file_id, finding)
      select ${run.id}, file_id, finding from jsonb_to_recordset(${JSON.stringify(
        findings.map(({ fileId, finding }) => ({ file_id: fileId, finding })),
      )}::jsonb) as found (file_id uuid, finding text)`,
  )
}

/** The last run and what it found; for administrators. */
export async function lastIntegrityRun(db: Db): Promise<(IntegrityRun & { findings: IntegrityFinding[] }) | undefined> {
  const run = await maybeRow(
    db,
    sql<IntegrityRun>`select id, started_at, finished_at, files_checked from documents.integrity_run
      order by finished_at desc limit 1`,
  )
  if (!run) return undefined
  const findings = await rows(
    db,
    sql<IntegrityFinding>`select file_id, finding from documents.integrity_finding where run_id = ${run.id} order by file_id`,
  )
  return { ...run, findings }
}
