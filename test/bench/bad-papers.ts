import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vietnamDate } from '../../src/platform/dates.ts'
import { probabilityOf } from '../../src/digitisation/calibration/calibration.ts'
import { mustBeScannedAgain } from '../../src/digitisation/intake/quality/quality.ts'
import { SURE_FROM } from '../../src/digitisation/bench/value.ts'
import { makeScannedPage } from '../../src/digitisation/intake/pages/make-page.ts'
import { shippedKnown } from '../../src/digitisation/known-on.ts'
import { readPage } from '../../src/digitisation/reading/read-page.ts'
import type { Recogniser } from '../../src/digitisation/reading/recogniser.ts'
import { hasTwoPapers } from '../../src/digitisation/readings/paper-says.ts'
import { recogniserOf } from '../../src/digitisation/reading/recognisers/choose.ts'
import type { KnownOfPapers } from '../../src/digitisation/extraction/understand-paper.ts'
import { measurePage } from '../papers/measure.ts'
import { SPOILT, spoiltScans, type SpoiltScan } from '../papers/spoil.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'

const PAPERS = 6

type End = { stopped: string[]; told: string[]; sure: number; wrong: number; doubted: number }
type Reading = { folder: string; recogniser: Recogniser; known: KnownOfPapers }

/**
 * Papers that cannot be read as they are, on the way they take in: each must end at a person with the reason, and none as wrong
 * data that looks sure.
 */
export const badPapers: Part = async ({ quick }) => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bad-papers-'))
  try {
    const recogniser = await recogniserOf(undefined)
    const known = await shippedKnown(vietnamDate(new Date()))
    const found: Row[] = []
    for (const way of Object.keys(SPOILT)) {
      const ends: End[] = []
      for await (const scan of spoiltScans(way, quick ? 2 : PAPERS)) {
        ends.push(await endOf(scan, { folder, recogniser, known }))
      }
      found.push(rowOf(way, ends))
    }
    return found
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function endOf({ paper, jpeg }: SpoiltScan, { folder, recogniser, known }: Reading): Promise<End> {
  const path = join(folder, 'page.jpg')
  await writeFile(path, jpeg)
  const none = { stopped: [], told: [], sure: 0, wrong: 0, doubted: 0 }
  const app = { settings: { dataFolder: folder }, log: { warn: () => {} } }
  const made = await makeScannedPage(app, { path, mediaType: 'image/jpeg', page: 1 }, { turned: undefined, recogniser })
  if (!made.ok) return { ...none, stopped: [made.reason.code.replace('digitisation.', '')] }
  const { isBlank, quality, jpeg: page } = made.page
  if (isBlank) return { ...none, stopped: ['blank'] }
  const faults = quality.faults.map(({ kind }) => kind)
  if (mustBeScannedAgain(quality)) return { ...none, stopped: faults }
  const read = await readPage(recogniser, { jpeg: page, original: jpeg }, known.today).catch(() => undefined)
  if (!read) return { ...none, stopped: ['beyond-limits'] }
  const { held, kindIsRight } = measurePage(paper, read, known)
  const fields = held.filter(({ what }) => what === 'field')
  const sure = hasTwoPapers(quality.faults)
    ? []
    : fields.filter(({ signs, hasFault }) => !hasFault && probabilityOf(known.calibration, signs) >= SURE_FROM)
  const wrong = sure.filter(({ isRight }) => !isRight).length
  const told = kindIsRight ? faults : [...faults, 'kind-unsure']
  return { stopped: [], told, sure: sure.length, wrong, doubted: fields.length - sure.length }
}

function rowOf(way: string, ends: readonly End[]): Row {
  const sum = (of: (end: End) => number) => ends.reduce((total, end) => total + of(end), 0)
  const [sure, wrong] = [sum((end) => end.sure), sum((end) => end.wrong)]
  return {
    what: `Bad papers: ${way}`,
    measured: `${wrong} wrong of ${sure} sure values; ${sum((end) => end.doubted)} left to a person`,
    floor: `${ends.length} papers: ${[...Map.groupBy(ends, wordsOf)].map(([words, own]) => `${own.length} ${words}`).join(', ')}`,
    aim: 'at most 1 in 20 wrong',
    isMet: wrong <= sure * (1 - SURE_FROM),
  }
}

function wordsOf({ stopped, told }: End): string {
  if (stopped.length > 0) return `stopped (${stopped.join(', ')})`
  return told.length > 0 ? `read, told (${told.join(', ')})` : 'read'
}
