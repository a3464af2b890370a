import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
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
   * Takes over a file that is on disk already and whose content was hashed while it was written: on the same disk it is
   * moved, so that nothing is written twice; on another it is copied and removed. Refuses as `put` does.
   */
  adopt(path: string, content: StoredContent): Promise<void>
  read(sha256: string): Readable
  bytes(sha256: string): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /**
   * Takes a content out; false when it was stored anew since `before`: whoever did that may not have written it down yet.
   */
  remove(sha256: string, before: Date): Promise<boolean>
  /** Removes what a killed process was just writing, if not touched since; answers how many files. */
  sweep(before: Date): Promise<number>
  /** Nothing is stored afterwards. */
  close(): Promise<void>
}

/**
 * Where a folder store keeps a content: 256 folders by its first byte, made all at once, so that storing a file flushes one
 * folder. Throws on what is no lower-case SHA-256.
 */
export function pathInStore(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
  return join(folder, sha256.slice(0, 2), sha256)
}

export async function openFolderStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => pathInStore(folder, sha256)
  const folders = heldFolders()
  let made: Promise<void> | undefined
  /** Gives a flushed content its final name, where it replaces itself if it was stored before. */
  const settle = async (temporary: string, sha256: string): Promise<void> => {
    made ??= makeFolders(folder, folders)
    await made.catch((error: unknown) => {
      made = undefined
      throw error
    })
    const final = pathOf(sha256)
    await rename(temporary, final)
    // A power cut cannot lose the entry.
    await folders.flush(dirname(final))
  }

  const put = async (content: Readable | Uint8Array): Promise<StoredContent> => {
    const temporary = join(incoming, newId())
    try {
      const stored = await writeFlushed(temporary, content)
      await settle(temporary, stored.sha256)
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
        await settle(path, sha256)
      } catch (error) {
        if (isFull(error)) throw new Refusal('platform.disk-full')
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
        const stored = await put(createReadStream(path))
        await rm(path)
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
    async remove(sha256, before) {
      const leaving = join(incoming, newId())
      try {
        await rename(pathOf(sha256), leaving)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
        throw error
      }
      // Looked at only now: what is stored from here on has a place of its own.
      const isFresh = (await stat(leaving)).mtime >= before
      if (isFresh) await settle(leaving, sha256)
      else await rm(leaving)
      return !isFresh
    },
    async sweep(before) {
      const paths = (await readdir(incoming)).map((name) => join(incoming, name))
      const old = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)))
      const left = paths.filter((_, index) => (old[index]?.mtime ?? before) < before)
      await Promise.all(left.map((path) => rm(path, { force: true })))
      return left.length
    },
    close: () => folders.close(),
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

type Folders = { flush(path: string): Promise<void>; close(): Promise<void> }

/** Folders stay open, 257 of them at most, so that flushing one is one call to the system. */
function heldFolders(): Folders {
  const held = new Map<string, Promise<FileHandle>>()
  return {
    async flush(path) {
      const opened = held.get(path) ?? open(path)
      held.set(path, opened)
      try {
        await (await opened).sync()
      } catch (error) {
        held.delete(path)
        throw error
      }
    },
    async close() {
      const handles = await Promise.allSettled(held.values())
      held.clear()
      for (const handle of handles) if (handle.status === 'fulfilled') await handle.value.close()
    },
  }
}

async function makeFolders(folder: string, folders: Folders): Promise<void> {
  const there = new Set(await readdir(folder))
  const missing = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0')).filter(
    (name) => !there.has(name),
  )
  if (missing.length === 0) return
  await Promise.all(missing.map((name) => mkdir(join(folder, name), { recursive: true, mode: 0o700 })))
  await folders.flush(folder)
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}
