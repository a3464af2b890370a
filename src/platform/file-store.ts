import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from './id.ts'
import { Refusal } from './refusal.ts'

export type StoredContent = { /** Lower-case hex. */ sha256: string; /** Bytes. */ size: number }

/** Keeps files by the hash of their content. What is stored is on disk before `put` answers. */
export type FileStore = {
  /** Refuses with `platform.disk-full` when there is no room; nothing half-written stays behind. */
  put(content: Readable | Uint8Array): Promise<StoredContent>
  /**
   * Takes a file whose content was hashed while it was written, under another name of the same disk where it can, so that
   * nothing is written twice; the caller removes `path`. Refuses as `put` does.
   */
  adopt(path: string, content: StoredContent): Promise<void>
  read(sha256: string): Readable
  bytes(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** Removes what a killed process was just writing, if not touched since; answers how many files. */
  sweep(before: Date): Promise<number>
}

/**
 * Where a folder store keeps a content: 256 folders by its first byte, which all exist after the first thousand files, so
 * that storing one more flushes one folder. Throws on what is no lower-case SHA-256.
 */
export function pathInStore(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
  return join(folder, sha256.slice(0, 2), sha256)
}

export async function openFolderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => pathInStore(folder, sha256)

  const put = async (content: Readable | Uint8Array): Promise<StoredContent> => {
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
  }

  return {
    put,
    async adopt(path, { sha256 }) {
      try {
        await flush(path)
        await settle(path, pathOf(sha256))
      } catch (error) {
        if (isFull(error)) throw new Refusal('platform.disk-full')
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
        const stored = await put(createReadStream(path))
        if (stored.sha256 !== sha256) throw new Error('an upload changed while it was inspected', { cause: error })
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
  const folder = dirname(final)
  if (!(await linked(temporary, final))) {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (!(await linked(temporary, final))) throw new Error('the content to keep is gone')
    // A new folder's own entry must be on disk too.
    await flush(dirname(folder))
  }
  await flush(folder)
}

/** Tells false when the folder is not there yet. The same content stored before is as good. */
async function linked(temporary: string, final: string): Promise<boolean> {
  try {
    await link(temporary, final)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return false
    if (code !== 'EEXIST') throw error
  }
  return true
}

async function flush(path: string): Promise<void> {
  const handle = await open(path)
  await handle.sync().finally(() => handle.close())
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}
