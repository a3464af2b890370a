import { rows, send, sql, type Db } from '../db.ts'
import { lineHash, storableFacts, type JournalLine, type StoredLine } from './line.ts'

type Head = { subject: string; seq: number; hash: string }

/**
 * Appends lines to the chains of their subjects, inside the caller's transaction, in two statements however many subjects
 * there are, in one where all of them begin. The head row of a subject orders writers of that subject; different subjects
 * never wait for each other.
 */
export async function writeJournal(db: Db, actor: string, at: Date, lines: JournalLine[]): Promise<void> {
  if (lines.length === 0) return
  const bySubject = Map.groupBy(lines, ({ subject }) => subject)
  const subjects = [...bySubject.keys()].toSorted()
  const begun = subjects.filter((subject) => bySubject.get(subject)?.[0]?.begins)
  const known = subjects.filter((subject) => !begun.includes(subject))
  const heads = [...begun.map((subject) => ({ subject, seq: 0, hash: '' })), ...(await heldHeads(db, known))]
  const stored = heads.flatMap((head) => chained(head, actor, at, bySubject.get(head.subject) ?? []))
  const ends = [...new Map(stored.map(({ subject, seq, hash }) => [subject, { subject, seq, hash }])).values()]
  await send(
    db,
    sql`
      with heads as (
        insert into platform.journal_head (subject, seq, hash)
        select subject, seq, hash from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e(subject text, seq int, hash text)
        on conflict (subject) do update set seq = excluded.seq, hash = excluded.hash
      )
      insert into platform.journal_line (subject, seq, at, actor, what, facts, previous_hash, hash)
      select l.subject, l.seq, l.at, l.actor, l.what, l.facts, l."previousHash", l.hash
      from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
        as l(subject text, seq int, at timestamptz, actor text, what text, facts jsonb, "previousHash" text, hash text)`,
  )
}

/**
 * Where the chains end, held until the transaction ends; a subject new to the journal gets its head here. Asked for in order:
 * no two writers wait for each other.
 */
async function heldHeads(db: Db, subjects: string[]): Promise<Head[]> {
  if (subjects.length === 0) return []
  return rows(
    db,
    sql<Head>`
      insert into platform.journal_head as head (subject, seq, hash)
      select subject, 0, '' from unnest(${subjects}::text[]) with ordinality as asked(subject, place) order by place
      on conflict (subject) do update set seq = head.seq
      returning subject, seq, hash`,
  )
}

function chained({ subject, seq, hash }: Head, actor: string, at: Date, lines: JournalLine[]): StoredLine[] {
  const stored: StoredLine[] = []
  for (const { what, facts } of lines) {
    const { seq: last, hash: previousHash } = stored.at(-1) ?? { seq, hash }
    const line = { subject, seq: last + 1, at, actor, what, facts: storableFacts(facts ?? {}), previousHash }
    stored.push({ ...line, hash: lineHash(line) })
  }
  return stored
}
