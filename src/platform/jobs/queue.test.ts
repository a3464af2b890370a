import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { defineJob } from '../jobs.ts'

const done: number[] = []
let [under, most] = [0, 0]
const oneByOne = defineJob<{ no: number }>('test.one-by-one', { atOnce: 2 }, async (_, { no }) => {
  under += 1
  most = Math.max(most, under)
  await new Promise((go) => setTimeout(go, 20))
  under -= 1
  done.push(no)
})
let world: TestApp
beforeAll(async () => void (world = await openTestApp({ work: { jobs: [oneByOne], reactions: [] } })), 180_000)
afterAll(() => world.close())

test('jobs given out one by one follow each other without waiting for the next look into the queue', async () => {
  const { app } = world
  for (let no = 0; no < 12; no += 1) await app.db.transaction().execute((db) => app.jobs.enqueue(db, oneByOne, { no }))
  await app.jobs.start()
  // A look each ten seconds would take a minute.
  await vi.waitFor(() => expect(done).toHaveLength(12), { timeout: 20_000, interval: 100 })
  expect(new Set(done).size).toBe(12)
  expect(most).toBe(2)
}, 30_000)
