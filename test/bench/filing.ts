import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { receiveUpload } from '../../src/documents/index.ts'
import { submitDossier as submitAction } from '../../src/dossiers/index.ts'
import { runAction } from '../../src/platform/action.ts'
import type { Citizen } from '../../src/platform/actor.ts'
import { vietnamDate } from '../../src/platform/dates.ts'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import type { OpenApp } from '../../src/context.ts'
import { openCitizens, type CitizenClient } from '../chaos/citizens.ts'
import { sampleFiling, samplePdf, type SampleFiling } from '../support/sample-filing.ts'
import { databaseOf } from '../support/system-database.ts'
import type { System } from '../support/system.ts'
import { openBenchApp } from './bench-app.ts'
import { citizenActor } from './citizen-actor.ts'
import { openFloor, type Copied } from './filing-floor.ts'
import { submitLean, uploadLean } from './lean-client.ts'
import type { Part } from './part.ts'
import type { Row } from './report.ts'
import { perSecond } from './timing.ts'

const AT_ONCE = 8
const FILES_EACH = 2
const FILE_BYTES = 200_000
const AIM = 3

/**
 * Dossiers with two files of 200 KB filed in a second at the desks of all communes: over HTTP, and by the same actions in this
 * process; the floor is the same rows inserted bare into copies of the same tables, in the same transactions, and the same
 * bytes written and flushed. At one single desk filings wait for each other: its numbers of the day have no gaps.
 */
export const filing: Part = async ({ system, quick }) => {
  const count = quick ? 40 : 400
  const citizens = await openCitizens(system, 6)
  const app = await openBenchApp(system)
  const floor = await openFloor(await databaseOf(system, 'postgres'), system.folder)
  try {
    const sample = await sampleFiling(app.db, vietnamDate(app.clock.now()))
    const actors = await Promise.all(citizens.map((citizen) => citizenActor(app, citizen)))
    await fileOverHttp(citizens, sample, 16, [])
    const codes: string[] = []
    const http = await fileOverHttp(citizens, sample, count, codes)
    const copied = await floor.copy(codes)
    const bareFirst = await floor.insert(copied, AT_ONCE)
    await fileByActions(app, actors, sample, 16)
    const { whole, submitting, atOneDesk } = await fileByActions(app, actors, sample, count)
    const bareAgain = await floor.insert(copied, AT_ONCE)
    const bare = (bareFirst + bareAgain) / 2
    const bareRows = await floor.insert(withoutFiles(copied), AT_ONCE)
    return [
      row('Filing with 2 files of 200 KB by its actions', whole, bare),
      overHttp(http, bare),
      row('Filing alone, files uploaded before, by its action', submitting, bareRows),
      row('Filing alone, all at one desk', atOneDesk, bareRows),
    ]
  } finally {
    await floor.close()
    await app.close()
  }
}

function row(what: string, measured: number, bare: number): Row {
  const ratio = bare / measured
  return {
    what,
    measured: `${measured.toFixed(0)} dossiers/s`,
    floor: `${bare.toFixed(0)}/s, the same rows and bytes bare`,
    ratio,
    aim: `within ${AIM} ×`,
    isMet: ratio <= AIM,
  }
}

/** Without an aim of its own: HTTP and the sender, on the same processors, are no part of the floor. */
function overHttp(measured: number, bare: number): Row {
  const {
    aim: _aim,
    isMet: _isMet,
    ...told
  } = row('The same over HTTP (upload, upload, submit), sender included', measured, bare)
  return told
}

function withoutFiles(copied: Copied[]): Copied[] {
  return copied.map(({ transactions }) => ({ transactions: transactions.slice(FILES_EACH), contents: [] }))
}

/** Files this many dossiers over HTTP, to put the server under load. */
export async function fileSome(system: System, count: number, atOnce: number): Promise<void> {
  const citizens = await openCitizens(system, 3)
  const app = await openBenchApp(system)
  const sample = await sampleFiling(app.db, vietnamDate(app.clock.now())).finally(() => app.close())
  await perSecond(count, atOnce, (no) => fileOne(citizens, sample, no, contents()))
}

function fileOverHttp(
  citizens: CitizenClient[],
  sample: SampleFiling,
  count: number,
  codes: string[],
): Promise<number> {
  const made = contentsFor(count)
  return perSecond(count, AT_ONCE, async (no) => void codes.push(await fileOne(citizens, sample, no, made[no] ?? [])))
}

async function fileOne(
  citizens: CitizenClient[],
  sample: SampleFiling,
  no: number,
  contents: Buffer[],
): Promise<string> {
  const citizen = citizens[no % citizens.length] as CitizenClient
  const files = await Promise.all(contents.map((content) => uploadLean(citizen, content, randomUUID())))
  const wanted = sample(
    citizen,
    files.map(({ id }) => id),
    agencyOf(no),
  )
  return (await submitLean(citizen, wanted, randomUUID())).code
}

async function fileByActions(app: OpenApp, actors: Citizen[], sample: SampleFiling, count: number) {
  const actorOf = (no: number) => actors[no % actors.length] as Citizen
  const upload = async (no: number, files: Buffer[]) =>
    Promise.all(
      files.map((content, nth) =>
        receiveUpload(
          app,
          actorOf(no),
          { name: `tep-${nth}.pdf`, stream: Readable.from([content]) },
          { idempotencyKey: randomUUID() },
        ),
      ),
    )
  const submit = (no: number, files: { id: string }[], agency = agencyOf(no)) => {
    const input = sample(
      actorOf(no),
      files.map(({ id }) => id),
      agency,
    )
    return runAction(app, submitAction, actorOf(no), input, { idempotencyKey: randomUUID() })
  }
  const uploaded = async () => {
    const ready: { id: string }[][] = []
    const made = contentsFor(count)
    await perSecond(count, AT_ONCE, async (no) => void (ready[no] = await upload(no, made[no] ?? [])))
    return ready
  }
  const made = contentsFor(count)
  const whole = await perSecond(count, AT_ONCE, async (no) => submit(no, await upload(no, made[no] ?? [])))
  const [spread, together] = [await uploaded(), await uploaded()]
  const submitting = await perSecond(count, AT_ONCE, (no) => submit(no, spread[no] ?? []))
  const atOneDesk = await perSecond(count, AT_ONCE, (no) => submit(no, together[no] ?? [], agencyOf(0)))
  return { whole, submitting, atOneDesk }
}

const AGENCIES = readFileSync(join(PROJECT_ROOT, 'data/organisation/commune-agencies.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(',')[2] ?? [])

/** The communes in turn. */
function agencyOf(no: number): string {
  return AGENCIES[no % AGENCIES.length] ?? ''
}

const NAME = '-'.repeat(36)
const SAMPLE = samplePdf(NAME, FILE_BYTES)
const AT = SAMPLE.indexOf(NAME)

/** Made before the clock runs: the floor has its contents in memory as well. */
function contentsFor(count: number): Buffer[][] {
  return Array.from({ length: count }, contents)
}

/** Files that differ from all others in a few bytes. */
function contents(): Buffer[] {
  return Array.from({ length: FILES_EACH }, () => {
    const content = Buffer.from(SAMPLE)
    content.write(randomUUID(), AT, 'latin1')
    return content
  })
}
