import type pg from 'pg'

export type TableShape = { schema: string; table: string; columns: string[] }

/** Schemas that are not ours: the server's, the job queue's, and the list of migrations. */
const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') and n.nspname !~ '^pg_'`

/** Jobs of the queue that still wait or ran when the backup was taken; its own clockwork is left out. */
export const WAITING_JOBS = {
  schema: 'pgboss',
  table: 'job',
  condition: `state < 'completed' and name !~ '^__pgboss__'`,
}

/** All tables of all modules, with the columns that hold data. */
export async function tablesOf(client: pg.Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select n.nspname as schema, c.relname as table, array(
      select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (${OURS} or (n.nspname = 'pgboss' and c.relname = 'job_common'))
    order by 1, 2`)
  return rows.map((row) => (row.schema === WAITING_JOBS.schema ? { ...row, table: WAITING_JOBS.table } : row))
}

export async function sequencesOf(client: pg.Client): Promise<{ schema: string; name: string; value: string }[]> {
  const { rows } = await client.query<{ schema: string; name: string; value: string }>(`
    select s.schemaname as schema, s.sequencename as name, s.last_value::text as value
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname
    where ${OURS} and s.last_value is not null order by 1, 2`)
  return rows
}

export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from public.kysely_migration order by name')
  return rows.map(({ name }) => name)
}

export async function jobQueueVersionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  return rows[0]?.version ?? 0
}

export async function isEmpty(client: pg.Client, { schema, table }: TableShape): Promise<boolean> {
  const condition = schema === WAITING_JOBS.schema ? `where ${WAITING_JOBS.condition}` : ''
  const { rows } = await client.query<{ found: boolean }>(
    `select exists (select 1 from ${named(client, schema, table)} ${condition}) as found`,
  )
  return rows[0]?.found === false
}

/** Takes all foreign keys off, so that tables can be filled in any order, and gives what puts them back. */
export async function dropForeignKeys(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ schema: string; table: string; name: string; definition: string }>(`
    select n.nspname as schema, c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${OURS} order by 1, 2, 3`)
  for (const { schema, table, name } of rows) {
    await client.query(`alter table ${named(client, schema, table)} drop constraint ${client.escapeIdentifier(name)}`)
  }
  return async () => {
    for (const { schema, table, name, definition } of rows) {
      await client.query(
        `alter table ${named(client, schema, table)} add constraint ${client.escapeIdentifier(name)} ${definition}`,
      )
    }
  }
}

export async function refreshMaterializedViews(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'm' and ${OURS} order by c.oid`)
  for (const { schema, name } of rows) await client.query(`refresh materialized view ${named(client, schema, name)}`)
}

export function named(client: pg.Client, schema: string, name: string): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
}

export function columnList(client: pg.Client, columns: readonly string[]): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(', ')
}
