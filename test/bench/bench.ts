import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import { startSystem } from '../support/system.ts'
import { badPapers } from './bad-papers.ts'
import { deadlines } from './deadlines.ts'
import { digitisation } from './digitisation.ts'
import { filing } from './filing.ts'
import { instant } from './instant.ts'
import { levels } from './levels.ts'
import { lighthouse } from './lighthouse.ts'
import { longRun } from './long-run.ts'
import { memory } from './memory.ts'
import { pages } from './pages.ts'
import { numbers } from './numbers.ts'
import type { Part, Place } from './part.ts'
import { queue } from './queue.ts'
import { machine, report, section } from './report.ts'
import { rounds } from './rounds.ts'
import { signing } from './signing.ts'
import { start } from './start.ts'

const PARTS: Record<string, Part> = {
  start,
  signing,
  levels,
  pages,
  filing,
  lighthouse,
  instant,
  memory,
  rounds,
  queue,
  numbers,
  deadlines,
  digitisation,
  'bad-papers': badPapers,
  'long-run': longRun,
}
/** Takes hours: only when it is asked for by its name. */
const BY_NAME_ONLY = ['long-run']

const HELP = `npm run bench -- [--only ${Object.keys(PARTS).join(',')}] [--quick] [--pages <number>] [--folder <data folder>] [--scans <folder>] [--keep]

Measures the system as it is started by people, each figure beside a floor measured in the same run. A whole run writes
docs/bench.md, and so does --only with --keep for its own parts; else the tables are printed alone. --folder takes up a data folder and leaves it there; --scans names
scans with a ground-truth.json, which digitisation then reads too.
${BY_NAME_ONLY.join(', ')} is measured only when it is named; --pages makes it shorter.`

/** Measures what was asked for, part after part, on one system. */
export async function bench(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      folder: { type: 'string' },
      pages: { type: 'string' },
      scans: { type: 'string' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const wanted = values.only?.split(',') ?? Object.keys(PARTS).filter((name) => !BY_NAME_ONLY.includes(name))
  const unknown = wanted.find((name) => !(name in PARTS))
  if (values.help || unknown !== undefined) {
    process.stdout.write(`${HELP}\n`)
    return values.help ? 0 : 2
  }
  const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'motcua-bench-')))
  const sections: string[] = []
  const place: Place = {
    folder,
    quick: values.quick,
    scans: values.scans,
    pages: values.pages === undefined ? undefined : Number(values.pages),
    system: await startSystem(folder),
  }
  try {
    for (const name of wanted) {
      process.stderr.write(`… ${name}\n`)
      const on = machine()
      sections.push(section(name, (await PARTS[name]?.(place)) ?? [], on))
    }
  } finally {
    await place.system.stop()
    if (values.folder === undefined) await rm(folder, { recursive: true, force: true })
  }
  process.stdout.write(sections.join('\n'))
  if ((values.only === undefined || values.keep) && !values.quick && values.pages === undefined) {
    const path = join(PROJECT_ROOT, 'docs/bench.md')
    const before = await readFile(path, 'utf8').catch(() => '')
    await writeFile(path, report(before, sections, Object.keys(PARTS)))
  }
  return 0
}
