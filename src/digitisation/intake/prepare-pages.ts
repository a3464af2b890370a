import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { defineJob } from '../../platform/jobs.ts'
import { fileById } from '../../documents/index.ts'
import { recogniserPort } from '../readings/recogniser-port.ts'
import { makeScannedPage } from './pages/make-page.ts'
import { failPage, keepPage } from './keep-page.ts'
import type { Page } from './scan.ts'
import { settleScan } from './settle-scan.ts'
import { waitingPages } from './store.ts'

export const PREPARER = { kind: 'system', name: 'digitisation.preparer' } as const

/** A long scan makes room for others, and goes on in a job of its own. */
const PAGES_AT_ONCE = 12

/**
 * Makes the pages of a scan one by one, each kept as soon as it is made: a stop costs the page that was under way. A page that
 * cannot be made fails alone.
 */
export const preparePages = defineJob<{ scanId: string }>(
  'digitisation.prepare-pages',
  { retryLimit: 5 },
  async (app, { scanId }) => {
    for (const page of await waitingPages(app.db, scanId, PAGES_AT_ONCE)) await prepare(app, page)
    const isLeft = (await waitingPages(app.db, scanId, 1)).length > 0
    if (isLeft) await app.db.transaction().execute((db) => app.jobs.enqueue(db, preparePages, { scanId }))
    else await runAction(app, settleScan, PREPARER, { scanId })
  },
)

async function prepare(app: App, { id: pageId, fileId, filePage, turnedByHand }: Page): Promise<void> {
  const file = await fileById(app.db, fileId)
  if (!file) throw new Error(`file ${fileId} is missing`)
  const source = {
    path: pathInStore(app.settings.fileFolder, file.sha256),
    mediaType: file.mediaType,
    page: filePage,
  }
  const recogniser = app.ports.get(recogniserPort)
  const made = await makeScannedPage(app, source, { turned: turnedByHand ?? undefined, recogniser })
  if (!made.ok) return runAction(app, failPage, PREPARER, { pageId, failure: made.reason })
  const { jpeg, ...page } = made.page
  await runAction(app, keepPage, PREPARER, { pageId, page, picture: await app.files.put(jpeg) })
}
