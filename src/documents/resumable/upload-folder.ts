import { constants } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { App } from '../../platform/app.ts'
import { Refusal } from '../../platform/refusal.ts'

/** On the same disk as the spool, so that what is whole is linked and not copied. */
export function uploadFolder(app: Pick<App, 'settings'>): string {
  return join(app.settings.dataFolder, 'unfinished')
}

export function uploadPath(app: Pick<App, 'settings'>, id: string): string {
  return join(uploadFolder(app), id)
}

/** Bytes that have arrived; none when nothing has. */
export async function arrived(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

/**
 * Writes what comes from `offset` on and answers where it ended. What arrived before a cut stays; what is told as arrived is
 * on disk. Refuses with `platform.disk-full`.
 */
export async function writeFrom(path: string, stream: Readable, offset: number): Promise<number> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600)
  let end = offset
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      await file.write(chunk, 0, chunk.length, end)
      end += chunk.length
    }
    await file.sync()
    return end
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new Refusal('platform.disk-full') : error
  } finally {
    await file.close()
  }
}

/** Removes what no row speaks of any more and nobody touched since. */
export async function sweepFolder(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtime } = await stat(path).catch(() => ({ mtime: before }))
    if (mtime < before) await rm(path, { force: true })
  }
}
