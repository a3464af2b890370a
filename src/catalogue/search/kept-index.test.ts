import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { searchProcedures } from './search-procedures.ts'

const BIRTH = '1.001193'
const [ASKED, ON] = ['khai sinh cho con', '2026-11-20'] as const
let worlds: [TestApp, TestApp]
beforeAll(async () => {
  worlds = [await openTestApp({ province: true }), await openTestApp({ province: true })]
}, 180_000)
afterAll(() => Promise.all(worlds.map((world) => world.close())))

const first = async ({ app }: TestApp) => (await searchProcedures(app.db, { q: ASKED, on: ON })).procedures[0]?.code

test('databases served by one process are not answered with each other’s words, though they were loaded alike', async () => {
  const [repealed, whole] = worlds
  const owner = new pg.Client({ connectionString: repealed.database.url('motcua_owner') })
  await owner.connect()
  await owner.query('update catalogue.procedure_version set valid_to = $1 where code = $2', ['2026-11-19', BIRTH])
  await owner.end()
  expect(await first(repealed)).not.toBe(BIRTH)
  expect(await first(whole)).toBe(BIRTH)
})
