import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { runAction } from '../../platform/action.ts'
import type { App } from '../../platform/app.ts'
import { vietnamDate } from '../../platform/dates.ts'
import { reaction } from '../../platform/events.ts'
import { defineJob } from '../../platform/jobs.ts'
import { paperAssembled } from '../events.ts'
import { knownOn } from '../known-on.ts'
import type { PreparedPage } from '../intake/scan.ts'
import { pagesOfPaper, paperById } from '../intake/store.ts'
import { readPage } from '../reading/read-page.ts'
import { beginReading } from './begin-reading.ts'
import { findHints, READER } from './find-hints.ts'
import { whatPaperSays, type ReadPlace } from './paper-says.ts'
import { pagesToRead, readingOfPage, withCodes } from './reading.ts'
import { recogniserPort } from './recogniser-port.ts'
import { recordReading } from './record-reading.ts'
import { recordValues } from './record-values.ts'
import { readingsOf } from './store.ts'

type Asked = { paperId: string }

/** One paper a core at most, and one core left for people. */
const PAPERS_AT_ONCE = Math.max(1, availableParallelism() - 1)
/** A long paper makes room for others, and goes on in a job of its own. */
const MOST_MS = 60_000

/**
 * Reads a paper page by page in processes of their own. Each page is kept as soon as it is read, so a stop costs the page that was
 * under way; a page that fails is tried once more, then the paper goes on without it.
 */
export const readPaper = defineJob<Asked>(
  'digitisation.read-paper',
  { retryLimit: 5, atOnce: PAPERS_AT_ONCE },
  async (app, { paperId }) => {
    if (!(await runAction(app, beginReading, READER, { paperId }))) return
    const begun = performance.now()
    for (;;) {
      const [page] = await pagesLeft(app, paperId)
      if (!page) break
      if (performance.now() - begun > MOST_MS) return goOn(app, paperId)
      await readOne(app, paperId, page)
    }
    if (!(await settle(app, paperId))) await goOn(app, paperId)
  },
)

export const readAssembled = reaction(paperAssembled, 'digitisation.read-assembled', (app, { paperId }) =>
  goOn(app, paperId),
)

function goOn(app: App, paperId: string): Promise<void> {
  return app.db.transaction().execute((db) => app.jobs.enqueue(db, readPaper, { paperId }))
}

async function pagesLeft({ db }: App, paperId: string): Promise<PreparedPage[]> {
  const pages = await pagesOfPaper(db, paperId)
  return pagesToRead(
    pages,
    await readingsOf(
      db,
      pages.map(({ id }) => id),
    ),
  )
}

async function readOne(app: App, paperId: string, { id: pageId, pictureSha256, codes }: PreparedPage): Promise<void> {
  const begun = performance.now()
  const told = () => ({ paperId, pageId, pictureSha256, tookMs: Math.round(performance.now() - begun) })
  const jpeg = await app.files.bytes(pictureSha256)
  const on = vietnamDate(app.clock.now())
  const outcome = await readPage(app.ports.get(recogniserPort), { jpeg }, on).then(
    (read) => ({ read: withCodes(read, codes) }),
    (error: Error) => ({ failure: error.message.split('\n')[0] ?? '' }),
  )
  await runAction(app, recordReading, READER, { ...told(), ...outcome })
}

/** False when the paper was mended while it was read. */
async function settle(app: App, paperId: string): Promise<boolean> {
  const paper = await paperById(app.db, paperId)
  if (!paper || paper.state !== 'reading') return true
  const pages = await readPages(app, paperId)
  const says = whatPaperSays(pages, await knownOn(app.db, vietnamDate(app.clock.now())))
  const hints = [...(await findHints(app, paper, says.fields))]
  const { version } = paper
  return runAction(app, recordValues, READER, { paperId, version, pages: pages.length, says, hints })
}

/** The pages of a paper that could be read, by their places. */
export async function readPages({ db }: Pick<App, 'db'>, paperId: string): Promise<ReadPlace[]> {
  const pages = await pagesOfPaper(db, paperId)
  const readings = await readingsOf(
    db,
    pages.map(({ id }) => id),
  )
  return pages.flatMap((page) => {
    const reading = readingOfPage(page, readings)
    return reading?.state === 'read'
      ? [{ place: page.place ?? 1, read: reading, faults: page.quality?.faults ?? [] }]
      : []
  })
}
