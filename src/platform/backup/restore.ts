import { createReadStream } from 'node:fs'
import { chmod, mkdir, readFile, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FileStore } from '../file-store.ts'
import { Refusal } from '../refusal.ts'
import { copyHashed, returnFile } from './copy-files.ts'
import { checkParts, readManifest, type Manifest, type TablePart } from './manifest.ts'
import {
  WAITING_JOBS,
  columnList,
  dropForeignKeys,
  isEmpty,
  jobQueueVersionOf,
  migrationsOf,
  named,
  refreshMaterializedViews,
  tablesOf,
} from './tables.ts'

export type RestoreOrder = {
  /** Login that owns the tables. */
  ownerUrl: string
  files: FileStore
  folder: string
  /** Name of a set; the newest otherwise. */
  set?: string
  /** Where keys and secrets go back; null leaves them. */
  keys: { folder: string; secrets: string } | null
  progress?: (what: string) => void
}

export type RestoreReport = {
  set: string
  takenAt: string
  tables: number
  rows: number
  files: number
  keys: number
  journal: Manifest['journal']
}

/**
 * Brings a set back into a database that has its tables and nothing in them: all of it or nothing.
 * Refuses a backup of which one byte is not as its manifest says, another version's, and a database in use.
 */
export async function restore(order: RestoreOrder): Promise<RestoreReport> {
  const { set, path, manifest } = await readManifest(order.folder, order.set)
  await checkParts(path, manifest)
  const client = new pg.Client({ connectionString: order.ownerUrl, application_name: 'motcua restore' })
  await client.connect()
  try {
    await checkTarget(client, manifest)
    if (order.keys) await checkNoKeys(order.keys.folder)
    const files = await returnFiles(order, path)
    await importDatabase(client, order, path, manifest)
    const keys = order.keys ? await returnKeys(order.keys, path, manifest) : 0
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return {
      set,
      takenAt: manifest.takenAt,
      tables: manifest.tables.length,
      rows,
      files,
      keys,
      journal: manifest.journal,
    }
  } finally {
    await client.end()
  }
}

async function checkTarget(client: pg.Client, manifest: Manifest): Promise<void> {
  const isSameVersion =
    (await migrationsOf(client)).join() === manifest.migrations.join() &&
    (await jobQueueVersionOf(client)) === manifest.jobQueueVersion
  if (!isSameVersion) throw new Refusal('backup.other-version', { last: manifest.migrations.at(-1) ?? '' })
  const shapes = await tablesOf(client)
  const known = new Map(shapes.map((shape) => [`${shape.schema}.${shape.table}`, shape.columns]))
  for (const { schema, table, columns } of manifest.tables) {
    if (known.get(`${schema}.${table}`)?.join() !== columns.join())
      throw new Refusal('backup.other-version', { last: `${schema}.${table}` })
  }
  for (const shape of shapes) {
    if (!(await isEmpty(client, shape)))
      throw new Refusal('backup.not-empty', { table: `${shape.schema}.${shape.table}` })
  }
}

async function returnFiles({ files, folder, progress }: RestoreOrder, path: string): Promise<number> {
  const lines = (await readFile(join(path, 'files.txt'), 'utf8')).split('\n').filter((line) => line !== '')
  for (const [index, line] of lines.entries()) {
    const [sha256 = '', bytes = ''] = line.split(' ')
    await returnFile(folder, files, { sha256, bytes: Number(bytes) })
    if (index % 1_000 === 0) progress?.(`files ${index}`)
  }
  return lines.length
}

async function importDatabase(
  client: pg.Client,
  { progress }: RestoreOrder,
  path: string,
  manifest: Manifest,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0')
    const putKeysBack = await dropForeignKeys(client)
    for (const table of manifest.tables) {
      progress?.(`${table.schema}.${table.table}`)
      await importTable(client, table, path)
    }
    // What ran when the backup was taken runs again: handlers bear being called twice.
    await client.query(
      `update pgboss.job set state = 'retry', start_after = now() where state = 'active' and ${WAITING_JOBS.condition}`,
    )
    await putKeysBack()
    for (const { schema, name, value } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [named(client, schema, name), value])
    }
    await refreshMaterializedViews(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  await client.query('analyze')
}

async function importTable(
  client: pg.Client,
  { schema, table, columns, rows, path: name }: TablePart,
  path: string,
): Promise<void> {
  const copy = client.query(
    copyFrom(`copy ${named(client, schema, table)} (${columnList(client, columns)}) from stdin`),
  )
  await pipeline(createReadStream(join(path, name)), createGunzip(), copy)
  if (copy.rowCount !== rows) throw new Refusal('backup.damaged', { part: name })
}

/** Keys go back only where there are none. */
async function checkNoKeys(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw new Refusal('backup.keys-there', { folder })
}

async function returnKeys(
  keys: { folder: string; secrets: string },
  path: string,
  manifest: Manifest,
): Promise<number> {
  for (const part of manifest.keys) {
    const target =
      part.path === 'keys/secrets.json' ? keys.secrets : join(keys.folder, part.path.slice('keys/folder/'.length))
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyHashed(join(path, part.path), target)
    await chmod(target, 0o600)
  }
  return manifest.keys.length
}
