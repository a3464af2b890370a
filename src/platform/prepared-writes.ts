import type pg from 'pg'

const WRITES = /\b(insert\s+into|update|delete\s+from)\b/i
/** Twice the writes of the whole house; texts of ever new shape must not fill the memory. */
const MOST = 1_000

const names = new Map<string, string>()

/**
 * The name under which a connection keeps a statement once it was parsed and planned; undefined where it should not be kept.
 * Writes find their rows by key, so one plan serves all values, and planning them costs as much as doing them. Reads are
 * planned anew each time: a search must see how rare its words are.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST || !WRITES.test(text)) return known
  const name = `write_${names.size + 1}`
  names.set(text, name)
  return name
}

/** Makes a connection keep its writes prepared. */
export function prepareWrites(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  const preparing = (...parts: unknown[]) => {
    const [text, values, ...rest] = parts
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? statementName(text) : undefined
    return name === undefined ? query(...parts) : query({ name, text, values }, ...rest)
  }
  client.query = preparing as typeof client.query
}
