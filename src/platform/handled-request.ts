import { execute, maybeRow, send, sql, type Db } from './db.ts'
import { canonicalJson, sha256Hex, storableFacts } from './journal/line.ts'
import { Refusal } from './refusal.ts'

/**
 * Notes a request key, or gives the answer of the first request with it. A second request that comes while the
 * first still runs waits for it (the primary key orders them). The same key with other content is refused.
 */
export async function rememberedRequest<Result>(
  db: Db,
  actor: string,
  key: string,
  action: string,
  input: unknown,
  now: Date,
): Promise<{ result: Result } | undefined> {
  const inputHash = sha256Hex(canonicalJson(storableFacts({ input })))
  const isNew = await execute(
    db,
    sql`insert into platform.handled_request (actor, key, action, input_hash, at)
        values (${actor}, ${key}, ${action}, ${inputHash}, ${now}) on conflict do nothing`,
  )
  if (isNew === 1) return undefined
  const first = await maybeRow(
    db,
    sql<{ action: string; inputHash: string; result: { value: Result } }>`
      select action, input_hash, result from platform.handled_request where actor = ${actor} and key = ${key}`,
  )
  if (!first || first.action !== action || first.inputHash !== inputHash) throw new Refusal('platform.key-reused')
  return { result: first.result.value }
}

export async function rememberResult(db: Db, actor: string, key: string, value: unknown): Promise<void> {
  await send(
    db,
    sql`update platform.handled_request set result = ${JSON.stringify({ value })}::json
        where actor = ${actor} and key = ${key}`,
  )
}

/** The answer a finished request with this key was given; undefined when there is none, or for another action. */
export async function handledResult<Result>(
  db: Db,
  actor: string,
  key: string,
  action: string,
): Promise<Result | undefined> {
  const found = await maybeRow(
    db,
    sql<{ result: { value: Result } | null }>`
      select result from platform.handled_request where actor = ${actor} and key = ${key} and action = ${action}`,
  )
  return found?.result?.value
}
