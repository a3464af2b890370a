import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneRow, sql } from '../../src/platform/db.ts'
import { changesOf } from '../../src/platform/journal/read.ts'
import { compareDossiers } from '../../src/dossiers/rebuild/compare-dossiers.ts'
import { differences } from '../../src/dossiers/rebuild/differences.ts'
import { rebuild } from '../../src/dossiers/rebuild/rebuild.ts'
import { storedStates } from '../../src/dossiers/rebuild/store.ts'
import { chanceOf } from './chance.ts'
import { openHistoryWorld, type HistoryWorld } from './history-world.ts'
import { playHistory, type History } from './play-history.ts'
import { TAKE } from './take-action.ts'

const COUNT = Number(process.env.HISTORIES ?? 1_000)
const SEED = Number(process.env.HISTORIES_SEED ?? 20_261_120)
/** Days closed by order on the way; the dates of all dossiers still open then are reckoned anew. */
const CLOSED = ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']

let world: HistoryWorld
const histories: History[] = []

beforeAll(async () => {
  world = await openHistoryWorld()
}, 180_000)
afterAll(() => world?.close())

describe('a thousand random legal histories', () => {
  test('are rebuilt from the journal exactly as they are stored', { timeout: 900_000 }, async () => {
    const began = process.cpuUsage()
    for (let no = 0; no < COUNT; no += 1) {
      histories.push(await playHistory(world, SEED + no))
      const closings = Math.floor(((no + 1) * CLOSED.length) / COUNT)
      if (closings > Math.floor((no * CLOSED.length) / COUNT))
        await world.closeOffice(CLOSED[closings - 1] ?? '', `Lệnh ${no}`)
    }
    const bySeed = new Map(histories.map((history) => [history.dossierId, history]))
    const wrong = (await compareDossiers(world.app.db, [...bySeed.keys()])).filter(({ state }) => state !== 'same')
    const told = wrong.slice(0, 5).map(({ dossierId, state, differences: found }) => {
      const { seed, taken } = bySeed.get(dossierId) as History
      return { seed, taken: taken.join(' → '), state, found }
    })
    expect(told, `seed ${SEED}: ${wrong.length} of ${COUNT} differ`).toEqual([])
    const { user, system } = process.cpuUsage(began)
    const [taken, refused] = [
      tally(histories.flatMap((one) => one.taken)),
      tally(histories.flatMap((one) => one.refused)),
    ]
    if (process.env.HISTORIES_TELL) console.log({ cpu: (user + system) / 1e6, taken, refused })
  })

  test('took every action there is, and some dates moved by order', async () => {
    const taken = new Set(histories.flatMap((history) => history.taken))
    const all = ['submitDossier', 'fileAtCounter', ...Object.keys(TAKE), 'moveProcess', 'printAppointmentSlip']
    const asked = ['requestOpinions', 'giveOpinion', 'remindOpinion', 'closeConsultation']
    const demanded = ['requestDemandedOpinions', 'releaseBody', 'waiveStep', 'sendLinkedParts', 'watchParts']
    const parts = ['accept', 'complete', 'return', 'resend', 'remind', 'release'].map((verb) => `${verb}LinkedPart`)
    expect([...all, ...asked, ...demanded, ...parts].filter((action) => !taken.has(action))).toEqual([])
    const { moved } = await oneRow(
      world.app.db,
      sql<{ moved: number }>`
        select count(*)::int as moved from platform.journal_line where what = 'dossiers.due-date-moved'`,
    )
    expect(moved, 'dates moved by an order that closed an office').toBeGreaterThan(0)
  })

  test('do not rebuild when one line is missing, or says another value', async () => {
    const { pick } = chanceOf(SEED)
    const ids = histories.slice(0, 60).map(({ dossierId }) => dossierId)
    const stored = await storedStates(world.app.db, ids)
    const bySubject = Map.groupBy(
      await changesOf(
        world.app.db,
        ids.map((id) => `dossier:${id}`),
      ),
      ({ subject }) => subject,
    )
    let tried = 0
    for (const id of ids) {
      const lines = (bySubject.get(`dossier:${id}`) ?? []).map(({ changes }) => changes)
      const state = stored.get(id)
      if (!state) throw new Error(`nothing stored of ${id}`)
      expect(differences(rebuild(lines), state)).toEqual([])
      lines.forEach((changes, index) => {
        const [step, ...more] = changes.step ?? []
        if (!step) return
        tried += 1
        expect(differences(rebuild(lines.toSpliced(index, 1)), state), `${id} without line ${index}`).not.toEqual([])
        const field = pick(Object.keys(step))
        const altered = { ...changes, step: [{ ...step, [field]: 'another' }, ...more] }
        const found = differences(rebuild(lines.with(index, altered)), state)
        expect(
          found.map((one) => one.kind),
          `${id}, line ${index}, ${field}`,
        ).toContain('step')
      })
    }
    expect(tried).toBeGreaterThan(ids.length)
  })
})

function tally(names: string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}
