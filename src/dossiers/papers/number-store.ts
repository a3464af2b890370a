import { execute, maybeRow, oneRow, sql, type Db } from '../../platform/db.ts'
import type { NumberedForm } from './number-form.ts'

/** The number of a paper in the run of its body, year and form; given once, in the order of asking. */
export async function nextFormNumber(db: Db, { subjectId, form, no, unitId, issuedOn }: NumberedForm): Promise<number> {
  const year = Number(issuedOn.slice(0, 4))
  await execute(db, sql`select pg_advisory_xact_lock(hashtextextended(${`form ${form} ${unitId} ${year}`}, 0))`)
  const known = await maybeRow(
    db,
    sql<{ number: number }>`
      select number from dossiers.form_number where subject_id = ${subjectId} and form = ${form} and no = ${no}`,
  )
  if (known) return known.number
  const { number } = await oneRow(
    db,
    sql<{ number: number }>`
      insert into dossiers.form_number (subject_id, form, no, unit_id, year, number)
      select ${subjectId}, ${form}, ${no}, ${unitId}, ${year}, coalesce(max(number), 0) + 1
      from dossiers.form_number where unit_id = ${unitId} and year = ${year} and form = ${form}
      returning number`,
  )
  return number
}
