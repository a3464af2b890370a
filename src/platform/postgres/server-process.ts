import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

/** The server that holds the data folder now, by its lock file. */
export async function runningServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  return pid && port && isAlive(pid) ? { pid, port } : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

export async function waitUntilReady(url: string, pid: number, log: string): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (await answers(url)) return
    if (!isAlive(pid)) {
      const tail = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-4).join('\n')
      throw new Error(`The embedded database stopped while starting:\n${tail}`)
    }
    await pause(25)
  }
  throw new Error('The embedded database did not get ready within 30 seconds')
}

/** Fast shutdown (SIGINT): ends sessions, flushes, stops. */
export async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 600 && isAlive(pid); tries += 1) await pause(25)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
