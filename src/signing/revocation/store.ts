import { execute, maybeRow, sql, type Db } from '../../platform/db.ts'
import type { AnswerCache, KeptAnswer } from './answer-cache.ts'

/** Signed answers of authorities, for all processes and over restarts, until a newer one is due. */
export function answersInDatabase(db: Db): AnswerCache {
  return {
    find: (about) =>
      maybeRow(
        db,
        sql<KeptAnswer>`select kind, der, this_update, next_update from signing.signed_answer where about = ${about}`,
      ),
    async keep(about, { kind, der, thisUpdate, nextUpdate }, now) {
      await execute(db, sql`delete from signing.signed_answer where next_update < ${now}`)
      await execute(
        db,
        sql`insert into signing.signed_answer (about, kind, der, this_update, next_update)
            values (${about}, ${kind}, ${der}, ${thisUpdate}, ${nextUpdate})
            on conflict (about) do update set kind = excluded.kind, der = excluded.der, this_update = excluded.this_update,
              next_update = excluded.next_update
            where signed_answer.this_update < excluded.this_update`,
      )
    },
    forget: async (about) => void (await execute(db, sql`delete from signing.signed_answer where about = ${about}`)),
  }
}
