import { execute, maybeRow, rows, send, sql, type Db } from '../../platform/db.ts'
import type { StoredFile } from '../file.ts'
import { filesByIds } from '../store.ts'
import type { ComposedPage, PageChoice, PicturePage, Turn, Way } from './page.ts'

type Row = Omit<PicturePage, 'size'> & { size: bigint }

const COLUMNS = sql`source_file_id, way, sha256, size, width, height, dpi, changed`
const pageOf = ({ size, ...row }: Row): PicturePage => ({ ...row, size: Number(size) })

export async function picturePage(db: Db, sourceFileId: string, way: Way): Promise<PicturePage | undefined> {
  const row = await maybeRow(
    db,
    sql<Row>`select ${COLUMNS} from documents.picture_page where source_file_id = ${sourceFileId} and way = ${way}`,
  )
  return row && pageOf(row)
}

/** Made twice at once, the first stays. */
export async function insertPicturePage(db: Db, page: PicturePage, now: Date): Promise<void> {
  const { sourceFileId, way, sha256, size, width, height, dpi, changed } = page
  await execute(
    db,
    sql`insert into documents.picture_page (source_file_id, way, sha256, size, width, height, dpi, changed, made_at)
      values (${sourceFileId}, ${way}, ${sha256}, ${size}, ${width}, ${height}, ${dpi}, ${changed}, ${now})
      on conflict do nothing`,
  )
}

export async function insertComposedPages(db: Db, fileId: string, pages: readonly PageChoice[]): Promise<void> {
  const listed = pages.map(({ fileId: source, way, turn }, index) => ({ no: index + 1, source, way, turn }))
  await send(
    db,
    sql`insert into documents.composed_page (file_id, no, source_file_id, way, turn)
      select ${fileId}, no, source, way, turn
      from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb) as page (no int, source uuid, way text, turn int)`,
  )
}

/** The photos of pages by their ids, to name them beside their pages. */
export async function photosOf(db: Db, pages: readonly ComposedPage[]): Promise<ReadonlyMap<string, StoredFile>> {
  const photos = await filesByIds(db, [...new Set(pages.map(({ sourceFileId }) => sourceFileId))])
  return new Map(photos.map((photo) => [photo.id, photo]))
}

/** Pages of each of these files that was made of photos, in their order. */
export async function composedPages(db: Db, fileIds: readonly string[]): Promise<ComposedPage[]> {
  const found = await rows(
    db,
    sql<Row & { fileId: string; no: number; turn: Turn }>`
      select c.file_id, c.no, c.turn, ${COLUMNS}
      from documents.composed_page c join documents.picture_page p using (source_file_id, way)
      where c.file_id = any(${fileIds}::uuid[]) order by c.file_id, c.no`,
  )
  return found.map(({ fileId, no, turn, ...row }) => ({ ...pageOf(row), fileId, no, turn }))
}
