import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')

export type System = {
  address: string
  folder: string
  environment: NodeJS.ProcessEnv
  /** Milliseconds from the command to the first good answer of the readiness door. */
  readyAfterMs: number
  pid: number
  /** Ends it as a power cut would: no warning, nothing flushed. */
  kill(): Promise<void>
  /** Ends it as Ctrl-C does; resolves to the exit code. */
  stop(): Promise<number>
  /** Runs a command of `motcua` in the same surroundings. */
  command(...args: string[]): Promise<{ code: number; out: string; err: string }>
  output(): string
  hasEnded(): boolean
}

/** Settings of the ports that one system listens on. */
export const PORT_NAMES = [
  'PORT',
  'DATABASE_PORT',
  'MAIL_CATCHER_PORT',
  'IDENTITY_PORT',
  'TIMESTAMP_PORT',
  'REVOCATION_PORT',
  'REMOTE_SIGNING_PORT',
  'TOKEN_PORT',
] as const

/** Starts the whole system as people do, in a folder and on ports of its own. */
export async function startSystem(folder: string, ports?: number[], more: NodeJS.ProcessEnv = {}): Promise<System> {
  const given = ports ?? (await freePorts(PORT_NAMES.length))
  const [port] = given
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_FOLDER: folder,
    ...Object.fromEntries(PORT_NAMES.map((name, index) => [name, String(given[index])])),
    RATE_LIMIT: '1000000',
    ...more,
  }
  const began = performance.now()
  const { variables, words } = await startCommand()
  const child = spawn(process.execPath, words, {
    cwd: ROOT,
    env: { ...variables, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A trial that ends by an error of its own leaves nothing running.
  process.once('exit', () => child.kill('SIGINT'))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (output += chunk.toString()))
  const address = `http://localhost:${port}`
  await untilReady(address, child, () => output)
  return {
    address,
    folder,
    environment,
    readyAfterMs: performance.now() - began,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    async stop() {
      if (child.exitCode !== null) return child.exitCode
      child.kill('SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      return code ?? 1
    },
    command: (...args) => runCommand(environment, args),
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  }
}

/** What `npm start` runs, taken apart: variables before `node`, words behind it. */
async function startCommand(): Promise<{ variables: Record<string, string>; words: string[] }> {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const words = scripts.start.split(' ')
  const node = words.indexOf('node')
  const variables = Object.fromEntries(words.slice(0, node).map((word) => word.split('=') as [string, string]))
  return { variables, words: words.slice(node + 1) }
}

async function untilReady(address: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 3_600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the system stopped while starting:\n${output()}`)
    const answer = await fetch(`${address}/he-thong/san-sang`).catch(() => undefined)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error(`the system did not get ready:\n${output()}`)
}

export async function runCommand(
  environment: NodeJS.ProcessEnv,
  args: string[],
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [join(ROOT, 'motcua.mjs'), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = ['', '']
  const result = { code: 0, out, err }
  child.stdout.on('data', (chunk: Buffer) => void (result.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (result.err += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { ...result, code: code ?? 1 }
}

/** The demo people as `npm start` wrote them for this machine. */
export async function demoPeople<T>(folder: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, 'demo-people.json'), 'utf8')) as T
}

export async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, '127.0.0.1')
      await once(probe, 'listening')
      return probe
    }),
  )
  const ports = probes.map((probe) => (probe.address() as { port: number }).port)
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))))
  return ports
}
