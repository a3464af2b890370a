import { rows, sql, type Db } from '../../platform/db.ts'
import type { Verdict } from '../bench/value.ts'

/** Of the first looks at a field: as read, put right, missed by the machine, not to be read. Fields that are not on the paper are not counted. */
export type FieldLooks = {
  name: string
  looked: number
  right: number
  corrected: number
  missed: number
  unreadable: number
}
export type FieldSlip = {
  paperId: string
  at: Date
  verdict: Exclude<Verdict, 'accepted'>
  confidence: number
  missed: boolean
}

type Span = { typeCode: string; months: number; now: Date }

const LOOKS = ({ typeCode, months, now }: Span) => sql`
  from digitisation.judgement
  where kind = 'value' and turn = 'first' and type_code = ${typeCode} and at >= ${now}::timestamptz - make_interval(months => ${months})
    and not (read_as = '' and verdict = 'unreadable')`

export function fieldLooks(db: Db, span: Span): Promise<FieldLooks[]> {
  return rows(
    db,
    sql<FieldLooks>`
      select name, count(*)::int as looked, count(*) filter (where verdict = 'accepted')::int as right,
        count(*) filter (where verdict = 'corrected' and read_as <> '')::int as corrected,
        count(*) filter (where verdict = 'corrected' and read_as = '')::int as missed,
        count(*) filter (where verdict = 'unreadable')::int as unreadable
      ${LOOKS(span)} group by name`,
  )
}

const MOST_SLIPS = 50

export function fieldSlips(db: Db, span: Span, name: string): Promise<FieldSlip[]> {
  return rows(
    db,
    sql<FieldSlip>`
      select paper_id, at, verdict, confidence, read_as = '' as missed ${LOOKS(span)} and name = ${name} and verdict <> 'accepted'
      order by at desc, id limit ${MOST_SLIPS}`,
  )
}
