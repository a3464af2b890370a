import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { OpenApp } from '../../src/context.ts'
import { setUpWay } from '../../src/digitisation/intake/ways/set-up-way.ts'
import { runAction } from '../../src/platform/action.ts'
import { scansOf } from '../papers/sets.ts'
import { officer, openBenchApp } from './bench-app.ts'
import { handOnWaiting, standingOf, type Standing } from './long-run-scans.ts'
import type { Part, Place } from './part.ts'
import { treeMemory } from './process-tree.ts'
import type { Row } from './report.ts'

const PAGES = { whole: 2_000, quick: 12 }
const MOST_MB = 1_024
const MOST_GROWTH_MB = 50
/** Pages a desk has ahead of the machine: folders are looked into once a minute. */
const AHEAD = 60
const FOLDER = 'may-quet'
const TELL_EVERY = 50

/** Memory of all processes together when so many pages were done. */
type Seen = { pages: number; megabytes: number }

/**
 * Papers, each drawn once, come through a scanner's folder of the running system as at a desk and are read by its own jobs; an officer
 * hands on what waits for a look. Once a second all its processes, the database too, are weighed together.
 */
export const longRun: Part = async (place) => {
  const wanted = place.pages ?? (place.quick ? PAGES.quick : PAGES.whole)
  const app = await openBenchApp(place.system)
  const desk = await officer(app, 'lan.dtm')
  await openFolder(app, desk.grants[0]?.unitId ?? '')
  const began = performance.now()
  const run = { isOver: false, done: 0 }
  const seen: Seen[] = []
  let heaviest = ''
  const watching = (async () => {
    while (!run.isOver) {
      const tree = await treeMemory(place.system.pid)
      const megabytes = tree.reduce((sum, { pss }) => sum + pss, 0)
      if (megabytes > Math.max(0, ...seen.map((one) => one.megabytes)))
        heaviest = tree
          .filter(({ pss }) => pss >= 20)
          .map(({ name, pss }) => `${name} ${pss}`)
          .join(', ')
      seen.push({ pages: run.done, megabytes })
      await pause(1_000)
    }
  })()
  const drawing = drop(place, wanted, run)
  let standing: Standing
  try {
    do {
      await pause(2_000)
      await handOnWaiting(app, desk)
      standing = await standingOf(app.db)
      const done = standing.read + standing.failed
      if (Math.floor(done / TELL_EVERY) > Math.floor(run.done / TELL_EVERY)) tell(standing, began, seen)
      run.done = done
    } while (run.done < wanted && peakOf(seen) <= MOST_MB)
  } finally {
    run.isOver = true
    await Promise.all([watching, drawing])
    await app.close()
  }
  return rowsOf(standing, wanted, (performance.now() - began) / 1_000, seen, heaviest)
}

async function openFolder(app: OpenApp, unitId: string): Promise<void> {
  const way = { kind: 'folder', unitId, place: FOLDER, splitAt: 'file', handsOn: 'by-itself' } as const
  await runAction(app, setUpWay, await officer(app, 'linh.tk'), way)
}

/** Never many more than were read: two thousand scans at once would fill a disk. */
async function drop({ folder }: Place, wanted: number, run: { isOver: boolean; done: number }): Promise<void> {
  const into = join(folder, 'scans', FOLDER)
  await mkdir(into, { recursive: true })
  let no = 0
  for await (const { name, jpeg } of scansOf('held-out', Number.POSITIVE_INFINITY)) {
    while (no - run.done >= AHEAD && !run.isOver) await pause(500)
    if (run.isOver || no === wanted) return
    no += 1
    await writeFile(join(into, `${name}.jpg`), jpeg)
  }
}

const peakOf = (seen: readonly Seen[]): number => Math.max(0, ...seen.map(({ megabytes }) => megabytes))

function meanBetween(seen: readonly Seen[], from: number, to: number): number {
  const own = seen.filter(({ pages }) => pages >= from && pages < to).map(({ megabytes }) => megabytes)
  return Math.round(own.reduce((sum, one) => sum + one, 0) / Math.max(1, own.length))
}

function tell({ read, failed }: Standing, began: number, seen: readonly Seen[]): void {
  const minutes = Math.round((performance.now() - began) / 60_000)
  process.stderr.write(`  ${read} pages read, ${failed} failed, ${minutes} minutes, at most ${peakOf(seen)} MB\n`)
}

function rowsOf(standing: Standing, wanted: number, seconds: number, seen: Seen[], heaviest: string): Row[] {
  const { read, failed, reasons, lookedAt } = standing
  const [early, late] = [meanBetween(seen, wanted / 4, wanted / 2), meanBetween(seen, (wanted * 3) / 4, wanted)]
  const peak = peakOf(seen)
  return [
    {
      what: `Pages through a scanner’s folder, of ${wanted.toLocaleString('en')}`,
      measured: `${read} read, ${failed} failed${reasons === '' ? '' : ` (${reasons})`}`,
      aim: 'none fails',
      isMet: read === wanted && failed === 0,
    },
    { what: 'of which waited for a person’s look at the picture', measured: String(lookedAt) },
    {
      what: 'Pages a second, from the folder to the archived paper’s values',
      measured: ((read + failed) / seconds).toFixed(2),
    },
    {
      what: 'Memory of all processes together, the database too, at most',
      measured: `${peak} MB (${heaviest})`,
      aim: `at most ${MOST_MB} MB`,
      isMet: peak <= MOST_MB,
    },
    {
      what: 'Memory in the last quarter of the pages, beside the second',
      measured: `${late} MB`,
      floor: `${early} MB`,
      ratio: late / Math.max(1, early),
      aim: `at most ${MOST_GROWTH_MB} MB more`,
      isMet: late - early <= MOST_GROWTH_MB,
    },
  ]
}
