import { execute, maybeRow, sql, type Db } from '../../../platform/db.ts'
import type { RemoteTransaction, RemoteTransactions } from './transaction.ts'

const COLUMNS = sql.raw('id, signer, key_ref, parts, asked_at, expires_at')

export function remoteTransactions(db: Db): RemoteTransactions {
  return {
    async save({ id, signer, keyRef, parts, askedAt, expiresAt }) {
      await execute(
        db,
        sql`insert into signing.remote_transaction (id, signer, key_ref, parts, asked_at, expires_at)
            values (${id}, ${signer}, ${keyRef}, ${JSON.stringify(parts)}::jsonb, ${askedAt}, ${expiresAt})
            on conflict (id) do update set parts = excluded.parts`,
      )
    },
    find: (signer, id) =>
      maybeRow(
        db,
        sql<RemoteTransaction>`
          select ${COLUMNS} from signing.remote_transaction where signer = ${signer} and id = ${id}`,
      ),
    findByProviderId: (signer, providerId) =>
      maybeRow(
        db,
        sql<RemoteTransaction>`
          select ${COLUMNS} from signing.remote_transaction
          where signer = ${signer} and parts @> ${JSON.stringify([{ providerId }])}::jsonb
          order by asked_at desc limit 1`,
      ),
  }
}

export async function forgetTransactions(db: Db, before: Date): Promise<void> {
  await execute(db, sql`delete from signing.remote_transaction where expires_at < ${before}`)
}
