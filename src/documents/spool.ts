import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../platform/id.ts'
import type { StoredContent } from '../platform/file-store.ts'
import { Refusal } from '../platform/refusal.ts'
import { formatSize } from './file.ts'

export type Spooled = StoredContent & { path: string }

/**
 * Writes an upload beside the file store while it arrives, for inspection. Refuses with `documents.too-big` at the first
 * byte too many, `documents.upload-cut` when the sender goes away, `platform.disk-full`. The file is gone afterwards,
 * whatever `work` does.
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
  } finally {
    await rm(path, { force: true })
  }
}

const made = new Set<string>()

/** Once for a process: nobody removes it while it runs. */
async function makeFolder(folder: string): Promise<void> {
  if (made.has(folder)) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  made.add(folder)
}

async function write(path: string, stream: Readable, limit: number, name: string): Promise<StoredContent> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > limit) done(new Refusal('documents.too-big', { name, limit: formatSize(limit) }))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    throw asRefusal(error, name)
  }
  return { sha256: hash.digest('hex'), size }
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
