import { oneRow, rows, sql, type Db } from './db.ts'

/**
 * Where the database names a file or its content: every column of every table we may read whose name ends as such columns do here
 * (`file_id`, `file_ids`, `sha256`). Whoever adds a table with such a column need not think of this.
 */
export async function placesNaming(
  db: Db,
  { fileId, sha256 }: { fileId: string; sha256: string },
  except: ReadonlySet<string>,
): Promise<string[]> {
  const columns = await rows(
    db,
    sql<{ place: string; kind: 'uuid' | 'ARRAY' | 'text' }>`
      select c.table_schema || '.' || c.table_name || '.' || c.column_name as place, c.data_type as kind
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema', 'pgboss')
        and (c.data_type = 'uuid' and c.column_name like '%file\\_id' or c.data_type = 'ARRAY' and c.udt_name = '_uuid'
          and c.column_name like '%file\\_ids' or c.data_type = 'text' and c.column_name like '%sha256')
      order by 1`,
  )
  const found: string[] = []
  for (const { place, kind } of columns) {
    if (except.has(place)) continue
    const table = sql.table(place.slice(0, place.lastIndexOf('.')))
    const column = sql.ref(place.slice(place.lastIndexOf('.') + 1))
    const matches =
      kind === 'text'
        ? sql`${column} = ${sha256}`
        : kind === 'uuid'
          ? sql`${column} = ${fileId}::uuid`
          : sql`${fileId}::uuid = any(${column})`
    const { named } = await oneRow(
      db,
      sql<{ named: boolean }>`select exists (select from ${table} where ${matches}) as named`,
    )
    if (named) found.push(place)
  }
  return found
}
