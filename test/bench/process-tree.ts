import { readFile, readdir } from 'node:fs/promises'

export type Sample = { rss: number; pss: number }

/** Resident memory and the share of it that is its own, in MB. */
export async function sampleMemory(pid: number): Promise<Sample> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
  const read = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1_024)
  return { rss: read('Rss'), pss: read('Pss') }
}

/** The processes one has started, by their programs; our own bounded ones by the work they do. */
export async function childrenOf(pid: number): Promise<{ pid: number; name: string }[]> {
  const read = (path: string) => readFile(`/proc/${path}`, 'utf8').catch(() => '')
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(tasks.map((task) => read(`${pid}/task/${task}/children`)))
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  return Promise.all(
    children.map(async (child) => {
      const [, work] = /([a-z-]+)-process\.ts/.exec(await read(`${child}/cmdline`)) ?? []
      return { pid: child, name: work ?? (await read(`${child}/comm`)).trim() }
    }),
  )
}

/** A process and all that came of it. One that ends meanwhile has no memory. */
export async function treeMemory(pid: number): Promise<{ name: string; pid: number; pss: number }[]> {
  const all = [{ pid, name: 'server' }]
  for (let at = 0; at < all.length; at += 1) all.push(...(await childrenOf(all[at]?.pid ?? 0)))
  return Promise.all(
    all.map(async (one) => ({ ...one, pss: (await sampleMemory(one.pid).catch(() => ({ pss: 0 }))).pss })),
  )
}
