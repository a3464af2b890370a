import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { execute, oneRow, sql } from './db.ts'
import { statementName } from './prepared-writes.ts'

let world: TestApp
beforeAll(async () => void (world = await openTestApp()))
afterAll(() => world.close())

test('writes have a name of their own, reads have none', () => {
  const insert = 'insert into x (a) values ($1)'
  expect(statementName(insert)).toBe(statementName(insert))
  expect(statementName(insert)).not.toBe(statementName('update x set a = $1'))
  expect(statementName('select a from x where a = $1')).toBeUndefined()
  expect(statementName('with recursive y as (select 1) select * from y')).toBeUndefined()
})

test('a connection keeps a write and plans a read anew', async () => {
  await world.app.db.transaction().execute(async (db) => {
    for (const key of ['a', 'b']) {
      await execute(db, sql`insert into platform.journal_head (subject, seq, hash) values (${key}, 0, '')`)
      await oneRow(db, sql`select seq from platform.journal_head where subject = ${key}`)
    }
    const { kept } = await oneRow(
      db,
      sql<{ kept: string[] }>`select array_agg(statement order by statement) as kept from pg_prepared_statements`,
    )
    expect(kept).toEqual([expect.stringContaining('insert into platform.journal_head')])
  })
})
