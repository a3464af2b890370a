import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathInStore } from '../../src/platform/file-store.ts'
import pg from 'pg'
import { perSecond } from './timing.ts'

/** Rows of one table, as text, ready to be inserted again. */
type Rows = { table: string; columns: string[]; values: (string | null)[][] }

/** What one dossier came to: its transactions (one for each upload, the filing, the messages) and the contents of its files. */
export type Copied = { transactions: Rows[][]; contents: Buffer[] }

export type Floor = {
  /** Reads back everything that filing these dossiers wrote, once the messages about them are written too. */
  copy(codes: string[]): Promise<Copied[]>
  /** Inserts it bare into copies of the tables, with the same indexes, and writes and flushes the files; dossiers a second. */
  insert(copied: Copied[], atOnce: number): Promise<number>
  close(): Promise<void>
}

const OF_UPLOAD: [table: string, where: string][] = [
  ['documents.file', 'id = $1::uuid'],
  ['platform.journal_head', `subject = 'file:' || $1`],
  ['platform.journal_line', `subject = 'file:' || $1 and seq = 1`],
  ['platform.handled_request', `action = 'documents.upload' and result -> 'value' ->> 'id' = $1`],
]
const OF_FILING: [table: string, where: string][] = [
  ['dossiers.dossier', 'id = $1::uuid'],
  ['dossiers.component', 'dossier_id = $1::uuid'],
  ['dossiers.component_file', 'dossier_id = $1::uuid'],
  ['dossiers.step', 'dossier_id = $1::uuid'],
  ['platform.journal_head', `subject = 'dossier:' || $1`],
  ['platform.journal_line', `subject = 'dossier:' || $1 and seq = 1`],
  ['platform.handled_request', `action = 'dossiers.submit' and result -> 'value' ->> 'dossierId' = $1`],
  ['pgboss.job', `data -> 'payload' ->> 'dossierId' = $1`],
]
const OF_MESSAGES: [table: string, where: string][] = [['notifications.delivery', 'dossier_id = $1::uuid']]
const TABLES = [...new Set([...OF_UPLOAD, ...OF_FILING, ...OF_MESSAGES].map(([table]) => table))]

/** Everything comes and goes as text: what the values mean is the database's affair. */
const AS_TEXT = { getTypeParser: () => (value: string) => value }

export async function openFloor(databaseUrl: string, dataFolder: string): Promise<Floor> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 })
  const folder = join(dataFolder, 'floor')
  await mkdir(folder, { recursive: true })
  const copyName = (table: string) => `floor.${table.replace('.', '_')}`
  const remake = async () => {
    await pool.query('drop schema if exists floor cascade; create schema floor')
    for (const table of TABLES) await pool.query(`create table ${copyName(table)} (like ${table} including all)`)
  }
  const read = async ([table, where]: [string, string], id: string): Promise<Rows> => {
    const text = `select * from ${table} where ${where}`
    const { rows, fields } = await pool.query({ text, values: [id], rowMode: 'array', types: AS_TEXT })
    return { table: copyName(table), columns: fields.map(({ name }) => name), values: rows as (string | null)[][] }
  }
  const readAll = async (tables: [string, string][], id: string) =>
    (await Promise.all(tables.map((table) => read(table, id)))).filter(({ values }) => values.length > 0)

  return {
    async copy(codes) {
      await untilTold(pool)
      const copied: Copied[] = []
      for (const code of codes) {
        const { rows } = await pool.query<{ id: string; files: { id: string; sha256: string }[] }>(
          `select d.id, json_agg(json_build_object('id', f.id, 'sha256', f.sha256)) as files
           from dossiers.dossier d join dossiers.component_file c on c.dossier_id = d.id join documents.file f on f.id = c.file_id
           where d.code = $1 group by d.id`,
          [code],
        )
        const [{ id, files } = { id: '', files: [] }] = rows
        const uploads = await Promise.all(files.map((file) => readAll(OF_UPLOAD, file.id)))
        const contents = files.map(({ sha256 }) => readFile(pathInStore(join(dataFolder, 'files'), sha256)))
        copied.push({
          transactions: [...uploads, await readAll(OF_FILING, id), await readAll(OF_MESSAGES, id)],
          contents: await Promise.all(contents),
        })
      }
      return copied
    },
    async insert(copied, atOnce) {
      await remake()
      return perSecond(copied.length, atOnce, async (no) => {
        const { transactions, contents } = copied[no] as Copied
        await Promise.all(contents.map((content) => writeFlushed(join(folder, randomUUID()), content)))
        for (const transaction of transactions) await insertAll(pool, transaction)
      })
    },
    async close() {
      await pool.query('drop schema if exists floor cascade')
      await pool.end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until nothing is left to be done about what happened; a minute at most. */
async function untilTold(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const { rows } = await pool.query(
      `select 1 from pgboss.job where name = 'reaction' and state in ('created', 'retry', 'active') limit 1`,
    )
    if (rows.length === 0) return
    await pause(250)
  }
  throw new Error('the messages about the dossiers are still being written')
}

async function insertAll(pool: pg.Pool, transaction: Rows[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { table, columns, values } of transaction) {
      const places = values.map(
        (row, nth) => `(${row.map((_, column) => `$${nth * columns.length + column + 1}`).join()})`,
      )
      const name = `${table} ${values.length}`
      await client.query({ name, text: `insert into ${table} values ${places.join()}`, values: values.flat() })
    }
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function writeFlushed(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.write(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
