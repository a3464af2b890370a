import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pageOfPicture } from '../../src/documents/index.ts'
import { preparePage } from '../../src/digitisation/reading/prepare-page.ts'
import { readPage } from '../../src/digitisation/reading/read-page.ts'
import type { Recogniser } from '../../src/digitisation/reading/recogniser.ts'
import type { KnownOfPapers } from '../../src/digitisation/extraction/understand-paper.ts'
import { measurePage, type Measured, type MeasuredPaper } from './measure.ts'
import { scansOf, type SetName } from './sets.ts'

export type MeasuredScan = Measured & {
  /** How it was worn. */
  level: string
  /** Milliseconds from the picture to the words, and of the bare recogniser on the same page. */
  whole: number
  bare: number
}

export type ReadSet = { scans: MeasuredScan[]; failed: number }

type ScanToRead = { level: string; paper: MeasuredPaper; jpeg: Buffer }

/** Draws and reads a set. */
export function readSet(
  set: SetName,
  recogniser: Recogniser,
  known: KnownOfPapers,
  { rounds = 1, every = 1 } = {},
): Promise<ReadSet> {
  return readScans(scansOf(set, rounds), recogniser, known, every)
}

/** One page after the other; a page beyond its limits is counted and left out. */
export async function readScans(
  scans: AsyncIterable<ScanToRead>,
  recogniser: Recogniser,
  known: KnownOfPapers,
  every = 1,
): Promise<ReadSet> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-papers-'))
  const found: ReadSet = { scans: [], failed: 0 }
  let no = 0
  try {
    for await (const { level, paper, jpeg } of scans) {
      no += 1
      if (no % every !== 0) continue
      const path = join(folder, 'page.jpg')
      await writeFile(path, jpeg)
      const begun = performance.now()
      const page = await pageOfPicture(path, 'straightened')
      const input = page && { jpeg: page.jpeg, original: jpeg }
      const read = input && (await readPage(recogniser, input, known.today).catch(() => undefined))
      if (!page || !read) {
        found.failed += 1
        continue
      }
      const whole = performance.now() - begun
      const { png } = await preparePage(page.jpeg)
      const alone = performance.now()
      await recogniser.read(png, 'vietnamese')
      const bare = performance.now() - alone
      found.scans.push({ ...measurePage(paper, read, known), level, whole, bare })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return found
}
