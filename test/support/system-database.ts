import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { embeddedAddress } from '../../src/platform/postgres/address.ts'
import type { System } from './system.ts'

/** Connection string to the embedded database of a running system. */
export async function databaseOf(
  { folder, environment }: Pick<System, 'folder' | 'environment'>,
  role: 'postgres' | 'motcua_owner' | 'motcua_app',
): Promise<string> {
  const passwords = JSON.parse(await readFile(join(folder, 'postgres/passwords.json'), 'utf8')) as Record<
    string,
    string
  >
  const data = join(folder, 'postgres/data')
  return embeddedAddress(data, Number(environment.DATABASE_PORT), role, passwords[role] ?? '', 'motcua')
}

/** The first process of the embedded database, by its lock file. */
export async function databaseProcess(folder: string): Promise<number> {
  const lock = await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')
  return Number(lock.split('\n')[0])
}
