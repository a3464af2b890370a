import { Type } from 'typebox'
import { action, type ActionContext } from '../../platform/action.ts'
import { actorLabel, type Actor } from '../../platform/actor.ts'
import { newId } from '../../platform/id.ts'
import { Refusal, refuse, type Reason } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { preparePages } from './prepare-pages.ts'
import { pageToChange, SCANNERS } from './reach.ts'
import type { Page, Paper, Scan, Turned } from './scan.ts'
import {
  filesOfScan,
  insertPages,
  insertScanFiles,
  makeAgain,
  pagesOfScan,
  paperById,
  replacePage,
  setPageAccepted,
  setScanState,
} from './store.ts'

const PageId = Type.String({ format: 'uuid' })

/** A page of a paper that went on is left as it was read; a scan whose pages are being made is left alone. */
export function whyNotMend(
  page: Pick<Page, 'no'>,
  paper: Pick<Paper, 'state'> | undefined,
  scan: Scan,
): Reason | undefined {
  if (scan.state !== 'ready' && scan.state !== 'handed-on') return { code: 'digitisation.scan-not-ready' }
  return paper && paper.state !== 'assembling'
    ? { code: 'digitisation.page-read-already', facts: { page: page.no } }
    : undefined
}

async function pageToMend(db: ActionContext['db'], actor: Actor, pageId: string): Promise<{ page: Page; scan: Scan }> {
  const { page, scan } = await pageToChange(db, actor, pageId)
  refuse(whyNotMend(page, page.paperId === null ? undefined : await paperById(db, page.paperId), scan))
  return { page, scan }
}

/** Turns a page clockwise, on top of how it stands. */
export const turnPage = action({
  name: 'digitisation.turn-page',
  roles: SCANNERS,
  input: Type.Object({ pageId: PageId, by: Type.Enum([90, 180, 270]) }),
  async run(ctx, actor, { pageId, by }): Promise<void> {
    const { page, scan } = await pageToMend(ctx.db, actor, pageId)
    const [original] = await filesByIds(ctx.db, [page.fileId])
    if (original?.letGo) throw new Refusal('documents.let-go', { name: original.name, ...original.letGo })
    const turn = ((page.turned + by) % 360) as Turned
    await makeAgain(ctx.db, pageId, turn)
    await prepareAgain(ctx, scan)
    ctx.journal({ subject: `scan:${scan.id}`, what: 'digitisation.page-turned', facts: { page: page.no, turn } })
  },
})

/** A person has seen that a page is faulty and that it can be read all the same. */
export const acceptPage = action({
  name: 'digitisation.accept-page',
  roles: SCANNERS,
  input: Type.Object({ pageId: PageId }),
  async run({ db, journal }, actor, { pageId }): Promise<void> {
    const { page, scan } = await pageToMend(db, actor, pageId)
    refuse(page.state === 'prepared' ? undefined : { code: 'digitisation.page-not-there', facts: { page: page.no } })
    await setPageAccepted(db, pageId, actorLabel(actor))
    const faults = page.quality?.faults.map(({ kind }) => kind) ?? []
    journal({ subject: `scan:${scan.id}`, what: 'digitisation.page-accepted', facts: { page: page.no, faults } })
  },
})

/** Puts a page that was scanned again into the place of a bad one; the bad one stays on record. */
export const rescanPage = action({
  name: 'digitisation.rescan-page',
  roles: SCANNERS,
  input: Type.Object({ pageId: PageId, fileId: PageId }),
  async run(ctx, actor, { pageId, fileId }): Promise<void> {
    const { db, journal } = ctx
    const { page, scan } = await pageToMend(db, actor, pageId)
    const [file] = await filesByIds(db, [fileId])
    if (!file || file.uploadedBy !== actorLabel(actor)) throw new Refusal('platform.not-found')
    const isPage = file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/')
    refuse(isPage ? undefined : { code: 'digitisation.no-pages', facts: { name: file.name } })
    const [files, pages] = await Promise.all([filesOfScan(db, scan.id), pagesOfScan(db, scan.id)])
    const { name } = file
    const added = {
      scanId: scan.id,
      no: files.length + 1,
      name,
      fileId,
      pages: 1,
      state: 'opened',
      failure: null,
    } as const
    await insertScanFiles(db, [added])
    const newer = newId()
    await insertPages(db, scan.id, [{ id: newer, no: pages.length + 1, fileId, filePage: 1 }])
    await replacePage(db, page, newer)
    await prepareAgain(ctx, scan)
    journal({
      subject: `scan:${scan.id}`,
      what: 'digitisation.page-rescanned',
      facts: { page: page.no, sha256: file.sha256 },
    })
  },
})

async function prepareAgain({ db, enqueue }: ActionContext, scan: Scan): Promise<void> {
  await setScanState(db, scan.id, 'preparing')
  await enqueue(preparePages, { scanId: scan.id })
}
