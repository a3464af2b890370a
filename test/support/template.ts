import type { EmbeddedPostgres } from '../../src/platform/postgres/embedded.ts'
import { installQueues } from '../../src/platform/jobs/queue.ts'
import { migrate } from '../../src/platform/postgres/migrate.ts'
import { prepareEmbeddedDatabase } from '../../src/platform/postgres/prepare.ts'

export const TEMPLATE_DATABASE = 'motcua_template'

/** Migrates the database that every test world is cloned from. */
export async function buildTemplate(server: EmbeddedPostgres): Promise<void> {
  await prepareEmbeddedDatabase(server, TEMPLATE_DATABASE)
  await migrate(server.url('motcua_owner', TEMPLATE_DATABASE))
  await installQueues(server.url('motcua_owner', TEMPLATE_DATABASE), [])
}
