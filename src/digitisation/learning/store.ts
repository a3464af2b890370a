import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'

/** Đề nghị học: what the machine worked out from people's looks, with numbers before and after. In force only when a person says so. */
export type Learned<Content, Measured> = {
  id: string
  no: number
  content: Content
  measured: Measured
  state: 'proposed' | 'in-force' | 'replaced' | 'refused' | 'taken-back'
  proposedAt: Date
  decidedByName: string | null
  decidedAt: Date | null
  reason: string | null
}
export type Decision = { accept: boolean; accountId: string; name: string; at: Date; reason: string | null }
type Proposed<C, M> = Pick<Learned<C, M>, 'id' | 'content' | 'measured'>

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`

/** Everything learned of one thing, in its own table. */
export type Learning<Content, Measured> = {
  inForce(db: Db): Promise<Content | undefined>
  all(db: Db): Promise<Learned<Content, Measured>[]>
  byId(db: Db, id: string): Promise<Learned<Content, Measured> | undefined>
  propose(db: Db, proposed: Proposed<Content, Measured>, at: Date): Promise<void>
  decide(db: Db, id: string, decision: Decision): Promise<boolean>
  takeBack(db: Db, id: string): Promise<boolean>
}

export function learningIn<Content, Measured>(table: ReturnType<typeof sql>): Learning<Content, Measured> {
  const columns = sql`id, no, content, measured, state, proposed_at, decided_by_name, decided_at, reason`
  return {
    async inForce(db) {
      const found = await maybeRow(db, sql<{ content: Content }>`select content from ${table} where state = 'in-force'`)
      return found?.content
    },

    all: (db) => rows(db, sql<Learned<Content, Measured>>`select ${columns} from ${table} order by no desc`),

    byId: (db, id) => maybeRow(db, sql<Learned<Content, Measured>>`select ${columns} from ${table} where id = ${id}`),

    /** A new proposal takes the place of one nobody decided on. */
    async propose(db, { id, content, measured }, at) {
      await execute(
        db,
        sql`insert into ${table} (id, no, content, measured, state, proposed_at)
            select ${id}, coalesce(max(no), 0) + 1, ${json(content)}, ${json(measured)}, 'proposed', ${at} from ${table}
            on conflict (state) where state = 'proposed'
            do update set id = excluded.id, content = excluded.content, measured = excluded.measured, proposed_at = excluded.proposed_at`,
      )
    },

    /** False when there is no such proposal any more. */
    async decide(db, id, { accept, accountId, name, at, reason }) {
      if (accept) await execute(db, sql`update ${table} set state = 'replaced' where state = 'in-force'`)
      const changed = await execute(
        db,
        sql`update ${table} set state = ${accept ? 'in-force' : 'refused'}, decided_by_account_id = ${accountId},
              decided_by_name = ${name}, decided_at = ${at}, reason = ${reason} where id = ${id} and state = 'proposed'`,
      )
      return changed === 1
    },

    /** The one it replaced holds again, or what comes with the system. False when it is not in force any more. */
    async takeBack(db, id) {
      const gone = sql`update ${table} set state = 'taken-back' where id = ${id} and state = 'in-force'`
      if ((await execute(db, gone)) !== 1) return false
      await execute(
        db,
        sql`update ${table} set state = 'in-force' where no = (select max(no) from ${table} where state = 'replaced')`,
      )
      return true
    },
  }
}
