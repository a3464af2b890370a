import { mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const ROOM_WANTED = 1024 ** 3

/**
 * A folder of its own, in memory where there is room. Each clone of a database is 400 files made and removed again: on a
 * disk that costs up to half a second of a core, as ext4 without a journal goes past every inode that was freed just now.
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  const room = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return mkdtemp(join(room >= ROOM_WANTED ? MEMORY : tmpdir(), prefix))
}
