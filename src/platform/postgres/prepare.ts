import pg from 'pg'
import type { EmbeddedPostgres } from './embedded.ts'

/** Makes the two roles and the database of the embedded server: one owns the tables, one works with them. */
export async function prepareEmbeddedDatabase(server: EmbeddedPostgres, database: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server.url('postgres', 'postgres') })
  await admin.connect()
  try {
    for (const role of ['motcua_owner', 'motcua_app'] as const) {
      const password = new URL(server.url(role, database)).password
      const known = await admin.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = known.rowCount === 0 ? 'create' : 'alter'
      await admin.query(`${verb} role ${role} login password ${admin.escapeLiteral(password)}`)
    }
    const exists = await admin.query('select 1 from pg_database where datname = $1', [database])
    if (exists.rowCount === 0)
      await admin.query(`create database ${admin.escapeIdentifier(database)} owner motcua_owner`)
  } finally {
    await admin.end()
  }
  const inside = new pg.Client({ connectionString: server.url('postgres', database) })
  await inside.connect()
  try {
    await inside.query('create extension if not exists pg_trgm')
  } finally {
    await inside.end()
  }
}

/**
 * Readies a server given by its address: the application's role without a login of its own, which the given login
 * takes on, and the trigram extension. Needs the right to create roles, or the role made beforehand.
 */
export async function prepareGivenDatabase(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const role = await owner.query("select 1 from pg_roles where rolname = 'motcua_app'")
    if (role.rowCount === 0) await owner.query('create role motcua_app nologin')
    // Since version 16 who made a role may hand it on, and yet not take it on: trying tells.
    const takesOn = await owner.query('set role motcua_app').then(
      () => true,
      () => false,
    )
    await owner.query('reset role')
    if (!takesOn) await owner.query('grant motcua_app to current_user')
    await owner.query('create extension if not exists pg_trgm')
  } finally {
    await owner.end()
  }
}
