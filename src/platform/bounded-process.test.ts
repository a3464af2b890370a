import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { BEYOND_LIMITS, boundedProcesses } from './bounded-process.ts'
import { PROJECT_ROOT } from './root.ts'

const MOST = 300
const folder = mkdtempSync(join(tmpdir(), 'motcua-bounded-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Work that keeps some megabytes for good and takes others while it is done; `wait` is never over. */
type Work = { keep: number; take: number; wait?: boolean }
const entry = join(folder, 'hoard.mjs')
writeFileSync(
  entry,
  `import { setTimeout as pause } from 'node:timers/promises'
   import { serveWork } from ${JSON.stringify(join(PROJECT_ROOT, 'src/platform/bounded-process.ts'))}
   const kept = []
   const filled = (megabytes) => Buffer.alloc(megabytes * 1024 * 1024, 1)
   serveWork(${MOST} * 1024 * 1024, async ({ keep, take, wait }) => {
     kept.push(filled(keep))
     const taken = filled(take)
     await pause(wait ? 600_000 : 100)
     return { process: process.pid, taken: taken.length }
   })`,
)

const opened = (mostTime = 20_000) =>
  boundedProcesses<Work, { process: number; taken: number }>({
    entry,
    heapMb: 64,
    mostTime,
    idleTime: 2_000,
    mostProcesses: 1,
  })
const processOf = (answer: { process: number } | typeof BEYOND_LIMITS) =>
  answer === BEYOND_LIMITS ? undefined : answer.process

describe('work in a process with bounds', () => {
  test('that takes too much ends, and the next piece is done', async () => {
    const ask = opened()
    const [much, little] = await Promise.all([ask({ keep: 0, take: 2 * MOST }), ask({ keep: 0, take: 1 })])
    expect(much).toBe(BEYOND_LIMITS)
    expect(processOf(little)).toBeGreaterThan(0)
  })

  test('is not lost for what earlier work left behind', async () => {
    const ask = opened()
    const first = await ask({ keep: 60, take: 1 })
    const second = await ask({ keep: 0, take: 200 })
    expect(processOf(second)).toBeGreaterThan(0)
    expect(processOf(second)).not.toBe(processOf(first))
  })

  test('is given to a new process when the old one is nearly full', async () => {
    const ask = opened()
    const pids = new Set<number | undefined>()
    for (let piece = 0; piece < 2; piece += 1) pids.add(processOf(await ask({ keep: 130, take: 0 })))
    expect(pids.size).toBe(2)
    expect(pids).not.toContain(undefined)
  })

  test('that takes too long is not begun again', async () => {
    const ask = opened(700)
    expect(processOf(await ask({ keep: 0, take: 0 }))).toBeGreaterThan(0)
    expect(await ask({ keep: 0, take: 0, wait: true })).toBe(BEYOND_LIMITS)
  })
})
