import { readFile } from 'node:fs/promises'
import { serveWork } from '../../platform/bounded-process.ts'
import { encodePage, type EncodedPage } from './encode-page.ts'
import { straighten, upright, type Straightened } from './straighten.ts'

export type PageWork = { path: string; way: 'straightened' | 'original' }
export type MadePage = EncodedPage & { changed: Straightened['changed'] }

const MOST_MEMORY = 900 * 1024 * 1024

serveWork(MOST_MEMORY, async ({ path, way }: PageWork): Promise<MadePage> => {
  const picture = await readFile(path)
  if (way === 'original') return { ...(await encodePage(await upright(picture))), changed: 'nothing' }
  const { picture: straight, changed } = await straighten(picture)
  return { ...(await encodePage(straight)), changed }
})
