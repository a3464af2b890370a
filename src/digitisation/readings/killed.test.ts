import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { valuesOf } from '../bench/store.ts'
import { pagesOfPaper, paperById } from '../intake/store.ts'
import { readPaper } from './read-paper.ts'
import { recogniserPort } from './recogniser-port.ts'
import { readingsOf } from './store.ts'
import { aPaper, BIRTH_PAPER, recorded } from './testing.ts'

let world: TestApp
beforeAll(async () => void (world = await openTestApp()), 60_000)
afterAll(() => world.close())

const READS_TSX = join(PROJECT_ROOT, 'test/support/read-tsx.ts')
const from = (file: string) => JSON.stringify(join(PROJECT_ROOT, 'src', file))

/** The job as it runs in production, in a process of its own; reading its second page it says so and never ends. */
async function startReading(paperId: string, pages: [number, readonly string[] | undefined][]) {
  const { app, database, folder } = world
  const path = join(folder, 'read.mjs')
  const program = `
    import { openApp } from ${from('context.ts')}
    import { recogniserPort } from ${from('digitisation/readings/recogniser-port.ts')}
    import { readPaper } from ${from('digitisation/readings/read-paper.ts')}
    import { recorded } from ${from('digitisation/readings/testing.ts')}
    const settings = ${JSON.stringify(app.settings)}
    const databaseUrl = ${JSON.stringify(database.url('motcua_app'))}
    const app = await openApp({ settings, databaseUrl, work: { jobs: [], reactions: [] }, refusals: {} })
    const recogniser = recorded()
    for (const [width, lines] of ${JSON.stringify(pages)}) recogniser.pages.set(width, lines)
    const { read } = recogniser
    recogniser.read = async (png, script) => {
      if (script !== 'vietnamese' || recogniser.asked === 0) return read(png, script)
      process.stdout.write('the second page')
      return new Promise(() => setInterval(() => undefined, 1000))
    }
    app.ports.set(recogniserPort, recogniser)
    await readPaper.run(app, { paperId: ${JSON.stringify(paperId)} })`
  await writeFile(path, program)
  return spawn(process.execPath, ['--import', READS_TSX, path], { stdio: ['ignore', 'pipe', 'inherit'] })
}

it('killed in the middle of a paper it goes on with the page that was under way, and doubles nothing', async () => {
  const { app } = world
  const recogniser = recorded()
  app.ports.set(recogniserPort, recogniser)
  const paperId = await aPaper(app, recogniser, [BIRTH_PAPER, ['Trang hai'], ['Trang ba']])
  const reading = await startReading(paperId, [...recogniser.pages])
  await once(reading.stdout, 'data')
  reading.kill('SIGKILL')
  expect(await once(reading, 'exit')).toEqual([null, 'SIGKILL'])
  const ids = (await pagesOfPaper(app.db, paperId)).map(({ id }) => id)
  const kept = (await readingsOf(app.db, ids)).filter(({ state }) => state === 'read')
  expect(kept.map(({ pageId }) => pageId)).toEqual([ids[0]])
  expect((await paperById(app.db, paperId))?.state).toBe('reading')
  await readPaper.run(app, { paperId })
  expect(recogniser.asked).toBe(2)
  const read = await readingsOf(app.db, ids)
  expect(read.map(({ state }) => state)).toEqual(['read', 'read', 'read'])
  expect(read.find(({ pageId }) => pageId === ids[0])).toEqual(kept[0])
  expect((await paperById(app.db, paperId))?.state).toBe('to-check')
  const values = await valuesOf(app.db, paperId)
  await readPaper.run(app, { paperId })
  expect(recogniser.asked).toBe(2)
  expect(await valuesOf(app.db, paperId)).toEqual(values)
  expect(new Set(values.map(({ name }) => name)).size).toBe(values.length)
}, 60_000)
