import { readFile, readdir } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseProcess } from '../support/system-database.ts'
import { PORT_NAMES, startSystem, type System } from '../support/system.ts'
import type { Ledger } from './file-all.ts'

export type Target = 'server' | 'database' | 'both'
type Strike = { target: Target; /** Dossiers acknowledged before. */ after: number; delayMs: number }
export type Struck = { target: Target; acknowledged: number; readyAfterMs: number | undefined; fault?: string }

const TARGETS: Target[] = ['server', 'database', 'both']
const READY_WITHIN_MS = 180_000

/** Random moments spread over the filing; each kind comes up as often as the others. */
export function planStrikes({ kills, dossiers }: { kills: number; dossiers: number }, random: () => number): Strike[] {
  const targets = Array.from({ length: kills }, (_, nth) => TARGETS[nth % TARGETS.length] as Target)
  const shuffled = targets
    .map((target) => ({ target, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ target }) => target)
  return shuffled.map((target, nth) => ({
    target,
    after: Math.floor(((nth + random()) / kills) * dossiers * 0.95),
    delayMs: Math.floor(random() * 200),
  }))
}

/** Strikes one after the other, each when the system is whole again; a killed server is started again as people do. */
export async function strikeAll(
  running: { system: System },
  plan: Strike[],
  ledger: Ledger,
  inFlight: number,
): Promise<Struck[]> {
  const struck: Struck[] = []
  for (const { target, after, delayMs } of plan) {
    ledger.mayStart = after + inFlight
    while (ledger.acknowledged < after && !ledger.isDone) await pause(5)
    await pause(delayMs)
    const { acknowledged } = ledger
    const began = performance.now()
    const before = await databaseProcess(running.system.folder)
    await kill(running.system, target)
    try {
      if (target !== 'database') running.system = await startSystem(running.system.folder, portsOf(running.system))
      await untilReady(running.system, target === 'server' ? 0 : before)
      struck.push({ target, acknowledged, readyAfterMs: performance.now() - began })
    } catch (error) {
      struck.push({ target, acknowledged, readyAfterMs: undefined, fault: `after killing ${target}: ${String(error)}` })
      ledger.isLost = true
      break
    }
  }
  ledger.mayStart = Infinity
  return struck
}

async function kill(system: System, target: Target): Promise<void> {
  if (target !== 'server') await killDatabase(system.folder)
  if (target !== 'database') await system.kill()
}

/** The first process of the database and every one it started, as a power cut would: each is in a group of its own. */
async function killDatabase(folder: string): Promise<void> {
  const first = await databaseProcess(folder)
  const children = await childrenOf(first)
  for (const pid of [first, ...children]) endNow(pid)
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const stats = await Promise.all(
    pids.map(async (pid) => ({ pid, stat: await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '') })),
  )
  return stats
    .filter(({ stat }) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent)
    .map(({ pid }) => pid)
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Readiness is looked at every few seconds: a database just killed counts as back when it is another process. */
async function untilReady({ address, folder, hasEnded, output }: System, killed: number): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < READY_WITHIN_MS) {
    if (hasEnded()) throw new Error(`the server ended by itself:\n${output().slice(-2_000)}`)
    const answer = await fetch(`${address}/he-thong/san-sang`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.ok && (await databaseProcess(folder).catch(() => killed)) !== killed) return
    await pause(50)
  }
  throw new Error(`not ready within ${READY_WITHIN_MS / 1_000} seconds`)
}

function portsOf({ environment }: System): number[] {
  return PORT_NAMES.map((name) => Number(environment[name]))
}
