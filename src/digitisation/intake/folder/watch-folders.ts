import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { runAction } from '../../../platform/action.ts'
import type { App } from '../../../platform/app.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { Refusal, refusalWords } from '../../../platform/refusal.ts'
import { receiveUpload } from '../../../documents/index.ts'
import { scanKnownAs } from '../store.ts'
import { takeScan } from '../take-scan.ts'
import { waysOfKind } from '../ways/store.ts'
import type { WayIn } from '../ways/way-in.ts'
import { isWritten, mayStillGrow, TAKEN, REFUSED, type Seen } from './scanned-file.ts'

const SCANNER = { kind: 'system', name: 'digitisation.scanner-folder' } as const

/** Looks into the scanners' folders each minute. */
export const watchFolders = defineJob<object>(
  'digitisation.watch-folders',
  { schedule: '* * * * *', retryLimit: 0 },
  async (app) => {
    for (const way of await waysOfKind(app.db, 'folder')) await lookInto(app, way)
  },
)

/** A folder that cannot be read keeps no other from being looked into. */
async function lookInto(app: App, way: WayIn): Promise<void> {
  const folder = join(app.settings.scanFolder, way.place)
  try {
    for (const name of [TAKEN, REFUSED]) await mkdir(join(folder, name), { recursive: true })
    for (const file of await filesIn(folder)) if (isWritten(file, app.clock.now())) await take(app, way, folder, file)
  } catch (error) {
    app.log.warn({ folder: way.place, reason: String(error) }, 'a scanner’s folder could not be read')
  }
}

async function filesIn(folder: string): Promise<Seen[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile())
  const files = await Promise.all(
    names.map(async ({ name }) => {
      const { size, mtimeMs } = await stat(join(folder, name))
      return { name, size, mtimeMs }
    }),
  )
  return files.toSorted((a, b) => a.mtimeMs - b.mtimeMs || a.name.localeCompare(b.name))
}

/**
 * Takes a file as a scan, then moves it away. A stop between the two costs nothing: the file is known by name, size and time, and
 * is only moved when it is seen again.
 */
async function take(app: App, way: WayIn, folder: string, file: Seen): Promise<void> {
  const knownAs = `folder:${way.id}:${file.name}:${file.size}:${file.mtimeMs}`
  const path = join(folder, file.name)
  const known = await scanKnownAs(app.db, knownAs)
  if (known) return moveTo(path, join(folder, TAKEN, `${known}-${file.name}`))
  const received = await receive(app, path, file)
  if (received === 'later') return
  const { unitId, splitAt, handsOn } = way
  const input = {
    source: 'scanner-folder' as const,
    unitId,
    title: file.name,
    splitAt,
    handsOn,
    files: [received],
    knownAs,
  }
  const { scanId } = await runAction(app, takeScan, SCANNER, input)
  if ('fileId' in received) return moveTo(path, join(folder, TAKEN, `${scanId}-${file.name}`))
  const target = join(folder, REFUSED, `${scanId}-${file.name}`)
  await writeFile(`${target}.txt`, `${refusalWords(app.refusals, received.failure)}\n`)
  await moveTo(path, target)
}

async function receive(app: App, path: string, file: Seen) {
  try {
    const { scan: limits } = app.settings.uploadLimits
    const upload = { name: file.name, stream: createReadStream(path), origin: 'scan' as const, limits }
    return { fileId: (await receiveUpload(app, SCANNER, upload)).id }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'platform.disk-full' || mayStillGrow(file, app.clock.now())) return 'later'
    return { name: file.name, failure: { code: error.code, facts: error.facts } }
  }
}

async function moveTo(from: string, to: string): Promise<void> {
  await rename(from, to)
}
