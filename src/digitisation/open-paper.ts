import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { inspect } from '../documents/index.ts'
import type { LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import { makeScannedPage } from './intake/pages/make-page.ts'
import type { Fault } from './intake/quality/quality.ts'
import { readPage, type ReadPage } from './reading/read-page.ts'
import type { Recogniser } from './reading/recogniser.ts'
import { withCodes } from './readings/reading.ts'

/** Nothing larger is taken in anywhere else either. */
const MOST_BYTES = 20 * 1024 * 1024

/** A page as it was read, and what is wrong with its picture. Blank pages are left out; `place` is that in the file. */
export type OpenedPage = { place: number; read: ReadPage; faults: readonly Fault[] }

/**
 * Reads every page of a paper in a file on disk, kept nowhere. Refuses with why when it cannot be opened, when a page cannot be
 * read, and when nothing is on it at all: half a paper is not read as a whole one.
 */
export async function readPaperFile(path: string, recogniser: Recogniser, on: LegalDate): Promise<OpenedPage[]> {
  const name = basename(path)
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) throw new Refusal('digitisation.no-such-file', { name })
  if (size > MOST_BYTES) throw new Refusal('digitisation.file-too-big', { name })
  const verdict = await inspect(path)
  if (!verdict.ok) throw new Refusal(verdict.code, { name, ...verdict.facts })
  const { mediaType, pages: count } = verdict
  if (mediaType !== 'application/pdf' && !mediaType.startsWith('image/'))
    throw new Refusal('digitisation.not-a-scan', { name })
  const dataFolder = await mkdtemp(join(tmpdir(), 'motcua-extract-'))
  try {
    const pages: OpenedPage[] = []
    for (let no = 1; no <= (count ?? 1); no += 1) {
      const page = await readOne({ path, mediaType, page: no }, dataFolder, recogniser, on)
      if (page === 'failed') throw new Refusal('digitisation.page-not-read', { name, page: no })
      if (page !== 'blank') pages.push(page)
    }
    if (pages.every(({ read }) => read.lines.length === 0 && read.codes.length === 0))
      throw new Refusal('digitisation.nothing-on-it', { name })
    return pages
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

type Source = { path: string; mediaType: string; page: number }

async function readOne(
  source: Source,
  dataFolder: string,
  recogniser: Recogniser,
  on: LegalDate,
): Promise<OpenedPage | 'blank' | 'failed'> {
  const log = { warn: () => undefined }
  const made = await makeScannedPage({ settings: { dataFolder }, log }, source, { turned: undefined, recogniser })
  if (!made.ok) return 'failed'
  const { jpeg, codes, quality, isBlank } = made.page
  if (isBlank && codes.length === 0) return 'blank'
  const read = await readPage(recogniser, { jpeg, original: jpeg }, on).catch(() => undefined)
  return read ? { place: source.page, read: withCodes(read, codes), faults: quality.faults } : 'failed'
}
