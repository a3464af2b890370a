import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { newId } from '../platform/id.ts'
import type { StoredContent } from '../platform/file-store.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatSize } from './file.ts'

export type Spooled = StoredContent & {
  path: string
  /** Settles when the content is on disk. It goes on while the file is inspected; refuses with `platform.disk-full`. */
  flushed: Promise<void>
}

/** Small files are written at once, large ones in pieces of this many bytes. */
const PIECE = 512 * 1024

/**
 * Writes an upload beside the file store while it arrives, for inspection. Refuses with `documents.too-big` at the first
 * byte too many, `documents.upload-cut` when the sender goes away, `platform.disk-full`. `work` takes the file over; when
 * it is refused the file is gone.
 */
export async function spooled<T>(
  folder: string,
  stream: Readable,
  limit: number,
  name: string,
  work: (file: Spooled) => Promise<T>,
): Promise<T> {
  await makeFolder(folder)
  const path = join(folder, newId())
  try {
    return await work({ path, ...(await write(path, stream, limit, name)) })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

const made = new Set<string>()

/** Once for a process: nobody removes it while it runs. */
async function makeFolder(folder: string): Promise<void> {
  if (made.has(folder)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  made.add(folder)
}

async function write(path: string, stream: Readable, limit: number, name: string): Promise<Omit<Spooled, 'path'>> {
  const hash = createHash('sha256')
  let size = 0
  async function* pieces(): AsyncGenerator<Buffer> {
    let held: Buffer[] = []
    let heldBytes = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > limit) throw new Refusal('documents.too-big', { name, limit: formatSize(limit) })
      hash.update(chunk)
      held.push(chunk)
      heldBytes += chunk.length
      if (heldBytes < PIECE) continue
      yield joined(held)
      held = []
      heldBytes = 0
    }
    if (heldBytes > 0) yield joined(held)
  }
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(pieces())
  } catch (error) {
    await file.close()
    throw asRefusal(error, name)
  }
  const flushed = file
    .sync()
    .catch((error: unknown) => {
      throw asRefusal(error, name)
    })
    .finally(() => file.close())
  flushed.catch(() => undefined)
  return { sha256: hash.digest('hex'), size, flushed }
}

function joined(held: readonly Buffer[]): Buffer {
  return held.length === 1 && held[0] ? held[0] : Buffer.concat(held)
}

function asRefusal(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('platform.disk-full')
  const isCut =
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    code === 'ECONNRESET' ||
    code === 'ABORT_ERR' ||
    code === 'FST_MP_PREMATURE_CLOSE'
  return isCut ? new Refusal('documents.upload-cut', { name }) : error
}

/** Removes what a killed process left behind. Answers how many files. */
export async function sweepSpool(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch(() => [])
  let swept = 0
  for (const name of names) {
    const path = join(folder, name)
    const { mtime } = await stat(path).catch(() => ({ mtime: before }))
    if (mtime >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}
