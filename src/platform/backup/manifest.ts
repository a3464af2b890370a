import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathInStore } from '../file-store.ts'
import { Type, type Static } from 'typebox'
import { Check } from 'typebox/value'
import { Refusal } from '../refusal.ts'

const Part = Type.Object({
  /** Below the folder of the set. */
  path: Type.String({ pattern: '^(database|keys)/(?!.*\\.\\.)[^\\\\]+$|^files\\.txt$' }),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  bytes: Type.Integer({ minimum: 0 }),
})

const TablePart = Type.Interface([Part], {
  schema: Type.String(),
  table: Type.String(),
  columns: Type.Array(Type.String(), { minItems: 1 }),
  rows: Type.Integer({ minimum: 0 }),
})

export const Manifest = Type.Object({
  format: Type.Literal('motcua-backup-1'),
  takenAt: Type.String(),
  /** The files of `db/migrations` that made the tables. */
  migrations: Type.Array(Type.String()),
  jobQueueVersion: Type.Integer(),
  tables: Type.Array(TablePart),
  sequences: Type.Array(Type.Object({ schema: Type.String(), name: Type.String(), value: Type.String() })),
  /** One line a file: SHA-256 and bytes. The files themselves lie in the folder all sets share. */
  files: Type.Interface([Part], { count: Type.Integer(), totalBytes: Type.Integer() }),
  /** Stored files whose content no longer gave their name when the backup was taken. */
  damagedFiles: Type.Array(Type.String()),
  keys: Type.Array(Part),
  /** The end of the journal: what a restored database must come to again. */
  journal: Type.Object({ lines: Type.Integer(), lastSealHash: Type.Union([Type.String(), Type.Null()]) }),
})
export type Manifest = Static<typeof Manifest>
export type Part = Static<typeof Part>
export type TablePart = Static<typeof TablePart>

export const setsFolder = (folder: string) => join(folder, 'sets')
export const filesFolder = (folder: string) => join(folder, 'files')
export const keptFile = (folder: string, sha256: string) => pathInStore(filesFolder(folder), sha256)

/** Name of a set from the moment it was taken: `20261121T020000Z`. */
export function setName(takenAt: Date): string {
  return takenAt.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** Path and content of a set's manifest; the newest set unless one is named. */
export async function readManifest(
  folder: string,
  set?: string,
): Promise<{ set: string; path: string; manifest: Manifest }> {
  const names = (await readdir(setsFolder(folder)).catch(() => [])).filter((name) => /^\d{8}T\d{6}Z$/.test(name)).sort()
  const name = set === undefined ? names.at(-1) : names.find((known) => known === set)
  if (name === undefined) throw new Refusal('backup.no-set', { folder, set: set ?? '' })
  const path = join(setsFolder(folder), name)
  const manifest = await readFile(join(path, 'manifest.json'), 'utf8').then(parsed, () => undefined)
  if (!Check(Manifest, manifest)) throw new Refusal('backup.damaged', { part: 'manifest.json' })
  return { set: name, path, manifest }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every part of the set as the manifest says, byte for byte. */
export async function checkParts(path: string, { tables, files, keys }: Manifest): Promise<void> {
  for (const part of [...tables, files, ...keys]) {
    const bytes = await stat(join(path, part.path)).then(
      ({ size }) => size,
      () => -1,
    )
    if (bytes !== part.bytes || (await sha256OfFile(join(path, part.path))) !== part.sha256) {
      throw new Refusal('backup.damaged', { part: part.path })
    }
  }
}

export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Flushes what a folder lists, so that a power cut cannot lose the entry. */
export async function flushFolder(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}
