import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pathInStore } from '../file-store.ts'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Refusal } from '../refusal.ts'
import { copyHashed, keepFile, storedFiles } from './copy-files.ts'
import { flushFolder, setName, setsFolder, type Manifest, type Part, type TablePart } from './manifest.ts'
import {
  WAITING_JOBS,
  columnList,
  jobQueueVersionOf,
  migrationsOf,
  named,
  sequencesOf,
  tablesOf,
  type TableShape,
} from './tables.ts'

export type BackupOrder = {
  /** Login that reads every table. */
  ownerUrl: string
  fileFolder: string
  /** Where the backup goes; earlier sets there are kept, files already there are not copied again. */
  folder: string
  now: Date
  /** Folder of the signing keys and the file of secrets; null leaves them out. */
  keys: { folder: string; secrets: string } | null
  progress?: (what: string) => void
}

export type BackupReport = {
  set: string
  manifestSha256: string
  tables: number
  rows: number
  files: number
  filesCopied: number
  damagedFiles: string[]
}

/** Copies the database as it stands at one instant, then the files it speaks of, then says what it copied. */
export async function backUp(order: BackupOrder): Promise<BackupReport> {
  const set = setName(order.now)
  const final = join(setsFolder(order.folder), set)
  const path = `${final}.incomplete`
  if (await stat(final).catch(() => undefined)) throw new Refusal('backup.set-exists', { set })
  await rm(path, { recursive: true, force: true })
  await mkdir(join(path, 'database'), { recursive: true, mode: 0o700 })
  const database = await exportDatabase(order, path)
  // Files are written before rows name them and never taken away: whatever the snapshot names is there by now.
  const { list, damagedFiles, filesCopied } = await copyFiles(order)
  const files = {
    ...(await writePart(path, 'files.txt', list.map(({ sha256, bytes }) => `${sha256} ${bytes}\n`).join(''))),
    count: list.length,
    totalBytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
  }
  const keys = order.keys ? await copyKeys(order.keys, path) : []
  const manifest: Manifest = {
    format: 'motcua-backup-1',
    takenAt: order.now.toISOString(),
    ...database,
    files,
    damagedFiles,
    keys,
  }
  const { sha256 } = await writePart(path, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  await flushFolder(path)
  await rename(path, final)
  await flushFolder(setsFolder(order.folder))
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return {
    set,
    manifestSha256: sha256,
    tables: manifest.tables.length,
    rows,
    files: list.length,
    filesCopied,
    damagedFiles,
  }
}

type DatabaseParts = Pick<Manifest, 'migrations' | 'jobQueueVersion' | 'tables' | 'sequences' | 'journal'>

async function exportDatabase({ ownerUrl, progress }: BackupOrder, path: string): Promise<DatabaseParts> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'motcua backup' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    const tables: TablePart[] = []
    for (const shape of await tablesOf(client)) {
      progress?.(`${shape.schema}.${shape.table}`)
      tables.push(await exportTable(client, shape, path))
    }
    const parts = {
      migrations: await migrationsOf(client),
      jobQueueVersion: await jobQueueVersionOf(client),
      tables,
      sequences: await sequencesOf(client),
      journal: await journalEnd(client),
    }
    await client.query('commit')
    return parts
  } finally {
    await client.end()
  }
}

async function exportTable(client: pg.Client, shape: TableShape, path: string): Promise<TablePart> {
  const source = named(client, shape.schema, shape.table)
  const columns = columnList(client, shape.columns)
  const isQueue = shape.schema === WAITING_JOBS.schema
  const what = isQueue ? `(select ${columns} from ${source} where ${WAITING_JOBS.condition})` : `${source} (${columns})`
  const copy = client.query(copyTo(`copy ${what} to stdout`))
  const part = await writePart(path, `database/${shape.schema}.${shape.table}.copy.gz`, copy, true)
  return { ...part, ...shape, rows: copy.rowCount }
}

async function journalEnd(client: pg.Client): Promise<Manifest['journal']> {
  const { rows } = await client.query<{ lines: number; last: string | null }>(`
    select (select count(*)::int from platform.journal_line) as lines,
      (select hash from platform.journal_seal order by seal_no desc limit 1) as last`)
  return { lines: rows[0]?.lines ?? 0, lastSealHash: rows[0]?.last ?? null }
}

async function writePart(path: string, name: string, content: string | Readable, zip = false): Promise<Part> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const source = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content
  const target = createWriteStream(join(path, name), { flush: true, mode: 0o600 })
  await (zip ? pipeline(source, createGzip({ level: 6 }), measure, target) : pipeline(source, measure, target))
  return { path: name, sha256: hash.digest('hex'), bytes }
}

async function copyFiles({ fileFolder, folder, progress }: BackupOrder) {
  const list: { sha256: string; bytes: number }[] = []
  const damagedFiles: string[] = []
  let filesCopied = 0
  for await (const file of storedFiles(fileFolder)) {
    const source = pathInStore(fileFolder, file.sha256)
    const outcome = await keepFile(source, folder, file)
    if (outcome === 'damaged') damagedFiles.push(file.sha256)
    else list.push(file)
    if (outcome === 'copied') filesCopied += 1
    if (list.length % 1_000 === 0) progress?.(`files ${list.length}`)
  }
  return { list, damagedFiles, filesCopied }
}

async function copyKeys(keys: { folder: string; secrets: string }, path: string): Promise<Part[]> {
  const names = await readdir(keys.folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found = names
    .filter((entry) => entry.isFile())
    .map((entry) => relative(keys.folder, join(entry.parentPath, entry.name)))
  const sources = found.map((name): [string, string] => [join(keys.folder, name), `keys/folder/${name}`])
  if (await stat(keys.secrets).catch(() => undefined)) sources.push([keys.secrets, 'keys/secrets.json'])
  const parts: Part[] = []
  for (const [source, name] of sources) {
    await mkdir(dirname(join(path, name)), { recursive: true, mode: 0o700 })
    const sha256 = await copyHashed(source, join(path, name))
    parts.push({ path: name, sha256, bytes: (await stat(join(path, name))).size })
  }
  return parts
}
