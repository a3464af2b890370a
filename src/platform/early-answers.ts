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
 * Makes a connection keep `begin` and marked statements back and send them together with what follows them, in one write and
 * one trip to the server. The server works in order and undoes a transaction in which one failed, whatever was sent after it.
 */
export function answerEarly(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  const { stream } = client.connection
  /** Asked for in the open transaction and not yet known to have gone well; undefined outside a transaction. */
  let asked: Promise<unknown>[] | undefined
  let isHeld = false
  const keepBack = (parts: unknown[], others: Promise<unknown>[]): Promise<typeof NOTHING> => {
    if (!isHeld) stream.cork()
    isHeld = true
    const answer = query(...parts) as Promise<unknown>
    answer.catch(() => undefined)
    others.push(answer)
    return Promise.resolve(NOTHING)
  }
  const send = (parts: unknown[]): unknown => {
    const answer = query(...parts)
    if (isHeld) stream.uncork()
    isHeld = false
    return answer
  }
  const sending = (...parts: unknown[]): unknown => {
    const [text] = parts
    if (typeof text !== 'string' || typeof parts.at(-1) === 'function') return send(parts)
    if (text === 'begin') return keepBack(parts, (asked = []))
    if (!asked) return send(parts)
    if (text.startsWith(MARK)) return keepBack(parts, asked)
    const before = asked
    asked = text === 'commit' || text === 'rollback' ? undefined : []
    if (text === 'rollback' || before.length === 0) return send(parts)
    return Promise.all([...before, send(parts)]).then((answers) => answers.at(-1))
  }
  client.query = sending as typeof client.query
}
