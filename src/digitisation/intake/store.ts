import { execute, maybeRow, oneRow, rows, send, sql, type Db } from '../../platform/db.ts'
import type { Reason } from '../../platform/refusal.ts'
import type { Page, Paper, PaperState, PreparedPage, Scan, ScanFile, ScanState, Turned } from './scan.ts'

const SCAN = sql`id, source, unit_id, title, taken_by, taken_at, draft_id, dossier_id, dossier_code, component_code, hands_on, split_at, known_as,
  state, version`
const PAGE = sql`id, scan_id, no, file_id, file_page, picture_sha256, picture_size, width, height, dpi, turned, quality, codes, role,
  paper_id, place, state, failure, replaced_by, turned_by_hand, accepted_by`
const PAPER = sql`id, scan_id, no, unit_id, draft_id, dossier_id, component_code, separator_code, file_id, state, type_code,
  type_confidence, failure, created_at, version`

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

export async function insertScan(db: Db, scan: Scan): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.scan (${SCAN})
      values (${scan.id}, ${scan.source}, ${scan.unitId}, ${scan.title}, ${scan.takenBy}, ${scan.takenAt}, ${scan.draftId},
        ${scan.dossierId}, ${scan.dossierCode}, ${scan.componentCode}, ${scan.handsOn}, ${scan.splitAt},
        ${scan.knownAs}, ${scan.state}, ${scan.version})`,
  )
}

export function scanById(db: Db, id: string): Promise<Scan | undefined> {
  return maybeRow(db, sql<Scan>`select ${SCAN} from digitisation.scan where id = ${id}`)
}

export function scanForUpdate(db: Db, id: string): Promise<Scan | undefined> {
  return maybeRow(db, sql<Scan>`select ${SCAN} from digitisation.scan where id = ${id} for update`)
}

export async function setScanState(db: Db, id: string, state: ScanState): Promise<void> {
  await execute(db, sql`update digitisation.scan set state = ${state}, version = version + 1 where id = ${id}`)
}

export async function insertScanFiles(db: Db, files: readonly ScanFile[]): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.scan_file (scan_id, no, name, file_id, pages, state, failure)
      select "scanId", no, name, "fileId", pages, state, failure
      from jsonb_to_recordset(${json(files)})
        as f ("scanId" uuid, no int, name text, "fileId" uuid, pages int, state text, failure jsonb)`,
  )
}

export function filesOfScan(db: Db, scanId: string): Promise<ScanFile[]> {
  return rows(
    db,
    sql<ScanFile>`select scan_id, no, name, file_id, pages, state, failure, let_go_at from digitisation.scan_file
      where scan_id = ${scanId} order by no`,
  )
}

export async function setFileOpened(db: Db, scanId: string, no: number, pages: number): Promise<void> {
  await execute(
    db,
    sql`update digitisation.scan_file set state = 'opened', pages = ${pages} where scan_id = ${scanId} and no = ${no}`,
  )
}

export async function setFileFailed(db: Db, scanId: string, no: number, failure: Reason): Promise<void> {
  await execute(
    db,
    sql`update digitisation.scan_file set state = 'failed', failure = ${json(failure)}
      where scan_id = ${scanId} and no = ${no}`,
  )
}

/** Made twice, the first stay. */
export async function insertPages(
  db: Db,
  scanId: string,
  pages: readonly Pick<Page, 'id' | 'no' | 'fileId' | 'filePage'>[],
): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.page (id, scan_id, no, file_id, file_page, state)
      select id, ${scanId}, no, "fileId", "filePage", 'waiting'
      from jsonb_to_recordset(${json(pages)}) as p (id uuid, no int, "fileId" uuid, "filePage" int)
      on conflict (scan_id, file_id, file_page) do nothing`,
  )
}

/** Of one scan, in the order they came, those replaced by a newer one too. */
export function pagesOfScan(db: Db, scanId: string): Promise<Page[]> {
  return rows(db, sql<Page>`select ${PAGE} from digitisation.page where scan_id = ${scanId} order by no`)
}

export function pageById(db: Db, id: string): Promise<Page | undefined> {
  return maybeRow(db, sql<Page>`select ${PAGE} from digitisation.page where id = ${id}`)
}

/** In the order they stand in the paper. */
export function pagesOfPaper(db: Db, paperId: string): Promise<Page[]> {
  return rows(db, sql<Page>`select ${PAGE} from digitisation.page where paper_id = ${paperId} order by place`)
}

type Made = Pick<
  PreparedPage,
  'pictureSha256' | 'pictureSize' | 'width' | 'height' | 'dpi' | 'turned' | 'quality' | 'codes' | 'role'
>

export async function savePrepared(db: Db, id: string, made: Made): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page set state = 'prepared', failure = null, picture_sha256 = ${made.pictureSha256},
        picture_size = ${made.pictureSize}, width = ${made.width}, height = ${made.height}, dpi = ${made.dpi},
        turned = ${made.turned}, quality = ${json(made.quality)}, codes = ${json(made.codes)}, role = ${made.role}
      where id = ${id}`,
  )
}

export async function setPageFailed(db: Db, id: string, failure: Reason): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page set state = 'failed', failure = ${json(failure)} where id = ${id} and state = 'waiting'`,
  )
}

/** How many pages of a scan are in each state. */
export function pageCounts(db: Db, scanId: string): Promise<{ waiting: number; prepared: number; failed: number }> {
  return oneRow(
    db,
    sql<{ waiting: number; prepared: number; failed: number }>`
      select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'prepared')::int as prepared,
        count(*) filter (where state = 'failed')::int as failed
      from digitisation.page where scan_id = ${scanId} and replaced_by is null`,
  )
}

export async function insertPaper(db: Db, one: Paper): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.paper (${PAPER})
      values (${one.id}, ${one.scanId}, ${one.no}, ${one.unitId}, ${one.draftId}, ${one.dossierId}, ${one.componentCode},
        ${one.separatorCode}, ${one.fileId}, ${one.state}, ${one.typeCode}, ${one.typeConfidence}, null, ${one.createdAt},
        ${one.version})`,
  )
}

export function paperById(db: Db, id: string): Promise<Paper | undefined> {
  return maybeRow(db, sql<Paper>`select ${PAPER} from digitisation.paper where id = ${id}`)
}

export function paperForUpdate(db: Db, id: string): Promise<Paper | undefined> {
  return maybeRow(db, sql<Paper>`select ${PAPER} from digitisation.paper where id = ${id} for update`)
}

/** One whose last page was put elsewhere is none any more. */
export function papersOfScan(db: Db, scanId: string): Promise<Paper[]> {
  return rows(
    db,
    sql<Paper>`select ${PAPER} from digitisation.paper where scan_id = ${scanId}
        and (state <> 'assembling' or exists (select from digitisation.page p where p.paper_id = paper.id))
      order by no`,
  )
}

/** Papers of a dossier in every scan, the first one first. */
export function papersOfDossier(db: Db, dossierId: string): Promise<Paper[]> {
  return rows(
    db,
    sql<Paper>`select ${PAPER} from digitisation.paper where dossier_id = ${dossierId} order by created_at, no`,
  )
}

/** Moves a paper on; `version` makes a state taken from an older look at it fail: false then. */
export async function setPaperState(
  db: Db,
  { id, version }: Pick<Paper, 'id' | 'version'>,
  state: PaperState,
  failure: Reason | null = null,
): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update digitisation.paper set state = ${state}, failure = ${failure && json(failure)}, version = version + 1
      where id = ${id} and version = ${version}`,
  )
  return changed === 1
}

export async function setPaperType(db: Db, id: string, typeCode: string | null, confidence: number): Promise<void> {
  await send(
    db,
    sql`update digitisation.paper set type_code = ${typeCode}, type_confidence = ${confidence} where id = ${id}`,
  )
}

export async function setPaperFile(db: Db, id: string, fileId: string): Promise<void> {
  await send(db, sql`update digitisation.paper set file_id = ${fileId} where id = ${id}`)
}

/** Puts pages into a paper in this order; they leave the paper they were in. */
export async function placePages(db: Db, paperId: string, pageIds: readonly string[]): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page p set paper_id = ${paperId}, place = o.place
      from unnest(${[...pageIds]}::uuid[]) with ordinality as o (id, place) where p.id = o.id`,
  )
}

export async function scanKnownAs(db: Db, knownAs: string): Promise<string | undefined> {
  const found = await maybeRow(db, sql<{ id: string }>`select id from digitisation.scan where known_as = ${knownAs}`)
  return found?.id
}

/** The next pages of a scan to be made, in the order they came. */
export function waitingPages(db: Db, scanId: string, limit: number): Promise<Page[]> {
  return rows(
    db,
    sql<Page>`select ${PAGE} from digitisation.page where scan_id = ${scanId} and state = 'waiting' order by no limit ${limit}`,
  )
}

/** A page is to be made again: turned by hand, or the same that came before. */
export async function makeAgain(db: Db, id: string, turnedByHand: Turned | null): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page set state = 'waiting', failure = null, picture_sha256 = null, picture_size = null,
        width = null, height = null, dpi = null, quality = null, codes = '[]', turned_by_hand = ${turnedByHand}, accepted_by = null
      where id = ${id}`,
  )
}

export async function setPageAccepted(db: Db, id: string, by: string): Promise<void> {
  await execute(db, sql`update digitisation.page set accepted_by = ${by} where id = ${id}`)
}

/** The newer page takes the place of the older in its paper. */
export async function replacePage(db: Db, old: Page, newerId: string): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page set paper_id = null, place = null, replaced_by = ${newerId} where id = ${old.id}`,
  )
  if (old.paperId === null) return
  await execute(
    db,
    sql`update digitisation.page set paper_id = ${old.paperId}, place = ${old.place} where id = ${newerId}`,
  )
}

/** Takes pages out of the papers they are in. */
export async function takeOut(db: Db, pageIds: readonly string[]): Promise<void> {
  await execute(
    db,
    sql`update digitisation.page set paper_id = null, place = null where id = any(${[...pageIds]}::uuid[])`,
  )
}

/** Scans of these desks, the newest first, older than `before`. */
export function scansOfUnits(
  db: Db,
  unitIds: readonly string[],
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Scan[]> {
  return rows(
    db,
    sql<Scan>`select ${SCAN} from digitisation.scan
      where unit_id = any(${[...unitIds]}::uuid[]) and state <> 'dropped' ${before ? sql`and id < ${before}` : sql``}
      order by id desc limit ${limit}`,
  )
}

export type ScanFigures = {
  scanId: string
  pages: number
  waiting: number
  failed: number
  faulty: number
  papers: number
}

/** What stands in each of these scans. */
export function figuresOfScans(db: Db, scanIds: readonly string[]): Promise<ScanFigures[]> {
  return rows(
    db,
    sql<ScanFigures>`
      select s.id as scan_id, count(p.id)::int as pages, count(p.id) filter (where p.state = 'waiting')::int as waiting,
        count(p.id) filter (where p.state = 'failed')::int as failed, count(distinct p.paper_id)::int as papers,
        count(p.id) filter (where p.quality @? '$.faults[*] ? (@.weight == "again")' and p.accepted_by is null)::int as faulty
      from unnest(${[...scanIds]}::uuid[]) as s (id)
      left join digitisation.page p on p.scan_id = s.id and p.replaced_by is null
      group by s.id`,
  )
}
