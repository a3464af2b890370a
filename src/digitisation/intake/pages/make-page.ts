import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../../platform/app.ts'
import { BEYOND_LIMITS, boundedProcesses } from '../../../platform/bounded-process.ts'
import { newId } from '../../../platform/id.ts'
import type { Reason } from '../../../platform/refusal.ts'
import { PROJECT_ROOT } from '../../../platform/root.ts'
import { flatPage, type FlatPage } from '../../../documents/index.ts'
import type { Recogniser } from '../../reading/recogniser.ts'
import type { PreparedPage } from '../scan.ts'
import type { LookedAt, LookWork } from './look-process.ts'
import type { OpenedPage, OpenWork } from './open-process.ts'
import { whichWayUp } from './which-way-up.ts'

const limits = { mostTime: 60_000, idleTime: 30_000, mostProcesses: 1 }
const open = boundedProcesses<OpenWork, OpenedPage>({ entry: entryOf('open-process.ts'), heapMb: 384, ...limits })
const look = boundedProcesses<LookWork, LookedAt>({ entry: entryOf('look-process.ts'), heapMb: 512, ...limits })

function entryOf(file: string): string {
  return join(PROJECT_ROOT, 'src/digitisation/intake/pages', file)
}

/** Points an inch a page keeps: what is asked of digitised papers. */
const KEPT_AT = 200

type Source = { path: string; mediaType: string; page: number }
type Turn = PreparedPage['turned']
export type ScannedPage = Pick<PreparedPage, 'width' | 'height' | 'dpi' | 'turned' | 'quality' | 'codes'> & {
  jpeg: Uint8Array
  isBlank: boolean
}
type Made = { ok: true; page: ScannedPage } | { ok: false; reason: Reason }

/**
 * One page of a file, made level, upright and small enough to keep, with what is wrong with it. `turned` is a person's word on
 * which way up it stands; else it is found out. What cannot be opened within the limits ends with a reason.
 */
export async function makeScannedPage(
  app: { settings: Pick<App['settings'], 'dataFolder'>; log: { warn(facts: object, words: string): void } },
  source: Source,
  { turned, recogniser }: { turned: Turn | undefined; recogniser: Recogniser },
): Promise<Made> {
  const folder = join(app.settings.dataFolder, 'scanning')
  const drawn = join(folder, `${newId()}.jpg`)
  try {
    const opened = within(await open(source))
    if (opened.picture) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(drawn, opened.picture, { mode: 0o600 })
    }
    const picture = { ...opened, path: opened.picture ? drawn : source.path }
    const first = await lookAt(picture, turned ?? 0)
    const turn = turned ?? (await standing(first, recogniser))
    const { flat, looked } = turn === (turned ?? 0) ? first : await lookAt(picture, turn)
    const { jpeg, width, height } = flat
    const { quality, isBlank, codes } = looked
    const dpi = Math.round(Math.max(width, height) / opened.longInches)
    return { ok: true, page: { jpeg, width, height, dpi, turned: turn, quality, isBlank, codes } }
  } catch (error) {
    if (error instanceof TooHard) return { ok: false, reason: { code: 'digitisation.page-too-hard' } }
    app.log.warn({ reason: String(error) }, 'a page could not be made')
    return { ok: false, reason: { code: 'digitisation.page-unreadable' } }
  } finally {
    await rm(drawn, { force: true })
  }
}

/** The limits of a process ended it. */
class TooHard extends Error {}

function within<T>(answer: T | typeof BEYOND_LIMITS | undefined): T {
  if (answer === BEYOND_LIMITS || answer === undefined) throw new TooHard()
  return answer
}

type Picture = Omit<OpenedPage, 'picture'> & { path: string }

async function lookAt(picture: Picture, turn: Turn): Promise<{ flat: FlatPage; looked: LookedAt }> {
  const { path, dpi, longInches } = picture
  const flat = within(await flatPage(path, { turn, longest: Math.round(longInches * KEPT_AT) }))
  const looked = within(await look({ path, turn, grey: flat.grey, hasCorners: flat.sure, dpi, longInches }))
  return { flat, looked }
}

/** Where nobody can read, a page stands as it probably does: an operator sees it. */
async function standing({ looked }: { looked: LookedAt }, recogniser: Recogniser): Promise<Turn> {
  const { orientation, sample } = looked
  if (!orientation) return 0
  return sample ? whichWayUp(recogniser, sample, orientation.turn).catch(() => orientation.turn) : orientation.turn
}
