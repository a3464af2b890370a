import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../src/context.ts'
import { openDatabase } from '../src/database.ts'
import { rows, sql } from '../src/platform/db.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/platform/postgres/embedded.ts'
import { platformRefusals } from '../src/platform/texts.ts'
import { freePorts } from './support/system.ts'
import { testSettings } from './support/test-settings.ts'

const WORK = { jobs: [], reactions: [] }

/** A server that is not ours: its administrator made logins and a database, and told their addresses. */
describe('with DATABASE_URL set', () => {
  let folder: string
  let server: EmbeddedPostgres

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-given-'))
    const [port = 0] = await freePorts(1)
    server = await startEmbeddedPostgres({ folder: join(folder, 'theirs'), port, durable: false })
  })

  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function administrator(...statements: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: server.url('postgres', 'postgres') })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }

  const address = (role: string, database: string) =>
    `postgres://${role}:mat-khau-thu@127.0.0.1:${server.port}/${database}`

  test('one login owns the tables, and works as a role that can only add to the journal', async () => {
    await administrator("create role tinh login createrole password 'mat-khau-thu'", 'create database tinh owner tinh')
    const settings = testSettings(join(folder, 'ours'), { DATABASE_URL: address('tinh', 'tinh') })
    const database = await openDatabase(settings, [])
    expect(database.applied.length).toBeGreaterThan(10)

    const app = await openApp({
      settings,
      databaseUrl: database.applicationUrl,
      work: WORK,
      refusals: platformRefusals,
    })
    try {
      expect(await rows(app.db, sql`select current_user::text as "user"`)).toEqual([{ user: 'motcua_app' }])
      await expect(rows(app.db, sql`update platform.journal_line set what = ''`)).rejects.toMatchObject({
        code: '42501',
      })
      await expect(rows(app.db, sql`delete from platform.journal_line`)).rejects.toMatchObject({ code: '42501' })
      expect(await rows(app.db, sql`select count(*)::int as n from platform.journal_line`)).toEqual([{ n: 0 }])
    } finally {
      await app.close()
    }
    expect(await readdir(join(folder, 'ours'))).not.toContain('postgres')
    expect((await openDatabase(settings, [])).applied).toEqual([])
    await database.close()
  })

  test('with a login for the owner and one for the work, the second changes no table', async () => {
    await administrator(
      "create role chu login password 'mat-khau-thu'",
      "create role nguoi_lam login password 'mat-khau-thu'",
      'grant motcua_app to chu, nguoi_lam',
      'create database hai_nguoi owner chu',
    )
    const settings = testSettings(join(folder, 'ours-too'), {
      DATABASE_URL: address('nguoi_lam', 'hai_nguoi'),
      DATABASE_OWNER_URL: address('chu', 'hai_nguoi'),
    })
    const { applicationUrl } = await openDatabase(settings, [])
    const app = await openApp({ settings, databaseUrl: applicationUrl, work: WORK, refusals: platformRefusals })
    try {
      expect(await rows(app.db, sql`select count(*)::int as n from dossiers.dossier`)).toEqual([{ n: 0 }])
      await expect(rows(app.db, sql`alter table dossiers.dossier add column x int`)).rejects.toMatchObject({
        code: '42501',
      })
    } finally {
      await app.close()
    }
  })

  test('a server that does not answer, or an address that is none, is named', async () => {
    const [shut = 0] = await freePorts(1)
    const settings = testSettings(join(folder, 'none'), { DATABASE_URL: `postgres://tinh:x@127.0.0.1:${shut}/tinh` })
    await expect(openDatabase(settings, [])).rejects.toThrow(/ECONNREFUSED/)
    expect(() => testSettings(join(folder, 'none'), { DATABASE_URL: 'mysql://x/y' })).toThrow('DATABASE_URL')
  })
})
