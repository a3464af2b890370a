import type { LegalDate } from '../../platform/dates.ts'
import { maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Channel, Handling, Money } from '../dossier.ts'
import type { QueueCursor, QueueSource, QueueTab, UrgencyBounds } from './queue.ts'

// The states of each partial index stand as literals: the planner must see that a query stays inside its index.
const WAYS = {
  desk: {
    column: sql.raw('received_by_unit_id'),
    open: sql.raw(`handling in ('submitted', 'awaiting-supplement', 'finished')`),
  },
  office: {
    column: sql.raw('competent_unit_id'),
    open: sql.raw(
      `handling in ('received', 'appraising', 'suspended', 'awaiting-approval', 'awaiting-signature', 'awaiting-seal', 'awaiting-supplement')`,
    ),
  },
  assignee: {
    column: sql.raw('assignee_account_id'),
    open: sql.raw(`handling in ('appraising', 'suspended', 'awaiting-supplement')`),
  },
} satisfies Record<QueueSource['by'], unknown>

const CUTS = {
  ready: sql.raw(`and appraisal is not null`),
  supplied: sql.raw(`and supplied_at is not null`),
} satisfies Partial<Record<QueueTab, unknown>>

function cutOf(tab: QueueTab) {
  return tab === 'ready' || tab === 'supplied' ? CUTS[tab] : sql.raw('')
}

function inDivision({ divisionIds }: QueueSource) {
  return divisionIds === null
    ? sql.raw('')
    : sql`and (handling_unit_id is null or handling_unit_id = any(${divisionIds}))`
}

/** Of another officer's work what was handed over. */
function handedOver({ only }: QueueSource) {
  const units = only?.competentUnitIds
    ? sql`and competent_unit_id = any(${only.competentUnitIds}::uuid[])`
    : sql.raw('')
  const procedures = only?.procedureCodes ? sql`and procedure_code = any(${only.procedureCodes})` : sql.raw('')
  return sql`${units} ${procedures}`
}

export type PageWanted = {
  tab: QueueTab
  from: Date | null
  before: Date | null
  after: QueueCursor | null
  limit: number
}

/**
 * The keys of one page, in queue order. Each unit and state gives at most a page from its own stretch of the index, so the
 * cost does not follow the number of dossiers.
 */
export function queuePage(
  db: Db,
  source: QueueSource,
  { tab, from, before, after, limit }: PageWanted,
): Promise<QueueCursor[]> {
  const { column, open } = WAYS[source.by]
  return rows(
    db,
    sql<QueueCursor>`
      select d.queue_at as at, d.id
      from unnest(${source.keys}::uuid[]) as k(key), unnest(${source.states}::text[]) as s(state), lateral (
        select queue_at, id from dossiers.dossier
        where ${column} = k.key and handling = s.state and ${open} ${inDivision(source)} ${handedOver(source)} ${cutOf(tab)}
          and (${from}::timestamptz is null or queue_at >= ${from}) and (${before}::timestamptz is null or queue_at < ${before})
          and (${after?.at ?? null}::timestamptz is null or (queue_at, id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by queue_at, id limit ${limit}
      ) d
      order by d.queue_at, d.id limit ${limit}`,
  )
}

export type QueueCounts = {
  total: number
  overdue: number
  today: number
  soon: number
  ready: number
  supplied: number
  waiting: number
}

const NOTHING: QueueCounts = { total: 0, overdue: 0, today: 0, soon: 0, ready: 0, supplied: 0, waiting: 0 }

// Only what the index of that way carries, so that counting never touches the table.
const MARKS = {
  desk: { ready: sql.raw('null::text'), supplied: sql.raw('supplied_at') },
  office: { ready: sql.raw('null::text'), supplied: sql.raw('null::timestamptz') },
  assignee: { ready: sql.raw('appraisal'), supplied: sql.raw('null::timestamptz') },
} satisfies Record<QueueSource['by'], unknown>

/**
 * How many there are in each group, counting no further than `most` for each unit and state. What waits for citizens is
 * counted apart and is in no other group.
 */
export async function queueCounts(
  db: Db,
  source: QueueSource,
  { now, endOfToday, endOfSoon }: UrgencyBounds,
  most: number,
): Promise<QueueCounts> {
  const { column, open } = WAYS[source.by]
  const { ready, supplied } = MARKS[source.by]
  const found = await maybeRow(
    db,
    sql<QueueCounts>`
      select count(*) filter (where own)::int as total,
        count(*) filter (where own and queue_at < ${now})::int as overdue,
        count(*) filter (where own and queue_at >= ${now} and queue_at < ${endOfToday})::int as today,
        count(*) filter (where own and queue_at >= ${endOfToday} and queue_at < ${endOfSoon})::int as soon,
        count(*) filter (where state = 'appraising' and ready is not null)::int as ready,
        count(*) filter (where state = 'submitted' and supplied is not null)::int as supplied,
        count(*) filter (where not own)::int as waiting
      from (
        select s.state, s.state not in ('awaiting-supplement', 'suspended') as own, d.queue_at, d.ready, d.supplied
        from unnest(${source.keys}::uuid[]) as k(key), unnest(${source.states}::text[]) as s(state), lateral (
          select queue_at, ${ready} as ready, ${supplied} as supplied from dossiers.dossier
          where ${column} = k.key and handling = s.state and ${open} ${inDivision(source)} ${handedOver(source)}
          order by queue_at, id limit ${most}
        ) d
      ) counted`,
  )
  return found ?? NOTHING
}

/** What a list shows of a dossier. */
export type DossierRow = {
  id: string
  code: string
  handling: Handling
  money: Money
  channel: Channel
  applicantName: string
  procedureVersionId: string
  competentUnitId: string
  receivedByUnitId: string
  helpedAtUnitId: string | null
  assigneeAccountId: string | null
  appraisal: 'eligible' | 'ineligible' | null
  submittedAt: Date
  receivedAt: Date | null
  dueAt: Date | null
  queueAt: Date
  waitingSince: Date | null
  suppliedAt: Date | null
  finishedAt: Date | null
  deliveredAt: Date | null
  supplementCount: number
  /** Who asked for the last supplement, where there was more than one. */
  askedAgainBy: string | null
  /** When it came into its present state. */
  since: Date
}

/** Details of dossiers by id, in the order of the ids. */
export async function dossierRows(db: Db, ids: readonly string[]): Promise<DossierRow[]> {
  if (ids.length === 0) return []
  const found = await rows(
    db,
    sql<DossierRow>`
      select d.id, d.code, d.handling, d.money, d.channel, d.applicant_name, d.procedure_version_id, d.competent_unit_id,
        d.received_by_unit_id, d.helped_at_unit_id, d.assignee_account_id, d.appraisal, d.submitted_at, d.received_at, d.due_at, d.queue_at,
        d.waiting_since, d.supplied_at, d.finished_at, d.delivered_at, d.supplement_count, case when d.supplement_count > 1 then (
          select r.by_name from dossiers.supplement_request r where r.dossier_id = d.id order by r.no desc limit 1) end as asked_again_by,
        s.at as since
      from dossiers.dossier d, lateral (
        select at from dossiers.step where dossier_id = d.id order by no desc limit 1) s
      where d.id = any(${[...ids]}::uuid[])`,
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The newest dossiers of a citizen, as applicant or as submitter; each side is read from its own index. */
/** Whose dossiers: a person's, and those of organisations they file for. */
export type OwnScope = { citizenId: string; businessCodes: readonly string[]; on: LegalDate }

export async function dossierIdsOfCitizen(
  db: Db,
  { citizenId, businessCodes, on }: OwnScope,
  beforeId: string | null,
  limit: number,
): Promise<string[]> {
  const older = sql`(${beforeId}::uuid is null or d.id < ${beforeId}::uuid) order by d.id desc limit ${limit}`
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from (
        (select d.id from dossiers.dossier d where d.applicant_citizen_id = ${citizenId} and ${older})
        union (select d.id from dossiers.dossier d left join dossiers.acting a on a.dossier_id = d.id
          where d.submitter_citizen_id = ${citizenId} and (a.dossier_id is null or a.capacity <> 'member')
            and a.ended_at is null and (a.ends_on is null or a.ends_on >= ${on}::date) and ${older})
        union (select d.id from dossiers.co_applicant c join dossiers.dossier d on d.id = c.dossier_id
          where c.citizen_id = ${citizenId} and ${older})
        union (select d.id from dossiers.dossier d
          where d.applicant ->> 'businessCode' = any(${[...businessCodes]}::text[]) and ${older})
      ) as mine order by id desc limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** Codes are unique by how they are counted; several may be asked for at once, one for each desk. */
export async function idsByCodes(db: Db, codes: readonly string[]): Promise<string[]> {
  return (
    await rows(db, sql<{ id: string }>`select id from dossiers.dossier where code = any(${[...codes]}::text[])`)
  ).map(({ id }) => id)
}

export async function idsByPersonalId(
  db: Db,
  personalId: string,
  unitIds: readonly string[],
  limit: number,
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from dossiers.dossier
      where applicant_personal_id = ${personalId} and (received_by_unit_id = any(${[...unitIds]}::uuid[])
        or competent_unit_id = any(${[...unitIds]}::uuid[]) or helped_at_unit_id = any(${[...unitIds]}::uuid[]))
      order by id desc limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/**
 * Dossiers that have all keys of one of these sets, newest first. The keys are told to the planner as they are: it must see
 * how rare they are.
 */
export async function idsByKeys(db: Db, sets: readonly string[][], limit: number): Promise<string[]> {
  const hasSet = sql.join(
    sets.map((keys) => sql`search_keys @> ${keys}::text[]`),
    sql` or `,
  )
  const found = await rows(
    db,
    sql<{ id: string }>`select id from dossiers.dossier where ${hasSet} order by id desc limit ${limit}`,
  )
  return found.map(({ id }) => id)
}

/** When the oldest dossier was handed in: ids carry the time. */
export async function oldestSubmission(db: Db): Promise<Date | undefined> {
  const oldest = await maybeRow(
    db,
    sql<{ submittedAt: Date }>`select submitted_at from dossiers.dossier order by id limit 1`,
  )
  return oldest?.submittedAt
}
