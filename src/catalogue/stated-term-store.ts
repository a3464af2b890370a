import { execute, maybeRow, rows, sql, type Db } from '../platform/db.ts'
import type { StatedTerm } from './stated-term.ts'

type Row = Omit<StatedTerm, 'term'> & { procedureCode: string; quantity: string; unit: StatedTerm['term']['unit'] }

/** The last statement for each case, by procedure; of one procedure where it is named. */
export async function statedTerms(db: Db, procedureCode?: string): Promise<Map<string, StatedTerm[]>> {
  const found = await rows(
    db,
    sql<Row>`
      select distinct on (procedure_code, case_code) procedure_code, case_code, quantity, unit, source_text, document_number,
        document_on
      from catalogue.stated_term
      where ${procedureCode ?? null}::text is null or procedure_code = ${procedureCode ?? null}
      order by procedure_code, case_code, no desc`,
  )
  const terms = found.map(({ procedureCode: code, quantity, unit, ...rest }) => {
    return { code, stated: { ...rest, term: { quantity: Number(quantity), unit } } }
  })
  return new Map(
    [...Map.groupBy(terms, ({ code }) => code)].map(([code, all]) => [code, all.map(({ stated }) => stated)]),
  )
}

/** Writers of one procedure's versions come one after the other. */
export async function holdProcedure(db: Db, procedureCode: string): Promise<void> {
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`procedure ${procedureCode}`}, 0))`)
}

export type NewStatement = StatedTerm & {
  procedureCode: string
  note: string
  byAccountId: string
  byName: string
  at: Date
}

export async function insertStatement(db: Db, one: NewStatement): Promise<void> {
  await execute(
    db,
    sql`
      insert into catalogue.stated_term (procedure_code, case_code, no, quantity, unit, source_text, document_number,
        document_on, note, by_account_id, by_name, at)
      select ${one.procedureCode}, ${one.caseCode}, coalesce(max(no), 0) + 1, ${one.term.quantity}::numeric, ${one.term.unit},
        ${one.sourceText}, ${one.documentNumber}, ${one.documentOn}::date, ${one.note}, ${one.byAccountId}::uuid, ${one.byName},
        ${one.at}::timestamptz
      from catalogue.stated_term where procedure_code = ${one.procedureCode} and case_code = ${one.caseCode}`,
  )
}

/** Which version is the newest and not ended, with what it was made from. */
export function openVersion(
  db: Db,
  code: string,
): Promise<{ id: string; version: number; validFrom: string; fingerprint: string } | undefined> {
  return maybeRow(
    db,
    sql<{ id: string; version: number; validFrom: string; fingerprint: string }>`
      select id, version, valid_from, fingerprint from catalogue.procedure_version
      where code = ${code} and valid_to is null order by version desc limit 1`,
  )
}
