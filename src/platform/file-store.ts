import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from './id.ts'
import { Refusal } from './refusal.ts'

export type StoredContent = { /** Lower-case hex. */ sha256: string; /** Bytes. */ size: number }

/** Keeps files by the hash of their content. What is stored is on disk before `put` answers. */
export type FileStore = {
  /** Refuses with `platform.disk-full` when there is no room; nothing half-written stays behind. */
  put(content: Readable | Uint8Array): Promise<StoredContent>
  read(sha256: string): Readable
  bytes(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** Removes what a killed process was just writing, if not touched since; answers how many files. */
  sweep(before: Date): Promise<number>
}

export async function openFolderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }

  return {
    async put(content) {
      const temporary = join(incoming, newId())
      try {
        const stored = await writeFlushed(temporary, content)
        await settle(temporary, pathOf(stored.sha256))
        return stored
      } catch (error) {
        throw isFull(error) ? new Refusal('platform.disk-full') : error
      } finally {
        await rm(temporary, { force: true })
      }
    },
    read: (sha256) => createReadStream(pathOf(sha256)),
    bytes: (sha256) => readFile(pathOf(sha256)),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    async sweep(before) {
      const paths = (await readdir(incoming)).map((name) => join(incoming, name))
      const old = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)))
      const left = paths.filter((_, index) => (old[index]?.mtime ?? before) < before)
      await Promise.all(left.map((path) => rm(path, { force: true })))
      return left.length
    },
  }
}

async function writeFlushed(path: string, content: Readable | Uint8Array): Promise<StoredContent> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  const source = content instanceof Uint8Array ? Readable.from([content]) : content
  await pipeline(source, measure, createWriteStream(path, { flags: 'wx', flush: true, mode: 0o600 }))
  return { sha256: hash.digest('hex'), size }
}

/** Gives the content its final name and flushes the folder, so that a power cut cannot lose the entry. */
async function settle(temporary: string, final: string): Promise<void> {
  const folder = join(final, '..')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await link(temporary, final).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}
