import { setTimeout as pause } from 'node:timers/promises'
import type { Part } from './part.ts'
import { loadPages, pagesOf } from './pages.ts'
import { fileSome } from './filing.ts'
import { childrenOf, sampleMemory, type Sample } from './process-tree.ts'

const MOST_MB = 300

/** Megabytes of the server process while pages are asked for and dossiers with files are filed; its helpers apart. */
export const memory: Part = async (place) => {
  const { pid } = place.system
  const rest = await sampleMemory(pid)
  let peak = rest
  let helpers = 0
  const load = { isOver: false }
  const watching = (async () => {
    while (!load.isOver) {
      const now = await sampleMemory(pid)
      if (now.rss > peak.rss) peak = now
      const apart = await Promise.all(
        (await childrenOf(pid))
          .filter(({ name }) => !name.startsWith('postgres'))
          .map((child) => sampleMemory(child.pid).catch(() => ({ rss: 0, pss: 0 }))),
      )
      helpers = Math.max(
        helpers,
        apart.reduce((sum, { pss }) => sum + pss, 0),
      )
      await pause(250)
    }
  })()
  const seconds = place.quick ? 3 : 20
  const open = await pagesOf(place.system)
  await Promise.all([
    ...open.map((page) => loadPages(page, seconds, 4)),
    fileSome(place.system, place.quick ? 30 : 300, 8),
  ])
  load.isOver = true
  await watching
  const text = ({ rss, pss }: Sample) => `${rss} MB (${pss} MB shared fairly)`
  return [
    { what: 'Memory of the server, after start', measured: text(rest) },
    {
      what: 'Memory of the server, most under load (pages and filing at once)',
      measured: text(peak),
      aim: `under ${MOST_MB} MB`,
      isMet: peak.rss < MOST_MB,
    },
    { what: 'Its helpers: inspection of files and others', measured: `${helpers} MB` },
  ]
}
