import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { vietnamDate } from '../../src/platform/dates.ts'
import { createDb, createPool } from '../../src/platform/db.ts'
import { sampleFiling } from '../support/sample-filing.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { databaseOf } from '../support/system-database.ts'
import { PORT_NAMES, startSystem, type System } from '../support/system.ts'
import { checkBooks } from './check-books.ts'
import { checkFiles } from './check-files.ts'
import { jobsLeft, verifyJournal } from './check-running.ts'
import { fileAll } from './file-all.ts'
import { planStrikes, strikeAll, type Struck } from './strikes.ts'
import { openCitizens } from './citizens.ts'

const HELP = `npm run chaos -- [--dossiers 200] [--kills 10] [--in-flight 24] [--seed <number>] [--keep]

Files dossiers with two files each while the server, the database or both are killed (-9) at random moments, then looks
for anything lost, doubled or half-written. Exit code: 0 nothing, 1 something.`

/** The whole trial. */
export async function chaos(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      dossiers: { type: 'string', default: '200' },
      kills: { type: 'string', default: '10' },
      'in-flight': { type: 'string', default: '24' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(HELP, 0)
  const [dossiers, kills, inFlight] = [values.dossiers, values.kills, values['in-flight']].map(Number)
  const random = seededRandom(Number(values.seed))
  say(`seed ${values.seed}: ${dossiers} dossiers of 2 files, ${kills} kills`)
  const folder = await mkdtemp(join(tmpdir(), 'motcua-chaos-'))
  const running = { system: await startSystem(folder, portsFrom(random)) }
  say(`ready after ${seconds(running.system.readyAfterMs)}`)
  try {
    const faults = await trial(running, { dossiers: dossiers ?? 0, kills: kills ?? 0, inFlight: inFlight ?? 1 }, random)
    for (const fault of faults) say(`LOST OR BROKEN: ${fault}`)
    say(faults.length === 0 ? 'Nothing lost, nothing doubled, nothing half-written.' : `${faults.length} findings.`)
    return faults.length === 0 ? 0 : 1
  } finally {
    await running.system.stop()
    if (values.keep) say(`kept: ${folder}`)
    else await rm(folder, { recursive: true, force: true })
  }
}

type Size = { dossiers: number; kills: number; inFlight: number }

async function trial(running: { system: System }, size: Size, random: () => number): Promise<string[]> {
  const citizens = await openCitizens(running.system, 6)
  const pool = createPool({ connectionString: await databaseOf(running.system, 'motcua_owner'), max: 2, name: 'chaos' })
  try {
    const filing = await sampleFiling(createDb(pool), vietnamDate(new Date()))
    const ledger = { acknowledged: 0, mayStart: 0, isDone: false, isLost: false }
    const strikes = strikeAll(running, planStrikes(size, random), ledger, size.inFlight)
    const began = performance.now()
    const { filed, faults } = await fileAll({ ...size, address: running.system.address, citizens, filing, ledger })
    ledger.isDone = true
    say(`${filed.length} acknowledged in ${seconds(performance.now() - began)}`)
    const struck = await strikes
    struck.forEach(report)
    if (ledger.isLost) return [...faults, ...struck.flatMap(({ fault }) => fault ?? [])]
    const left = await jobsLeft(pool)
    await pause(500)
    return [
      ...faults,
      ...struck.flatMap(({ fault }) => fault ?? []),
      ...left,
      ...(await checkBooks(pool, filed)),
      ...(await checkFiles(pool, running.system, filed)),
      ...(await verifyJournal(running.system)),
    ]
  } finally {
    await pool.end()
  }
}

function report({ target, acknowledged, readyAfterMs }: Struck): void {
  const ready = readyAfterMs === undefined ? 'never ready again' : `ready again after ${seconds(readyAfterMs)}`
  say(`killed ${target.padEnd(8)} at ${String(acknowledged).padStart(3)} acknowledged, ${ready}`)
}

function portsFrom(random: () => number): number[] {
  // Below the range from which outgoing connections take theirs: a killed server must find its port free.
  const first = 20_000 + Math.floor(random() * 1_000) * 10
  return PORT_NAMES.map((_, step) => first + step)
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}

function say<T>(line: string, answer?: T): T {
  process.stdout.write(`${line}\n`)
  return answer as T
}
