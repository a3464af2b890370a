import { oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Dossier } from '../dossier.ts'
import type { Post } from '../reach.ts'

/** An open dossier with what the rule of assigning asks and what the list shows. */
export type HeldDossier = Pick<
  Dossier,
  | 'id'
  | 'code'
  | 'handling'
  | 'money'
  | 'delivery'
  | 'appraisal'
  | 'opinionsAwaited'
  | 'receivedAt'
  | 'processId'
  | 'procedureVersionId'
  | 'dueAt'
> & { assigneeAccountId: string; applicantName: string }

type Office = Pick<Post, 'unitIds' | 'agencyId'>

// Literal states: the planner must see that the query stays inside the index of the office's queue.
const OPEN = sql.raw(
  `handling in ('received', 'appraising', 'suspended', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal', 'awaiting-supplement')`,
)

function inOffice({ unitIds, agencyId }: Office) {
  return agencyId === null
    ? sql`competent_unit_id = any(${unitIds}::uuid[])`
    : sql`competent_unit_id = ${agencyId} and (handling_unit_id is null or handling_unit_id = any(${unitIds}::uuid[]))`
}

/** What lies open with these people in an office, most urgent first. */
export function heldBy(db: Db, office: Office, accountIds: readonly string[], limit: number): Promise<HeldDossier[]> {
  return rows(
    db,
    sql<HeldDossier>`
      select id, code, handling, money, delivery, appraisal, opinions_awaited, received_at, process_id, procedure_version_id, due_at,
        assignee_account_id, applicant_name
      from dossiers.dossier
      where ${inOffice(office)} and ${OPEN} and assignee_account_id = any(${[...accountIds]}::uuid[])
      order by queue_at, id limit ${limit}`,
  )
}

/** How many of them can be given to somebody else now, counting no further than `most`. */
export async function countToMove(
  db: Db,
  office: Office,
  accountIds: readonly string[],
  most: number,
): Promise<number> {
  const { count } = await oneRow(
    db,
    sql<{ count: number }>`
      select count(*)::int as count from (
        select 1 from dossiers.dossier
        where ${inOffice(office)} and ${OPEN} and handling in ('received', 'appraising')
          and assignee_account_id = any(${[...accountIds]}::uuid[]) limit ${most}
      ) found`,
  )
  return count
}

/** Who has open dossiers in an office, with how many. */
export function assigneesIn(db: Db, office: Office): Promise<{ accountId: string; count: number }[]> {
  return rows(
    db,
    sql<{ accountId: string; count: number }>`
      select assignee_account_id as account_id, count(*)::int as count from dossiers.dossier
      where ${inOffice(office)} and ${OPEN} and assignee_account_id is not null
      group by assignee_account_id order by count desc`,
  )
}
