import pg from 'pg'

/** Any fixed number does: it only has to be the same in every process of the system. */
const LOCK = 20_251_121

/**
 * Runs `work` while no other process readies the same database: two commands started together would change the
 * same roles, grants and queues, which PostgreSQL answers with "tuple concurrently updated". The lock goes with the
 * connection, so a process that dies holds nobody up.
 */
export async function oneAtATime<Result>(url: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    await client.end()
  }
}
