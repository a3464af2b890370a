import { Kysely, PostgresDialect, sql, type KyselyPlugin, type RawBuilder } from 'kysely'
import pg from 'pg'
import { answerEarly, unawaited } from './early-answers.ts'
import { prepareWrites } from './prepared-writes.ts'

/** A database handle: the pool or, inside an action, its transaction. All SQL is written by hand in `store.ts` files. */
export type Db = Kysely<Record<string, never>>
export { sql }

const TYPE_DATE = 1082
const TYPE_BIGINT = 20
const types = new pg.TypeOverrides()
// A legal day is text: the driver would turn it into a local midnight, off by one day in UTC+7.
types.setTypeParser(TYPE_DATE, (text) => text)
types.setTypeParser(TYPE_BIGINT, (text) => BigInt(text))

export type PoolOptions = {
  connectionString: string
  /** Most connections held at once. */
  max: number
  /** Shown by the server beside the connection. */
  name: string
  /** Server-side options sent on connect, e.g. `-c role=motcua_app`. */
  options?: string
}

export function createPool({ connectionString, max, name, options }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    application_name: name,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: `-c statement_timeout=60000 -c lock_timeout=15000 ${options ?? ''}`.trim(),
  })
  // An idle connection cut by the server must not end the process; the next query reconnects or is refused.
  pool.on('error', () => undefined)
  // Nor may one cut in the middle of a transaction, between two of its queries: the next of them fails instead.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    prepareWrites(client)
    answerEarly(client)
  })
  return pool
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely({ dialect: new PostgresDialect({ pool }), plugins: [camelCaseColumns] })
}

export async function rows<T>(db: Db, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows
}

export async function maybeRow<T>(db: Db, query: RawBuilder<T>): Promise<T | undefined> {
  return (await query.execute(db)).rows[0]
}

/** The only row a query must give; none is a bug. */
export async function oneRow<T>(db: Db, query: RawBuilder<T>): Promise<T> {
  const found = await maybeRow(db, query)
  if (found === undefined) throw new Error('query gave no row')
  return found
}

/** Runs a change and tells how many rows it touched. */
export async function execute(db: Db, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0n)
}

/** Sends a change of the open transaction without waiting for its answer: what follows fails if it failed, see `unawaited`. */
export async function send(db: Db, query: RawBuilder<unknown>): Promise<void> {
  await unawaited(query).execute(db)
}

const columnNames = new Map<string, string>()

function camelCase(column: string): string {
  let name = columnNames.get(column)
  if (name === undefined) {
    name = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    columnNames.set(column, name)
  }
  return name
}

const camelCaseColumns: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [camelCase(key), value])),
    ),
  }),
}
