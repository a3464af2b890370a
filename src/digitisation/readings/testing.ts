import sharp from 'sharp'
import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { newId } from '../../platform/id.ts'
import { sql } from '../../platform/db.ts'
import type { Paper } from '../intake/scan.ts'
import { insertPages, insertPaper, insertScan, pagesOfPaper, savePrepared, setPaperState } from '../intake/store.ts'
import { linesOf } from '../pairs/testing.ts'
import type { Recogniser, Script } from '../reading/recogniser.ts'
import { beginReading } from './begin-reading.ts'
import { READER } from './find-hints.ts'
import { readPaper } from './read-paper.ts'
import { recordReading } from './record-reading.ts'

/** The lines of one page, as printed; `undefined` is a page no recogniser gets through. */
export type PageText = readonly string[] | undefined

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
      // Whatever is looked at once more shows nothing here.
      if (script !== 'vietnamese') return []
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

/** A paper of pages nobody could tell apart but by their width, waiting to be read by `recorded`. */
export async function aPaper(
  app: App,
  recogniser: ReturnType<typeof recorded>,
  pages: readonly PageText[],
  given: Given = {},
): Promise<string> {
  const pictures: Buffer[] = []
  for (const text of pages) {
    widths += 1
    recogniser.pages.set(widths, text)
    pictures.push(await pictureOf(widths))
  }
  return aScannedPaper(app, pictures, given)
}

/** A paper that was read: as `aPaper`, without what reading pictures costs. */
export async function aReadPaper(app: App, pages: readonly (readonly string[])[], given: Given = {}): Promise<string> {
  const paperId = await aPaper(app, recorded(), pages, given)
  await runAction(app, beginReading, READER, { paperId })
  for (const [at, { id: pageId, pictureSha256, width, height }] of (await pagesOfPaper(app.db, paperId)).entries()) {
    if (pictureSha256 === null || width === null || height === null) throw new Error('a page without its picture')
    const lines = linesOf(...(pages[at] ?? []))
    const read = { width, height, lines, codes: [], card: undefined, recogniser: 'recorded' }
    await runAction(app, recordReading, READER, { paperId, pageId, pictureSha256, tookMs: 1, read })
  }
  await readPaper.run(app, { paperId })
  return paperId
}

/** A paper whose pages are these pictures: prepared, in order, waiting to be read. */
export async function aScannedPaper(
  { db, files, clock }: App,
  pictures: readonly Buffer[],
  { unitId = newId(), dossierId = null, dossierCode, componentCode = null, state = 'waiting' }: Given = {},
): Promise<string> {
  const [scanId, paperId] = [newId(), newId()]
  await insertScan(db, {
    id: scanId,
    source: 'desk',
    unitId,
    title: 'Quét tại quầy',
    takenBy: 'system:test',
    takenAt: clock.now(),
    draftId: null,
    dossierId,
    dossierCode: dossierCode ?? null,
    componentCode,
    handsOn: 'by-itself',
    splitAt: 'separator',
    knownAs: null,
    state: 'handed-on',
    version: 1,
  })
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
  const made = pictures.map((picture, at) => ({ id: newId(), no: at + 1, fileId, filePage: at + 1, picture }))
  await insertPages(
    db,
    scanId,
    made.map(({ id, no, filePage }) => ({ id, no, fileId, filePage })),
  )
  for (const { id, no, picture } of made) {
    const { width, height } = await sharp(picture).metadata()
    const { sha256: pictureSha256, size: pictureSize } = await files.put(picture)
    const page = { pictureSha256, pictureSize, width, height, dpi: Math.round(height / 11.7), turned: 0 as const }
    await savePrepared(db, id, { ...page, quality: { faults: [], sharp: 1, ink: 0.1 }, codes: [], role: 'page' })
    await sql`update digitisation.page set paper_id = ${paperId}, place = ${no} where id = ${id}`.execute(db)
  }
  await setPaperState(db, { id: paperId, version: 1 }, state)
  return paperId
}
