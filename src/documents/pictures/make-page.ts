import { join } from 'node:path'
import type { App } from '../../platform/app.ts'
import { pathInStore } from '../../platform/file-store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { BEYOND_LIMITS, boundedProcesses } from '../../platform/bounded-process.ts'
import type { StoredFile } from '../file.ts'
import type { FlatPage, MadePage, PageWork } from './page-process.ts'
import type { PicturePage, Turn, Way } from './page.ts'
import { insertPicturePage, picturePage } from './store.ts'

const ask = boundedProcesses<PageWork, MadePage | FlatPage>({
  entry: join(PROJECT_ROOT, 'src/documents/pictures/page-process.ts'),
  heapMb: 512,
  mostTime: 30_000,
  idleTime: 60_000,
  mostProcesses: 1,
})

/** The page of a photo on disk, which is kept nowhere; undefined when the photo is beyond what a page may cost. */
export async function pageOfPicture(path: string, way: Way): Promise<MadePage | undefined> {
  const made = await ask({ path, way })
  return made === BEYOND_LIMITS ? undefined : made
}

/** The same with the brightness of the picture it was made small of, and whether its corners were seen; `longest` is how many points it keeps. */
export async function flatPage(path: string, how: { turn: Turn; longest: number }): Promise<FlatPage | undefined> {
  const made = await ask({ path, ...how })
  return made === BEYOND_LIMITS || !('grey' in made) ? undefined : made
}

/** The page of a stored photo, made once. Refuses with `documents.picture-too-hard`, when the photo itself may still be used. */
export async function makePage(app: App, { id, sha256, name }: StoredFile, way: Way): Promise<PicturePage> {
  const known = await picturePage(app.db, id, way)
  if (known) return known
  const made = await pageOfPicture(pathInStore(app.settings.fileFolder, sha256), way)
  if (!made) throw new Refusal('documents.picture-too-hard', { name })
  const { jpeg, width, height, dpi, changed } = made
  const page = { sourceFileId: id, way, ...(await app.files.put(jpeg)), width, height, dpi, changed }
  await insertPicturePage(app.db, page, app.clock.now())
  return page
}
