import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { System } from '../support/system.ts'

const DRAINED_WITHIN_MS = 5 * 60_000

/** Waits until everything that was asked for was done; tells what was not, and what was given up. */
export async function jobsLeft(pool: Pool): Promise<string[]> {
  const began = performance.now()
  let open = await jobs(pool, `state in ('created', 'retry', 'active')`)
  while (open.length > 0 && performance.now() - began < DRAINED_WITHIN_MS) {
    await pause(500)
    open = await jobs(pool, `state in ('created', 'retry', 'active')`)
  }
  process.stdout.write(`jobs done ${((performance.now() - began) / 1_000).toFixed(1)} s later\n`)
  const failed = await jobs(pool, `state = 'failed'`)
  return [...open.map((job) => `job not done: ${job}`), ...failed.map((job) => `job given up: ${job}`)]
}

async function jobs(pool: Pool, where: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; state: string; count: number }>(`
    select name, state::text, count(*)::int as count from pgboss.job
    where ${where} and name not like '\\_\\_pgboss%' and start_after < now() + interval '10 minutes'
    group by name, state`)
  return rows.map(({ name, state, count }) => `${count} × ${name} (${state})`)
}

/** As an administrator would ask, with the command. */
export async function verifyJournal(system: System): Promise<string[]> {
  const { code, out, err } = await system.command('journal', 'verify')
  process.stdout.write(out)
  return code === 0 ? [] : [`motcua journal verify ended with ${code}: ${out}${err}`]
}
