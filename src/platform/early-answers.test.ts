import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../test/support/test-app.ts'
import { execute, maybeRow, oneRow, send, sql, type Db } from './db.ts'

let world: TestApp
beforeAll(async () => void (world = await openTestApp()))
afterAll(() => world.close())

const headOf = (subject: string) =>
  sql`insert into platform.journal_head (subject, seq, hash) values (${subject}, 0, '')`
const countOf = async (subject: string) =>
  (await maybeRow(world.app.db, sql`select 1 from platform.journal_head where subject = ${subject}`)) ? 1 : 0
const inTransaction = <T>(work: (db: Db) => Promise<T>) => world.app.db.transaction().execute(work)

test('what is sent without waiting is there for the next statement and after the commit', async () => {
  await inTransaction(async (db) => {
    await send(db, headOf('kept'))
    const { seq } = await oneRow(db, sql<{ seq: number }>`select seq from platform.journal_head where subject = 'kept'`)
    expect(seq).toBe(0)
  })
  expect(await countOf('kept')).toBe(1)
})

test('its failure is the failure of the commit, and nothing of the transaction stays', async () => {
  const doing = inTransaction(async (db) => {
    await send(db, headOf('undone'))
    await send(db, headOf('undone'))
    await send(db, headOf('undone too'))
  })
  await expect(doing).rejects.toMatchObject({ code: '23505' })
  expect([await countOf('undone'), await countOf('undone too')]).toEqual([0, 0])
})

test('its failure is the failure of the next statement that is waited for', async () => {
  const reached: string[] = []
  const doing = inTransaction(async (db) => {
    await send(db, headOf('kept'))
    reached.push('sent')
    await execute(db, headOf('never'))
    reached.push('answered')
  })
  await expect(doing).rejects.toMatchObject({ code: '23505' })
  expect(reached).toEqual(['sent'])
  expect(await countOf('never')).toBe(0)
})

test('the connection serves others after a failure', async () => {
  const failing = Array.from({ length: 20 }, () => inTransaction((db) => send(db, headOf('kept'))))
  const outcomes = await Promise.allSettled(failing)
  expect(outcomes.map(({ status }) => status)).toEqual(Array(20).fill('rejected'))
  await inTransaction((db) => send(db, headOf('after')))
  expect(await countOf('after')).toBe(1)
})

test('outside a transaction it is waited for', async () => {
  await expect(send(world.app.db, headOf('kept'))).rejects.toMatchObject({ code: '23505' })
})

test('what the caller refuses itself undoes what was sent', async () => {
  const doing = inTransaction(async (db) => {
    await send(db, headOf('refused'))
    throw new Error('the caller thought better of it')
  })
  await expect(doing).rejects.toThrow('the caller thought better of it')
  expect(await countOf('refused')).toBe(0)
})
