import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileStore } from '../file-store.ts'
import { Refusal } from '../refusal.ts'
import { flushFolder, keptFile } from './manifest.ts'

export type StoredName = { sha256: string; bytes: number }

/** The files of a store's folder by their names, in order. */
export async function* storedFiles(folder: string): AsyncGenerator<StoredName> {
  for (const first of await foldersIn(folder)) {
    for (const sha256 of (await readdir(join(folder, first))).sort()) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) continue
      yield { sha256, bytes: (await stat(join(folder, first, sha256))).size }
    }
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => name)
    .sort()
}

/** Copies one stored file into the backup unless it is there; false when its content does not give its name. */
export async function keepFile(
  source: string,
  folder: string,
  { sha256, bytes }: StoredName,
): Promise<'copied' | 'there' | 'damaged'> {
  const target = keptFile(folder, sha256)
  const there = await stat(target).then(
    ({ size }) => size === bytes,
    () => false,
  )
  if (there) return 'there'
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const temporary = `${target}.incomplete`
  const hash = await copyHashed(source, temporary)
  if (hash !== sha256) {
    await rm(temporary, { force: true })
    return 'damaged'
  }
  await rename(temporary, target)
  await flushFolder(dirname(target))
  return 'copied'
}

/** Copies and flushes, and gives the SHA-256 of what was copied. */
export async function copyHashed(source: string, target: string): Promise<string> {
  const hash = createHash('sha256')
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(source), measure, createWriteStream(target, { flush: true, mode: 0o600 }))
  return hash.digest('hex')
}

/** Puts one file of the backup back into the store. Refuses when it is missing or its content does not give its name. */
export async function returnFile(folder: string, files: FileStore, { sha256, bytes }: StoredName): Promise<void> {
  if (await files.has(sha256)) return
  const path = keptFile(folder, sha256)
  const size = await stat(path).then(
    (found) => found.size,
    () => -1,
  )
  if (size !== bytes) throw new Refusal('backup.damaged', { part: `files/${sha256}` })
  const stored = await files.put(createReadStream(path))
  if (stored.sha256 !== sha256) throw new Refusal('backup.damaged', { part: `files/${sha256}` })
}
