import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { serveWork } from '../../platform/bounded-process.ts'
import { encodePage, type EncodedPage } from './encode-page.ts'
import type { Turn } from './page.ts'
import type { Grey } from './edges.ts'
import { greyOf, straighten, upright, type Straightened } from './straighten.ts'

export type PageWork =
  | { path: string; way: 'straightened' | 'original' }
  /** With the brightness of the picture the page was made small of, for who judges it. */
  | { path: string; turn: Turn; longest: number }
export type MadePage = EncodedPage & Pick<Straightened, 'changed'>
export type FlatPage = MadePage & Pick<Straightened, 'corners' | 'sure'> & { grey: Grey }

const MOST_MEMORY = 900 * 1024 * 1024

// A picture comes once: what libvips would keep for the next time is memory nobody uses.
sharp.cache(false)

serveWork(MOST_MEMORY, async (work: PageWork): Promise<MadePage | FlatPage> => {
  const picture = await readFile(work.path)
  if ('longest' in work) {
    const { picture: raster, ...how } = await straighten(picture, work.turn)
    return { ...(await encodePage(raster, work.longest)), ...how, grey: await greyOf(raster) }
  }
  if (work.way === 'original') return { ...(await encodePage(await upright(picture))), changed: 'nothing' }
  const { picture: straight, changed } = await straighten(picture)
  return { ...(await encodePage(straight)), changed }
})
