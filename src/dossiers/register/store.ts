import { instantOf, type LegalDate } from '../../platform/dates.ts'
import { execute, maybeRow, oneRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Party, ResultDelivery } from '../dossier.ts'
import type { Book, Closing, RegisterEnd } from './register.ts'

const HOUR = 3_600_000

type BookRow = Pick<Book, 'unitId' | 'year' | 'bookNo'> & {
  closedAt: Date | null
  closedByAccountId: string | null
  closedByName: string | null
  lineCount: number | null
  openCount: number | null
  digest: string | null
}

const BOOK = sql.raw(
  'unit_id, year, book_no, closed_at, closed_by_account_id, closed_by_name, line_count, open_count, digest',
)

function bookOf(row: BookRow): Book {
  const { unitId, year, bookNo, closedAt: at, closedByAccountId: byAccountId, closedByName: byName, digest } = row
  const closing =
    at && byAccountId !== null && byName !== null && digest !== null
      ? { at, byAccountId, byName, lineCount: row.lineCount ?? 0, openCount: row.openCount ?? 0, digest }
      : null
  return { unitId, year, bookNo, closing }
}

/** The books of these desks, the latest year first. */
export async function booksOf(db: Db, unitIds: readonly string[]): Promise<Book[]> {
  const found = await rows(
    db,
    sql<BookRow>`select ${BOOK} from dossiers.register_book where unit_id = any(${unitIds}::uuid[]) order by year desc, unit_id`,
  )
  return found.map(bookOf)
}

/** The book, opened if need be, and held until the transaction ends: lines are counted one after another. */
export async function heldBook(db: Db, unitId: string, year: number): Promise<Book> {
  await execute(
    db,
    sql`insert into dossiers.register_book (unit_id, year, book_no)
        select ${unitId}::uuid, ${year}::int, coalesce(max(book_no), 0) + 1 from dossiers.register_book where unit_id = ${unitId}::uuid
        on conflict (unit_id, year) do nothing`,
  )
  return bookOf(
    await oneRow(
      db,
      sql<BookRow>`select ${BOOK} from dossiers.register_book where unit_id = ${unitId}::uuid and year = ${year}::int for update`,
    ),
  )
}

export type Entry = { lineNo: number; year: number; bookNo: number }

export function entryOf(db: Db, dossierId: string): Promise<Entry | undefined> {
  return maybeRow(
    db,
    sql<Entry>`select l.line_no, l.year, b.book_no from dossiers.register_line l
               join dossiers.register_book b on b.unit_id = l.unit_id and b.year = l.year
               where l.dossier_id = ${dossierId}::uuid`,
  )
}

/**
 * Gives dossiers received in the book's year, and not yet in it, their lines in the order of reception. With a moment: those
 * received in the hour up to it, so that a dossier does not go before its neighbours when they are entered out of turn.
 */
export async function insertLines(
  db: Db,
  { unitId, year }: Book,
  upTo: Date | null,
): Promise<{ dossierId: string; lineNo: number; receivedOn: LegalDate }[]> {
  const [first, end] = [instantOf(`${year}-01-01`), instantOf(`${year + 1}-01-01`)]
  const from = upTo ? new Date(Math.max(first.getTime(), upTo.getTime() - HOUR)) : first
  const to = upTo ?? end
  return rows(
    db,
    sql<{
      dossierId: string
      lineNo: number
      receivedOn: LegalDate
    }>`insert into dossiers.register_line (unit_id, year, line_no, dossier_id, received_on)
        select ${unitId}::uuid, ${year}::int,
          (select coalesce(max(line_no), 0) from dossiers.register_line where unit_id = ${unitId}::uuid and year = ${year}::int)
            + row_number() over (order by d.received_at, d.code),
          d.id, (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
        from dossiers.dossier d
        where d.received_by_unit_id = ${unitId}::uuid and d.received_at >= ${from} and d.received_at <= ${to} and d.received_at < ${end}
          and not exists (select from dossiers.register_line l where l.dossier_id = d.id)
        returning dossier_id, line_no, received_on`,
  )
}

export type LineRow = {
  lineNo: number
  code: string
  procedureVersionId: string
  applicant: Party
  submitter: Party
  competentUnitId: string
  receivedAt: Date
  originalDueAt: Date | null
  lastDueOn: LegalDate | null
  resultDelivery: ResultDelivery
  ended: RegisterEnd | null
  endedAt: Date | null
}

export type LineRange = {
  unitId: string
  year: number
  month?: number | undefined
  after: number
  asOf: Date
  limit: number
}

/** Lines of a book after one of them, as they stood at a moment: what happened later is left out. */
export function linesAfter(db: Db, { unitId, year, month, after, asOf, limit }: LineRange): Promise<LineRow[]> {
  const inMonth =
    month === undefined
      ? sql`true`
      : sql`l.received_on >= ${monthStart(year, month)}::date and l.received_on < ${monthStart(year, month + 1)}::date`
  return rows(
    db,
    sql<LineRow>`
      select l.line_no, d.code, d.procedure_version_id, d.applicant, d.submitter, d.competent_unit_id, d.received_at,
        d.original_due_at, d.result_delivery, e.to_handling as ended, e.at as ended_at,
        (select c.due_on from dossiers.clock_event c
         where c.dossier_id = d.id and c.at <= ${asOf} and c.due_on is not null order by c.no desc limit 1) as last_due_on
      from dossiers.register_line l
      join dossiers.dossier d on d.id = l.dossier_id
      left join lateral (
        select s.to_handling, s.at from dossiers.step s
        where s.dossier_id = d.id and s.at <= ${asOf} and s.to_handling in ('delivered', 'refused', 'withdrawn', 'stopped')
        order by s.no desc limit 1) e on true
      where l.unit_id = ${unitId}::uuid and l.year = ${year}::int and l.line_no > ${after}::int and ${inMonth}
      order by l.line_no limit ${limit}::int`,
  )
}

export type MonthCount = { month: number; lines: number; firstLine: number }

/** How many lines each month of a book has. */
export function monthsOf(db: Db, unitId: string, year: number): Promise<MonthCount[]> {
  return rows(
    db,
    sql<MonthCount>`
      select extract(month from received_on)::int as month, count(*)::int as lines, min(line_no) as first_line
      from dossiers.register_line where unit_id = ${unitId}::uuid and year = ${year}::int group by 1 order by 1`,
  )
}

export async function saveClosing(db: Db, { unitId, year }: Book, closing: Closing): Promise<void> {
  await execute(
    db,
    sql`update dossiers.register_book set closed_at = ${closing.at}, closed_by_account_id = ${closing.byAccountId}::uuid,
          closed_by_name = ${closing.byName}, line_count = ${closing.lineCount}, open_count = ${closing.openCount},
          digest = ${closing.digest}
        where unit_id = ${unitId}::uuid and year = ${year}::int and closed_at is null`,
  )
}

function monthStart(year: number, month: number): LegalDate {
  return month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`
}
