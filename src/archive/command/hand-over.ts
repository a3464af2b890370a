import { join } from 'node:path'
import { runAction } from '../../platform/action.ts'
import type { Actor } from '../../platform/actor.ts'
import type { App } from '../../platform/app.ts'
import type { CommandIo } from '../../platform/command.ts'
import { formatDate } from '../../platform/dates.ts'
import { runErrand } from '../../platform/errand.ts'
import { runQuery } from '../../platform/query.ts'
import { fileBytes } from '../../documents/index.ts'
import { actorNamed } from '../../identity/index.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { listDuePapers, type DuePaper } from '../due-papers.ts'
import { downloadPackage, getPackage, listPackages, type ListedPackage } from '../get-package.ts'
import { makePackage, MOST_PAPERS } from '../make-package.ts'
import { noteReceipt } from '../note-receipt.ts'
import { packageCode } from '../package.ts'
import { holdWords } from '../texts.ts'
import { writeBag } from './bag-files.ts'
import type { DueAsked, MakeAsked, ReceiptAsked, WriteAsked } from './read-arguments.ts'
import { archiveCommandWords as words } from './texts.ts'

/** A sentence for the person at the terminal; nothing was changed. */
class Stopped extends Error {}

async function asClerk(
  app: App,
  io: CommandIo,
  name: string,
  work: (clerk: Actor) => Promise<number>,
): Promise<number> {
  const clerk = await actorNamed(app.db, name, app.clock.now())
  try {
    if (clerk?.kind !== 'officer') throw new Stopped(words.unknownAccount(name))
    return await work(clerk)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    io.err(error.message)
    return 1
  }
}

type DueUnit = { id: string; name: string; code: string; papers: DuePaper[] }

async function dueUnits(app: App, clerk: Actor): Promise<DueUnit[]> {
  const { units } = await runQuery(app, listDuePapers, clerk, {})
  const codes = new Map(
    (
      await unitsByIds(
        app.db,
        units.map(({ id }) => id),
      )
    ).map(({ id, code }) => [id, code]),
  )
  return units.map((unit) => ({ ...unit, code: codes.get(unit.id) ?? '' }))
}

export function listDue(app: App, { as, unit, json }: DueAsked, io: CommandIo): Promise<number> {
  return asClerk(app, io, as, async (clerk) => {
    const units = (await dueUnits(app, clerk)).filter(({ code }) => unit === undefined || code === unit)
    const told = units.map(({ name, code, papers }) => ({ unit: code, name, papers: papers.map(tellPaper) }))
    if (json) io.out(JSON.stringify(told, null, 2))
    else io.out(told.length === 0 ? words.nothingDue : told.flatMap(dueLines).join('\n'))
    return told.length === 0 ? 1 : 0
  })
}

function tellPaper({ entry, typeName, dueOn, hold }: DuePaper) {
  const { id, title, number, sourceCode: dossier } = entry
  return { id, type: typeName, title, number, dossier, dueOn, hold: hold ?? null }
}

function dueLines({ unit, name, papers }: { unit: string; name: string; papers: ReturnType<typeof tellPaper>[] }) {
  const lines = papers.map(({ dueOn, title, dossier, hold }) => {
    return `${words.due(formatDate(dueOn), title, dossier)}${hold ? words.held(holdWords[hold]) : ''}`
  })
  return [words.unit(name, unit, papers.length), ...lines]
}

export function makeBatch(app: App, { as, unit, into, json }: MakeAsked, io: CommandIo): Promise<number> {
  return asClerk(app, io, as, async (clerk) => {
    const ready = (await dueUnits(app, clerk)).flatMap((one) => {
      const papers = one.papers.filter(({ hold }) => hold === undefined)
      return papers.length > 0 && (unit === undefined || one.code === unit) ? [{ ...one, papers }] : []
    })
    const [only, ...others] = ready
    if (!only) throw new Stopped(unit === undefined ? words.nothingDue : words.noUnit(unit))
    if (others.length > 0) throw new Stopped(words.whichUnit(ready.map(({ code }) => code).join(', ')))
    const entryIds = only.papers.slice(0, MOST_PAPERS).map(({ entry }) => entry.id)
    const { packageId } = await runErrand(app, makePackage, clerk, { unitId: only.id, entryIds })
    const { found } = await runQuery(app, getPackage, clerk, { packageId })
    const [code, folder] = [packageCode(found), join(into, packageCode(found))]
    if (!(await writePackage(app, clerk, packageId, folder))) throw new Stopped(words.madeButTaken(code, folder))
    const left = only.papers.length - entryIds.length
    if (json) io.out(JSON.stringify({ packageId, code, papers: entryIds.length, sha256: found.sha256, folder, left }))
    else io.out([words.made(code, entryIds.length, folder), ...(left > 0 ? [words.left(left)] : [])].join('\n'))
    return 0
  })
}

async function writePackage(app: App, clerk: Actor, packageId: string, folder: string): Promise<boolean> {
  const { id } = await runQuery(app, downloadPackage, clerk, { packageId })
  return writeBag(folder, await fileBytes(app, id))
}

/** A package of the clerk's units by its code; the same code may be of several units. */
async function packageNamed(
  app: App,
  clerk: Actor,
  asked: Pick<WriteAsked, 'package' | 'unit'>,
): Promise<ListedPackage> {
  const packages = (await runQuery(app, listPackages, clerk, {})).filter((one) => packageCode(one) === asked.package)
  const units = new Map(
    (await unitsByIds(app.db, [...new Set(packages.map(({ unitId }) => unitId))])).map(({ id, code }) => [id, code]),
  )
  const [only, ...others] = packages.filter(
    ({ unitId }) => asked.unit === undefined || units.get(unitId) === asked.unit,
  )
  if (!only) throw new Stopped(words.noPackage(asked.package))
  if (others.length > 0) throw new Stopped(words.severalPackages(asked.package))
  return only
}

export function writeAgain(app: App, asked: WriteAsked, io: CommandIo): Promise<number> {
  return asClerk(app, io, asked.as, async (clerk) => {
    const found = await packageNamed(app, clerk, asked)
    const folder = join(asked.into, packageCode(found))
    if (!(await writePackage(app, clerk, found.id, folder))) throw new Stopped(words.taken(folder))
    const { id: packageId, sha256 } = found
    io.out(asked.json ? JSON.stringify({ packageId, sha256, folder }) : words.written(packageCode(found), folder))
    return 0
  })
}

export function takeReceipt(app: App, asked: ReceiptAsked, io: CommandIo): Promise<number> {
  return asClerk(app, io, asked.as, async (clerk) => {
    const found = await packageNamed(app, clerk, asked)
    await runAction(app, noteReceipt, clerk, { packageId: found.id, ...asked.receipt })
    const { number } = asked.receipt
    io.out(asked.json ? JSON.stringify({ packageId: found.id, number }) : words.received(packageCode(found), number))
    return 0
  })
}
