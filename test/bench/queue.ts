import type { OpenApp } from '../../src/context.ts'
import { listQueue, searchDossiers } from '../../src/dossiers/index.ts'
import type { Officer } from '../../src/platform/actor.ts'
import { rows, sql } from '../../src/platform/db.ts'
import { runQuery } from '../../src/platform/query.ts'
import { seededRandom } from '../support/seeded-random.ts'
import { databaseOf } from '../support/system-database.ts'
import { openArchive } from './archive.ts'
import { officer, openBenchApp } from './bench-app.ts'
import type { Part, Place } from './part.ts'
import { milliseconds, type Row } from './report.ts'
import { spreadOf, type Spread } from './timing.ts'

const AIM_MS = 50

/** Queues and searches of officers with so many dossiers kept: called as pages call them, and through pages. */
export const queue: Part = async (place) => {
  const { quick, system } = place
  const archive = await openArchive(await databaseOf(system, 'postgres'))
  const app = await openBenchApp(system)
  const found: Row[] = []
  try {
    let before: Map<string, Compared> | undefined
    for (const total of quick ? [30_000, 60_000] : [100_000, 1_000_000]) {
      const began = performance.now()
      await archive.grow(total)
      process.stderr.write(`  ${total} dossiers after ${milliseconds(performance.now() - began)}\n`)
      const compared = await measure(app, quick ? 100 : 300)
      for (const [what, spread] of await throughPages(app, place, quick ? 30 : 100)) compared.set(what, spread)
      found.push(...report(total, compared, before))
      before = compared
    }
    return found
  } finally {
    await app.close()
    await archive.close()
  }
}

/** A way to ask, and beside it one row read by its key after each call: both feel the same load. */
type Compared = { asked: Spread; row: Spread }

function report(total: number, compared: Map<string, Compared>, before: Map<string, Compared> | undefined): Row[] {
  return [...compared].map(([what, { asked, row }]) => {
    const small = before?.get(what)
    const growth = small && asked.p50 / row.p50 / (small.asked.p50 / small.row.p50)
    return {
      what: `${what}, ${total.toLocaleString('en')} dossiers`,
      measured: `p50 ${milliseconds(asked.p50)}, p95 ${milliseconds(asked.p95)}`,
      floor: `p50 ${milliseconds(row.p50)}, p95 ${milliseconds(row.p95)}, one row by its key${growth ? `; ${growth.toFixed(1)} × the ratio at the smaller size` : ''}`,
      ratio: asked.p50 / row.p50,
      aim: `p95 under ${AIM_MS} ms`,
      isMet: asked.p95 < AIM_MS,
    }
  })
}

async function compare(app: OpenApp, ids: string[], calls: (() => Promise<unknown>)[]): Promise<Compared> {
  const asked: number[] = []
  const row: number[] = []
  for (const [nth, call] of calls.entries()) {
    const began = performance.now()
    await call()
    const between = performance.now()
    await rows(app.db, sql`select * from dossiers.dossier where id = ${ids[nth % ids.length]}`)
    asked.push(between - began)
    row.push(performance.now() - between)
  }
  return { asked: spreadOf(asked), row: spreadOf(row) }
}

type Kept = { id: string; code: string; name: string; personalId: string; signInName: string }

async function measure(app: OpenApp, calls: number): Promise<Map<string, Compared>> {
  const random = seededRandom(calls)
  const desk = await someDossiers(app, 'intake-officer', 'received_by_unit_id')
  const office = await someDossiers(app, 'head-of-division', 'competent_unit_id')
  const officers = new Map<string, Officer>()
  const openers = [...(await signInNames(app)), 'lan.dtm']
  for (const name of new Set([...desk, ...office].map(({ signInName }) => signInName).concat(openers))) {
    officers.set(name, await officer(app, name))
  }
  const overseer = await officer(app, 'binh.nth')
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T
  const many = <T>(make: () => T): T[] => Array.from({ length: calls }, make)
  const ofOne = (name: string) => officers.get(name) as Officer
  const page = (input: { tab?: string; after?: string; limit?: number }, who = pick(openers)) =>
    runQuery(app, listQueue, ofOne(who), input)
  const search = (who: Officer, q: string) => runQuery(app, searchDossiers, who, { q })
  const word = (name: string, nth: number) => name.split(' ').at(nth) ?? name

  // The first call of each kind reads the catalogue and the plans; people meet it once after a start.
  for (const name of openers) await page({}, name)
  const compared = new Map<string, Compared>()
  const ids = office.map(({ id }) => id)
  const time = async (what: string, call: () => Promise<unknown>) => {
    for (let nth = 0; nth < 20; nth += 1) await call()
    const spread = await compare(
      app,
      ids,
      many(() => call),
    )
    compared.set(what, spread)
  }
  await time('Queue, first page of 50 and counts', () => page({}))
  await time('Queue of the provincial centre, first page', () => page({}, 'lan.dtm'))
  await time('Queue, a list of it', () => page({ tab: pick(['urgent', 'soon', 'waiting', 'unit', 'supplied']) }))
  const firstPages = new Map<string, string | null>()
  for (const name of openers) firstPages.set(name, (await page({}, name)).next)
  const longer = openers.filter((name) => firstPages.get(name))
  await time('Queue, second page', () => {
    const who = pick(longer)
    return page({ after: firstPages.get(who) ?? '' }, who)
  })
  await time('Search by code', () => {
    const { code, signInName } = pick(desk)
    return search(ofOne(signInName), code)
  })
  await time('Search by day and number', () => {
    const { code, signInName } = pick(desk)
    return search(ofOne(signInName), code.split('-').slice(1).join('-'))
  })
  await time('Search by personal number', () => {
    const { personalId, signInName } = pick(office)
    return search(ofOne(signInName), personalId)
  })
  await time('Search by whole name, own office', () => {
    const { name, signInName } = pick(office)
    return search(ofOne(signInName), name)
  })
  await time('Search by one word of a name, own office', () => {
    const { name, signInName } = pick(office)
    return search(ofOne(signInName), word(name, pick([0, 1, 2])))
  })
  await time('Search by whole name, own desk', () => {
    const { name, signInName } = pick(desk)
    return search(ofOne(signInName), name)
  })
  await time('Search by whole name, all the province', () => search(overseer, pick(office).name))
  await time('Search by two words of a name, all the province', () => {
    const { name } = pick(office)
    return search(overseer, `${word(name, 1)} ${word(name, 2)}`)
  })
  await time('Search by one word of a name, all the province', () =>
    search(overseer, word(pick(office).name, pick([0, 1, 2]))),
  )
  await time('Search for a name nobody has, all the province', () =>
    search(overseer, `${word(pick(office).name, 0)} ${word(pick(office).name, 1)} Krong`),
  )
  return compared
}

/** Dossiers kept by somebody's unit, with who may look for them. */
function someDossiers({ db }: OpenApp, role: string, column: string): Promise<Kept[]> {
  return rows(
    db,
    sql<Kept>`
      select distinct on (d.id) d.id, d.code, d.applicant_name as name, d.applicant_personal_id as personal_id, a.sign_in_name
      from dossiers.dossier d tablesample bernoulli (4)
        join identity.role_grant g on g.unit_id = ${sql.ref(`d.${column}`)} and g.role = ${role}
        join identity.account a on a.id = g.account_id
      order by d.id limit 400`,
  )
}

async function signInNames({ db }: OpenApp): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ signInName: string }>`
      select a.sign_in_name from identity.account a join identity.role_grant g on g.account_id = a.id
      where g.role in ('intake-officer', 'head-of-division', 'specialist', 'signatory', 'clerk') and a.status = 'active'
      order by md5(a.sign_in_name) limit 60`,
  )
  return found.map(({ signInName }) => signInName)
}

/** The same asked over HTTP by an intake officer: the whole page, as a browser gets it. */
async function throughPages(app: OpenApp, { system }: Place, calls: number): Promise<[string, Compared][]> {
  const { out } = await system.command('token', '--account', 'lan.dtm')
  const ids = (await someDossiers(app, 'intake-officer', 'received_by_unit_id')).map(({ id }) => id)
  const get = (path: string) => async () => {
    const answer = await fetch(system.address + path, { headers: { authorization: `Bearer ${out.trim()}` } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  }
  const time = async (path: string) => {
    await get(path)()
    return compare(
      app,
      ids,
      Array.from({ length: calls }, () => get(path)),
    )
  }
  return [
    ['Page of the queue of the provincial centre over HTTP', await time('/viec')],
    ['Page of a search over HTTP', await time(`/viec?q=${encodeURIComponent('Nguyễn Văn Hùng')}`)],
  ]
}
