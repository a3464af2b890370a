import { maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Paper, PaperState } from '../intake/scan.ts'

/** A paper in a list, with how much of it is open. */
export type ListedPaper = Pick<Paper, 'id' | 'unitId' | 'state' | 'typeCode' | 'failure' | 'createdAt'> & {
  title: string
  source: string
  no: number
  dossierCode: string | null
  values: number
  open: number
  /** Open ones that somebody has looked at: a second person is needed. */
  waitSecond: number
  handedTo: string | null
  handedToName: string | null
  handedByName: string | null
  note: string | null
}

type Asked = {
  unitIds: readonly string[]
  accountId: string
  states: readonly PaperState[]
  /** Only those handed to this officer. */
  handed: boolean
  after: { at: Date; id: string } | null
  limit: number
}

/** Papers of these units and those handed to the officer, the oldest first: whoever came first waits longest. */
export function listedPapers(
  db: Db,
  { unitIds, accountId, states, handed, after, limit }: Asked,
): Promise<ListedPaper[]> {
  const mine = sql`(h.to_account_id = ${accountId})`
  const within = handed ? mine : sql`(p.unit_id = any(${[...unitIds]}::uuid[]) or ${mine})`
  return rows(
    db,
    sql<ListedPaper>`
      select p.id, p.unit_id, p.state, p.type_code, p.failure, p.created_at, s.title, s.source, p.no, s.dossier_code,
        v.values, v.open, v.wait_second, h.to_account_id as handed_to, h.to_name as handed_to_name, h.by_name as handed_by_name, h.note
      from digitisation.paper p join digitisation.scan s on s.id = p.scan_id
        left join digitisation.hand_over h on h.paper_id = p.id
        cross join lateral (
          select count(*)::int as values, count(*) filter (where state <> 'settled')::int as open,
            count(*) filter (where state = 'once')::int as wait_second
          from digitisation.value where paper_id = p.id) v
      where ${within} and p.state = any(${[...states]}::text[])
        and (${after?.at ?? null}::timestamptz is null or (p.created_at, p.id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid))
      order by p.created_at, p.id limit ${limit}`,
  )
}

/** Of these papers, those of the units and those handed to the officer. */
export async function papersOf(
  db: Db,
  { paperIds, unitIds, accountId }: { paperIds: readonly string[]; unitIds: readonly string[]; accountId: string },
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select p.id from digitisation.paper p left join digitisation.hand_over h on h.paper_id = p.id
      where p.id = any(${[...paperIds]}::uuid[]) and (p.unit_id = any(${[...unitIds]}::uuid[]) or h.to_account_id = ${accountId})`,
  )
  return found.map(({ id }) => id)
}

/** How many wait to be checked. */
export async function countToCheck(db: Db, unitIds: readonly string[], accountId: string): Promise<number> {
  const { waiting } = await oneRow(
    db,
    sql<{ waiting: number }>`
      select count(*)::int as waiting from digitisation.paper p left join digitisation.hand_over h on h.paper_id = p.id
      where p.state = 'to-check' and (p.unit_id = any(${[...unitIds]}::uuid[]) or h.to_account_id = ${accountId})`,
  )
  return waiting
}

/** What a paper came in with. */
export function scanOfPaper(
  db: Db,
  paperId: string,
): Promise<{ title: string; source: string; dossierCode: string | null; takenAt: Date } | undefined> {
  return maybeRow(
    db,
    sql<{ title: string; source: string; dossierCode: string | null; takenAt: Date }>`
      select s.title, s.source, s.dossier_code, s.taken_at from digitisation.scan s
        join digitisation.paper p on p.scan_id = s.id where p.id = ${paperId}`,
  )
}
