import { Type } from 'typebox'
import { action, runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { reaction } from '../../platform/events.ts'
import { defineJob } from '../../platform/jobs.ts'
import { recordProducedFile } from '../../documents/index.ts'
import { paperRead } from '../events.ts'
import { isPrepared, type PreparedPage, type Scan } from '../intake/scan.ts'
import { pagesOfPaper, paperById, paperForUpdate, scanById, setPaperFile } from '../intake/store.ts'
import { readingOfPage } from '../readings/reading.ts'
import { readingsOf } from '../readings/store.ts'
import { archivalPdf } from './archival-pdf.ts'
import { archiveTexts } from './texts.ts'

const ARCHIVIST = { kind: 'system', name: 'digitisation.archivist' } as const
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** Keeps the archival file of a paper whose pages are still those it was made of; false when they were mended meanwhile. */
export const recordArchive = action({
  name: 'digitisation.record-archive',
  roles: ['system'],
  input: Type.Object({
    paperId: Type.String({ format: 'uuid' }),
    pictures: Type.Array(Sha256, { minItems: 1 }),
    name: Type.String(),
    bytes: Type.Unsafe<Uint8Array>({}),
  }),
  unjournalled: 'a file made of pages that were mended meanwhile is not kept; one that is kept writes its line',
  async run(ctx, _, { paperId, pictures, name, bytes }): Promise<boolean> {
    const paper = await paperForUpdate(ctx.db, paperId)
    const now = await preparedPages(ctx, paperId)
    if (!paper || String(now.map(({ pictureSha256 }) => pictureSha256)) !== String(pictures)) return false
    const file = await recordProducedFile(ctx, { bytes, name, mediaType: 'application/pdf', pages: pictures.length })
    await setPaperFile(ctx.db, paperId, file.id)
    ctx.journal({
      subject: `paper:${paperId}`,
      what: 'digitisation.paper-archived',
      facts: { sha256: file.sha256, size: file.size, pages: pictures.length, pictures },
    })
    return true
  },
})

/** Makes the one archival PDF of a paper; made again when its pages were mended meanwhile. */
export const archivePaper = defineJob<{ paperId: string }>(
  'digitisation.archive-paper',
  { retryLimit: 5 },
  async (app, { paperId }) => {
    const paper = await paperById(app.db, paperId)
    const pages = await preparedPages(app, paperId)
    const scan = paper && (await scanById(app.db, paper.scanId))
    if (!scan || pages.length === 0) return
    const title = archiveTexts.title(scan.title, paper.no)
    const bytes = await archivalPdf(await withReadings(app, pages), { title, madeAt: madeAt(scan) })
    const pictures = pages.map(({ pictureSha256 }) => pictureSha256)
    const isKept = await runAction(app, recordArchive, ARCHIVIST, { paperId, pictures, name: `${title}.pdf`, bytes })
    if (!isKept) throw new Error(`the pages of paper ${paperId} were mended while its file was made`)
  },
)

export const archiveRead = reaction(paperRead, 'digitisation.archive-read', (app, { paperId }) =>
  app.db.transaction().execute((db) => app.jobs.enqueue(db, archivePaper, { paperId })),
)

/** The file says when its paper was scanned, so that it is the same however often it is made. */
const madeAt = ({ takenAt }: Pick<Scan, 'takenAt'>) => takenAt

async function preparedPages({ db }: Pick<App, 'db'>, paperId: string): Promise<PreparedPage[]> {
  return (await pagesOfPaper(db, paperId)).filter(isPrepared)
}

async function withReadings({ db, files }: App, pages: readonly PreparedPage[]) {
  const readings = await readingsOf(
    db,
    pages.map(({ id }) => id),
  )
  return Promise.all(
    pages.map(async (page) => {
      const { width, height, dpi, pictureSha256 } = page
      const reading = readingOfPage(page, readings)
      const lines = reading?.state === 'read' ? reading.lines : []
      return { jpeg: await files.bytes(pictureSha256), width, height, dpi, lines }
    }),
  )
}
