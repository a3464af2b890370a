import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { PROJECT_ROOT } from '../root.ts'

export const MIGRATION_FOLDER = join(PROJECT_ROOT, 'db/migrations')

export type MigrationReport = { applied: string[] }

/**
 * Applies the numbered SQL files that a database has not seen yet, all in one transaction under a lock: either
 * every file is in or none, also with two migrators at once. Files are never changed after release.
 */
export async function migrate(ownerUrl: string, folder = MIGRATION_FOLDER): Promise<MigrationReport> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(folder) },
      migrationTableSchema: 'public',
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) {
      const failed = results?.find((result) => result.status === 'Error')?.migrationName
      throw new Error(`Migration ${failed ?? ''} failed: ${String((error as Error).message ?? error)}`, {
        cause: error,
      })
    }
    return { applied: results?.map((result) => result.migrationName) ?? [] }
  } finally {
    await db.destroy()
  }
}

async function readMigrations(folder: string): Promise<Record<string, { up(db: Kysely<unknown>): Promise<void> }>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const entries = files.map((file) => {
    const up = async (db: Kysely<unknown>) => {
      const text = await readFile(join(folder, file), 'utf8')
      await sql.raw(text).execute(db)
    }
    return [file.replace(/\.sql$/, ''), { up }] as const
  })
  return Object.fromEntries(entries)
}
