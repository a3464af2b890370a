import type pg from 'pg'
import { sql, type RawBuilder } from 'kysely'

const MARK = '/* unawaited */ '
const NOTHING = { command: '', rowCount: 0, rows: [], fields: [], oid: 0 }

/**
 * Marks a change whose answer nobody needs. Inside a transaction it is sent without waiting for it: should it fail, the next
 * statement that is waited for fails with its error, the commit at the latest. Elsewhere it is waited for as any other.
 */
export function unawaited<T>(query: RawBuilder<T>): RawBuilder<T> {
  return sql`${sql.raw(MARK)}${query}`
}

/** The same for statements that a library wrote. */
export function unawaitedText(text: string): string {
  return `${MARK}${text}`
}

/**
 * Makes a connection send `begin` and marked statements together with what follows them, one trip to the server for all.
 * The server works in order and undoes a transaction in which one failed, whatever was sent after it.
 */
export function answerEarly(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  /** Sent in the open transaction and not yet known to have gone well; undefined outside a transaction. */
  let sent: Promise<unknown>[] | undefined
  const sending = (...parts: unknown[]): unknown => {
    const [text] = parts
    if (typeof text !== 'string' || typeof parts.at(-1) === 'function') return query(...parts)
    if (text === 'begin') return early((sent = []), query(...parts))
    if (!sent) return query(...parts)
    if (text.startsWith(MARK)) return early(sent, query(...parts))
    const before = sent
    sent = text === 'commit' || text === 'rollback' ? undefined : []
    if (text === 'rollback' || before.length === 0) return query(...parts)
    return Promise.all([...before, query(...parts)]).then((answers) => answers.at(-1))
  }
  client.query = sending as typeof client.query
}

function early(sent: Promise<unknown>[], answer: unknown): Promise<typeof NOTHING> {
  const coming = answer as Promise<unknown>
  coming.catch(() => undefined)
  sent.push(coming)
  return Promise.resolve(NOTHING)
}
