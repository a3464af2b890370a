import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { inspect, pageOfPicture } from '../documents/index.ts'
import type { LegalDate } from '../platform/dates.ts'
import { Refusal } from '../platform/refusal.ts'
import { readPage, type ReadPage } from './reading/read-page.ts'
import type { Recogniser } from './reading/recogniser.ts'

/** Nothing larger is taken in anywhere else either. */
const MOST_BYTES = 20 * 1024 * 1024

/** Reads every page of a paper in a file on disk, kept nowhere. Refuses with why when it cannot be opened or read. */
export async function readPaperFile(path: string, recogniser: Recogniser, on: LegalDate): Promise<ReadPage[]> {
  const name = basename(path)
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) throw new Refusal('digitisation.no-such-file', { name })
  if (size > MOST_BYTES) throw new Refusal('digitisation.file-too-big', { name })
  const verdict = await inspect(path)
  if (!verdict.ok) throw new Refusal(verdict.code, { name, ...verdict.facts })
  if (verdict.mediaType === 'application/pdf' || !verdict.mediaType.startsWith('image/'))
    throw new Refusal('digitisation.not-a-scan', { name })
  return [await readPicture(path, name, recogniser, on)]
}

async function readPicture(path: string, name: string, recogniser: Recogniser, on: LegalDate): Promise<ReadPage> {
  const page = await pageOfPicture(path, 'straightened')
  if (!page) throw new Refusal('documents.picture-too-hard', { name })
  return readPage(recogniser, { jpeg: page.jpeg, original: await readFile(path) }, on)
}
