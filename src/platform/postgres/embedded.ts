import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { embeddedAddress } from './address.ts'
import { hydrateLibraries, nativeFolder, serverUser, type ServerUser } from './server-binaries.ts'
import { isAlive, pause, runningServer, stopProcess, waitUntilReady } from './server-process.ts'

const run = promisify(execFile)

export type EmbeddedPostgres = {
  port: number
  /** Connection string of a role for a database. */
  url(role: 'postgres' | 'motcua_owner' | 'motcua_app', database: string): string
  /** True when a server left by a killed process was taken up. */
  wasRunning: boolean
  /** Starts the server again whenever it dies, until `stop`. */
  keepRunning(onRestart: () => void): void
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
  const url: EmbeddedPostgres['url'] = (role, database) => embeddedAddress(data, port, role, passwords[role], database)

  const ready = (server: number) => waitUntilReady(url('postgres', 'postgres'), server, join(folder, 'server.log'))
  const startServer = async (): Promise<number> => {
    const started = await launch(native, data, folder, port, durable, owner)
    await ready(started)
    return started
  }
  const orphan = await runningServer(data)
  // A busy machine answers late: whoever comes beside a running system waits for its server and never stops it for that.
  const wasRunning =
    orphan?.port === port &&
    (await ready(orphan.pid).then(
      () => true,
      () => false,
    ))
  if (orphan && !wasRunning) await stopProcess(orphan.pid)
  let pid = orphan && wasRunning ? orphan.pid : await startServer()
  const life = { isStopping: false }
  return {
    port,
    url,
    wasRunning,
    keepRunning(onRestart) {
      void (async () => {
        while (!life.isStopping) {
          await pause(500)
          if (life.isStopping || isAlive(pid)) continue
          pid = await startServer().catch(() => pid)
          if (isAlive(pid)) onRestart()
        }
      })()
    },
    async stop() {
      life.isStopping = true
      await stopProcess(pid)
    },
  }
}

async function loadPasswords(folder: string): Promise<Passwords> {
  const path = join(folder, 'passwords.json')
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Passwords
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = { postgres: secret(), motcua_owner: secret(), motcua_app: secret() }
  await writeFile(path, JSON.stringify(passwords), { mode: 0o600 })
  return passwords
}

async function initialise(
  native: string,
  folder: string,
  data: string,
  passwords: Passwords,
  durable: boolean,
  owner: ServerUser,
): Promise<void> {
  await rm(data, { recursive: true, force: true })
  await mkdir(data, { mode: 0o700 })
  const passwordFile = join(folder, 'initial-password')
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 })
  if (owner && owner.uid !== 0) {
    await chown(data, owner.uid, owner.gid)
    await chown(passwordFile, owner.uid, owner.gid)
  }
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
  ]
  if (!durable) args.push('--no-sync')
  const [command, ...rest] = [...(owner?.wrap ?? []), join(native, 'bin', 'initdb'), ...args]
  try {
    await run(command ?? '', rest, { ...identity(owner), cwd: data, env: serverEnvironment(data) })
  } catch (error) {
    await rm(data, { recursive: true, force: true })
    throw new Error(
      `The embedded database could not be made: ${(error as { stderr?: string }).stderr ?? String(error)}`,
      { cause: error },
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function launch(
  native: string,
  data: string,
  folder: string,
  port: number,
  durable: boolean,
  owner: ServerUser,
): Promise<number> {
  const log = openSync(join(folder, 'server.log'), 'a', 0o600)
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${data}`,
    'max_connections=60',
    'shared_buffers=128MB',
  ]
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=128MB')
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
