import sharp from 'sharp'
import type { App } from '../../platform/app.ts'
import { newId } from '../../platform/id.ts'
import { sql } from '../../platform/db.ts'
import type { Paper } from '../intake/scan.ts'
import { insertPages, insertPaper, insertScan, savePrepared, setPaperState } from '../intake/store.ts'
import { linesOf } from '../pairs/testing.ts'
import type { Recogniser, Script } from '../reading/recogniser.ts'

/** The lines of one page, as printed; `undefined` is a page no recogniser gets through. */
export type PageText = readonly string[] | undefined

/** Pictures of a paper nobody could tell apart but by their width, which is how `recorded` knows them. */
async function pictureOf(width: number): Promise<Buffer> {
  return sharp({ create: { width, height: 600, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
}

/** A recogniser that says what was written down for each page, and how often it was asked. */
export function recorded(): Recogniser & { asked: number; pages: Map<number, PageText> } {
  const pages = new Map<number, PageText>()
  const side = {
    name: 'recorded',
    asked: 0,
    pages,
    async read(png: Uint8Array, script: Script) {
      // A second look at doubtful values sees nothing here.
      if (script === 'strips') return []
      side.asked += 1
      const { width = 0 } = await sharp(png).metadata()
      const lines = pages.get(width)
      if (!lines) throw new Error('the page took too long or too much memory to read')
      return linesOf(...lines)
    },
    ping: async () => true,
  }
  return side
}

/** A birth certificate with one value nobody is sure of: `?` stands for letters that are hard to read. */
export const BIRTH_PAPER = [
  '          GIẤY KHAI SINH',
  'Họ, chữ đệm, tên: PHẠM THÙY NGUYỆT',
  'Ngày, tháng, năm sinh: 13/08/2017',
  'Giới tính: Nữ?',
  'Dân tộc: Kinh',
  'Quốc tịch: Việt Nam',
  'Nơi sinh: Phường Bãi Cháy, tỉnh Quảng Ninh',
  'Số định danh cá nhân: 022317061637',
]

let widths = 1_200

type Given = Partial<Pick<Paper, 'unitId' | 'dossierId' | 'componentCode' | 'state'>> & { dossierCode?: string }

/** A paper whose pages are prepared and stand in order, waiting to be read. */
export async function aPaper(
  { db, files, clock }: App,
  recogniser: ReturnType<typeof recorded>,
  pages: readonly PageText[],
  { unitId = newId(), dossierId = null, dossierCode, componentCode = null, state = 'waiting' }: Given = {},
): Promise<string> {
  const [scanId, paperId] = [newId(), newId()]
  const scan = {
    id: scanId,
    source: 'desk' as const,
    unitId,
    title: 'Quét tại quầy',
    takenBy: 'system:test',
    takenAt: clock.now(),
    draftId: null,
    dossierId,
    dossierCode: dossierCode ?? null,
    componentCode,
    handsOn: 'by-itself' as const,
    splitAt: 'separator' as const,
    knownAs: null,
    state: 'handed-on' as const,
    version: 1,
  }
  await insertScan(db, scan)
  const paper = { id: paperId, scanId, no: 1, unitId, draftId: null, dossierId, componentCode, separatorCode: null }
  const blank = {
    fileId: null,
    typeCode: null,
    typeConfidence: null,
    failure: null,
    createdAt: clock.now(),
    version: 1,
  }
  await insertPaper(db, { ...paper, ...blank, state: 'assembling' })
  const fileId = newId()
  const made = pages.map((text, at) => ({ id: newId(), no: at + 1, fileId, filePage: at + 1, text }))
  await insertPages(db, scanId, made)
  for (const { id, no, text } of made) {
    widths += 1
    recogniser.pages.set(widths, text)
    const { sha256: pictureSha256, size: pictureSize } = await files.put(await pictureOf(widths))
    const picture = { pictureSha256, pictureSize, width: widths, height: 600, dpi: 200, turned: 0 as const }
    await savePrepared(db, id, { ...picture, quality: { faults: [], sharp: 1, ink: 0.1 }, codes: [], role: 'page' })
    await sql`update digitisation.page set paper_id = ${paperId}, place = ${no} where id = ${id}`.execute(db)
  }
  await setPaperState(db, { id: paperId, version: 1 }, state)
  return paperId
}
