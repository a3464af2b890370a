import { createHash } from 'node:crypto'
import { access, appendFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathInStore } from '../file-store.ts'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { runAction, action } from '../action.ts'
import { rows, sql } from '../db.ts'
import { defineJob } from '../jobs.ts'
import { journalTimestampPort, sealJournal } from '../journal/seal.ts'
import { journalTokenCheckPort, verifyJournal } from '../journal/verify.ts'
import { Type } from 'typebox'
import { backupCommand, restoreCommand } from './backup.command.ts'
import { tablesOf } from './tables.ts'

const done: string[] = []
const later = defineJob<{ code: string }>('test.later', {}, async (_app, { code }) => void done.push(code))
const fileOne = action({
  name: 'test.file',
  roles: ['anyone'],
  input: Type.Object({ code: Type.String() }),
  async run(ctx, _actor, { code }) {
    ctx.journal({
      subject: `dossier:${code}`,
      what: 'test.filed',
      facts: { note: 'tab\t, xuống dòng\n, \\N và \\.', code },
    })
    ctx.journal({ subject: `dossier:${code}`, what: 'test.received', facts: { at: '09:42' } })
    await ctx.enqueue(later, { code })
    return { code }
  },
})

const CONTENTS = ['một tệp', 'tệp thứ hai', 'x'.repeat(300_000)]

describe('backup and restore', () => {
  let source: TestApp
  let target: TestApp
  let folder: string

  const open = async () => {
    const test = await openTestApp({ work: { jobs: [later as never], reactions: [] } })
    test.app.ports.set(journalTimestampPort, { stamp: async (digest) => digest })
    test.app.ports.set(journalTokenCheckPort, (token, stamped) => {
      const isOver = Buffer.from(token).equals(createHash('sha256').update(stamped).digest())
      return isOver ? { ok: true, at: new Date('2027-01-01') } : { ok: false, problem: 'not-for-this' }
    })
    return test
  }
  const run = async (command: typeof backupCommand, test: TestApp, ...argv: string[]) => {
    let out = ''
    let answer = ''
    const err = (text: string) => void (out += `${text}\n`)
    const io = {
      out(text: string) {
        answer += text
        err(text)
      },
      err,
    }
    const code = await command.run(argv, io, { app: test.app, ownerUrl: test.database.url('motcua_owner') })
    return { code, out, answer }
  }

  beforeAll(async () => {
    source = await open()
    for (const code of ['a', 'b', 'c'])
      await runAction(source.app, fileOne, undefined, { code }, { idempotencyKey: `key ${code}` })
    await sealJournal(source.app)
    await runAction(source.app, fileOne, undefined, { code: 'd' })
    for (const content of CONTENTS) await source.app.files.put(Buffer.from(content))
    await mkdir(join(source.app.settings.keyFolder, 'officers'), { recursive: true })
    await writeFile(join(source.app.settings.keyFolder, 'officers/one.key'), 'a key')
    await giveForeignKeys(source)
  })
  beforeEach(async () => {
    target = await open()
    await giveForeignKeys(target)
    folder = await mkdtemp(join(tmpdir(), 'motcua-backup-'))
    done.length = 0
  })
  afterEach(async () => {
    await target.close()
    await rm(folder, { recursive: true })
  })
  afterAll(() => source.close())

  /** Two tables that point at each other: no order of filling them would do. */
  async function giveForeignKeys(test: TestApp): Promise<void> {
    const owner = new pg.Client({ connectionString: test.database.url('motcua_owner') })
    await owner.connect()
    await owner.query(`
      create schema chicken;
      create table chicken.egg (id int, laid_by int, weight numeric, size int generated always as (id * 2) stored, constraint egg_pk primary key (id));
      create table chicken.hen (id int generated always as identity, hatched_from int, plumage bytea, constraint hen_pk primary key (id),
        constraint hen_egg_fk foreign key (hatched_from) references chicken.egg (id));
      alter table chicken.egg add constraint egg_hen_fk foreign key (laid_by) references chicken.hen (id) deferrable initially deferred;`)
    if (test === source) {
      await owner.query(`begin; insert into chicken.egg (id, laid_by, weight) values (1, 1, 52.50), (2, null, null);
        insert into chicken.hen (hatched_from, plumage) values (1, '\\x00ff5c0a'); commit`)
    }
    await owner.end()
  }

  const contentOf = async (test: TestApp) => {
    const client = new pg.Client({ connectionString: test.database.url('motcua_owner') })
    await client.connect()
    const content: Record<string, unknown> = {}
    for (const { schema, table } of await tablesOf(client)) {
      if (schema === 'pgboss') continue
      content[`${schema}.${table}`] = (
        await client.query<{ row: string }>(`select t::text as row from ${schema}.${table} t order by 1`)
      ).rows
    }
    await client.end()
    return content
  }
  const setIn = async () => join(folder, 'sets', (await readdir(join(folder, 'sets')))[0] ?? '')
  const isUntouched = async (test: TestApp) =>
    (await rows(test.app.db, sql`select 1 from platform.journal_line`)).length === 0

  it('brings everything back: rows, files, waiting jobs, foreign keys, the journal intact', async () => {
    const backedUp = await run(backupCommand, source, folder, '--json')
    expect(JSON.parse(backedUp.answer)).toMatchObject({ files: 3, filesCopied: 3, damagedFiles: [] })
    const restored = await run(restoreCommand, target, folder)
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('Đã khôi phục') })
    expect(await contentOf(target)).toEqual(await contentOf(source))
    for (const content of CONTENTS) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      expect((await target.app.files.bytes(sha256)).toString()).toBe(content)
    }
    expect(
      await verifyJournal(target.app.db, { checkToken: target.app.ports.get(journalTokenCheckPort) }),
    ).toMatchObject({ isIntact: true, lines: 8, seals: 1, unsealed: 2 })
    await target.app.jobs.drain()
    expect(done.sort()).toEqual(['a', 'b', 'c', 'd'])
    expect(await runAction(target.app, fileOne, undefined, { code: 'a' }, { idempotencyKey: 'key a' })).toEqual({
      code: 'a',
    })

    const owner = new pg.Client({ connectionString: target.database.url('motcua_owner') })
    await owner.connect()
    await expect(owner.query('insert into chicken.hen (hatched_from) values (99)')).rejects.toThrow('hen_egg_fk')
    expect(
      (await owner.query<{ id: number }>('insert into chicken.hen (hatched_from) values (2) returning id')).rows[0]?.id,
    ).toBeGreaterThan(1)
    await owner.end()
  })

  it('copies files once, keeps earlier sets, restores the one asked for', async () => {
    await run(backupCommand, source, folder)
    await source.app.files.put(Buffer.from('tệp mới'))
    source.clock.advance(1)
    expect(JSON.parse((await run(backupCommand, source, folder, '--json')).answer)).toMatchObject({
      files: 4,
      filesCopied: 1,
    })
    const [first = ''] = (await readdir(join(folder, 'sets'))).sort()
    expect(await run(backupCommand, source, folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('Đã có bản sao lưu'),
    })
    expect(JSON.parse((await run(restoreCommand, target, folder, '--set', first, '--json')).answer)).toMatchObject({
      set: first,
      files: 3,
    })
  })

  it.each<[what: string, damage: () => Promise<void>]>([
    ['a table part', async () => appendFile(join(await setIn(), 'database/platform.journal_line.copy.gz'), 'x')],
    [
      'a row changed and packed again',
      async () => {
        const { gunzipSync, gzipSync } = await import('node:zlib')
        const path = join(await setIn(), 'database/platform.journal_line.copy.gz')
        await writeFile(
          path,
          gzipSync(
            gunzipSync(await readFile(path))
              .toString()
              .replace('09:42', '08:42'),
          ),
        )
      },
    ],
    ['a missing part', async () => rm(join(await setIn(), 'database/platform.journal_head.copy.gz'))],
    ['the list of files', async () => writeFile(join(await setIn(), 'files.txt'), '')],
    ['the manifest', async () => writeFile(join(await setIn(), 'manifest.json'), '{"format":"motcua-backup-1"}')],
    [
      'a path that leads out',
      async () => {
        const path = join(await setIn(), 'manifest.json')
        await writeFile(
          path,
          (await readFile(path, 'utf8')).replace(
            'database/platform.journal_line',
            'database/../../../platform.journal_line',
          ),
        )
      },
    ],
    [
      'a stored file',
      async () => {
        const sha256 = createHash('sha256').update('một tệp').digest('hex')
        const path = pathInStore(join(folder, 'files'), sha256)
        await writeFile(path, Buffer.from('MỘT tệp'))
      },
    ],
    ['a lost file', async () => rm(join(folder, 'files'), { recursive: true })],
  ])('refuses a backup damaged in %s and changes nothing', async (_what, damage) => {
    await run(backupCommand, source, folder)
    await damage()
    const refused = await run(restoreCommand, target, folder)
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('Bản sao lưu hỏng ở') })
    expect(await isUntouched(target)).toBe(true)
  })

  it('finds a forged backup whose manifest was mended too, by the journal', async () => {
    await run(backupCommand, source, folder)
    const { gunzipSync, gzipSync } = await import('node:zlib')
    const set = await setIn()
    const path = join(set, 'database/platform.journal_line.copy.gz')
    const forged = gzipSync(
      gunzipSync(await readFile(path))
        .toString()
        .replaceAll('09:42', '08:42'),
    )
    await writeFile(path, forged)
    const manifest = JSON.parse(await readFile(join(set, 'manifest.json'), 'utf8')) as {
      tables: { path: string; sha256: string; bytes: number }[]
    }
    const part = manifest.tables.find((table) => table.path.endsWith('platform.journal_line.copy.gz'))
    Object.assign(part ?? {}, { sha256: createHash('sha256').update(forged).digest('hex'), bytes: forged.length })
    await writeFile(join(set, 'manifest.json'), JSON.stringify(manifest))
    expect(await run(restoreCommand, target, folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('dossier:a, dòng 2: nội dung đã bị sửa'),
    })
  })

  it('refuses a database that is not empty, another version, and a folder without sets', async () => {
    await run(backupCommand, source, folder)
    expect(await run(restoreCommand, source, folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('đang có dữ liệu'),
    })
    const owner = new pg.Client({ connectionString: target.database.url('motcua_owner') })
    await owner.connect()
    await owner.query('alter table chicken.egg add column colour text')
    await owner.end()
    expect(await run(restoreCommand, target, folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining('của phiên bản khác (chicken.egg)'),
    })
    expect(await run(restoreCommand, target, join(folder, 'files'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('Không có bản sao lưu'),
    })
    expect((await run(restoreCommand, target)).code).toBe(2)
  })

  it('tells of a stored file that has rotted and backs up the rest', async () => {
    const { sha256 } = await source.app.files.put(Buffer.from('sắp hỏng'))
    const path = pathInStore(source.app.settings.fileFolder, sha256)
    await writeFile(path, 'đã hỏng')
    expect(await run(backupCommand, source, folder)).toMatchObject({
      code: 1,
      out: expect.stringContaining(`Tệp ${sha256} trong kho đã hỏng`),
    })
    await rm(path)
    expect((await run(restoreCommand, target, folder)).code).toBe(0)
  })

  it('leaves keys out unless asked, and puts them back only where there are none', async () => {
    await run(backupCommand, source, folder)
    await expect(access(join(await setIn(), 'keys'))).rejects.toThrow('ENOENT')
    source.clock.advance(1)
    await run(backupCommand, source, folder, '--with-keys')
    expect((await run(restoreCommand, target, folder, '--with-keys')).code).toBe(0)
    expect(await readFile(join(target.app.settings.keyFolder, 'officers/one.key'), 'utf8')).toBe('a key')
    expect(await run(restoreCommand, target, folder, '--with-keys')).toMatchObject({ code: 1 })
  })
})
