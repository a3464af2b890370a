import { execute, oneRow, sql, type Db } from '../db.ts'
import { lineHash, storableFacts, type JournalLine } from './line.ts'

/**
 * Appends lines to the chains of their subjects, inside the caller's transaction.
 * The head row of a subject orders writers of that subject; different subjects never wait for each other.
 */
export async function writeJournal(db: Db, actor: string, at: Date, lines: JournalLine[]): Promise<void> {
  for (const [subject, own] of [...Map.groupBy(lines, (line) => line.subject)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await appendTo(db, subject, actor, at, own)
  }
}

async function appendTo(db: Db, subject: string, actor: string, at: Date, lines: JournalLine[]): Promise<void> {
  if (lines[0]?.begins) return begin(db, subject, actor, at, lines)
  const head = await oneRow(
    db,
    sql<{ seq: number; hash: string }>`
      insert into platform.journal_head as head (subject, seq, hash) values (${subject}, 0, '')
      on conflict (subject) do update set seq = head.seq
      returning seq, hash`,
  )
  const { stored, seq, hash } = chained(head, subject, actor, at, lines)
  await execute(
    db,
    sql`
      with new_head as (update platform.journal_head set seq = ${seq}, hash = ${hash} where subject = ${subject})
      ${linesInserted(stored)}`,
  )
}

/** The first lines of a subject with their head, in one statement. A subject that has lines already is a bug of the caller. */
async function begin(db: Db, subject: string, actor: string, at: Date, lines: JournalLine[]): Promise<void> {
  const { stored, seq, hash } = chained({ seq: 0, hash: '' }, subject, actor, at, lines)
  await execute(
    db,
    sql`
      with head as (insert into platform.journal_head (subject, seq, hash) values (${subject}, ${seq}, ${hash}))
      ${linesInserted(stored)}`,
  )
}

function linesInserted(stored: object[]) {
  return sql`
      insert into platform.journal_line (subject, seq, at, actor, what, facts, previous_hash, hash)
      select l.subject, l.seq, l.at, l.actor, l.what, l.facts, l."previousHash", l.hash
      from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
        as l(subject text, seq int, at timestamptz, actor text, what text, facts jsonb, "previousHash" text, hash text)`
}

type Head = { seq: number; hash: string }

function chained(head: Head, subject: string, actor: string, at: Date, lines: JournalLine[]) {
  const stored = []
  let { seq, hash } = head
  for (const { what, facts } of lines) {
    seq += 1
    const line = { subject, seq, at, actor, what, facts: storableFacts(facts ?? {}), previousHash: hash }
    hash = lineHash(line)
    stored.push({ ...line, at: at.toISOString(), hash })
  }
  return { stored, seq, hash }
}
