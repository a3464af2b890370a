import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { Judgement } from './judgement.ts'
import type { PaperValue } from './value.ts'

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const jsonOrNull = (value: unknown) => (value === undefined || value === null ? null : json(value))

const VALUE = sql`id, paper_id, place, name, label, source, page, box, read_text, read_normalised, confidence, alternatives, faults,
  hints, needs_two, state, first, second, settled, version`

/** In the order of the template. */
export function valuesOf(db: Db, paperId: string): Promise<PaperValue[]> {
  return rows(db, sql<PaperValue>`select ${VALUE} from digitisation.value where paper_id = ${paperId} order by place`)
}

export function valuesOfPapers(db: Db, paperIds: readonly string[]): Promise<PaperValue[]> {
  return rows(
    db,
    sql<PaperValue>`
      select ${VALUE} from digitisation.value where paper_id = any(${[...paperIds]}::uuid[]) order by paper_id, place`,
  )
}

export function valueById(db: Db, id: string): Promise<PaperValue | undefined> {
  return maybeRow(db, sql<PaperValue>`select ${VALUE} from digitisation.value where id = ${id}`)
}

type Looked = Pick<PaperValue, 'id' | 'version' | 'state' | 'first' | 'second' | 'settled'>

/** False when somebody else looked at it meanwhile. */
export async function saveLook(db: Db, { id, version, state, first, second, settled }: Looked): Promise<boolean> {
  const changed = await execute(
    db,
    sql`update digitisation.value set state = ${state}, first = ${jsonOrNull(first)}, second = ${jsonOrNull(second)},
          settled = ${jsonOrNull(settled)}, version = version + 1
        where id = ${id} and version = ${version}`,
  )
  return changed === 1
}

export async function insertJudgements(db: Db, judgements: readonly Judgement[]): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.judgement (id, paper_id, kind, type_code, name, label, turn, verdict, read_as, corrected_to, confidence,
          faults, way, by_account_id, by_name, at)
        select id, "paperId", kind, "typeCode", name, label, turn, verdict, "readAs", "correctedTo", confidence, faults, way,
          "byAccountId", "byName", at
        from jsonb_to_recordset(${json(judgements)}) as j (id uuid, "paperId" uuid, kind text, "typeCode" text, name text, label text,
          turn text, verdict text, "readAs" text, "correctedTo" text, confidence double precision, faults jsonb, way text,
          "byAccountId" uuid, "byName" text, at timestamptz)`,
  )
}

/** Of one paper, in the order people looked. */
export function judgementsOf(db: Db, paperId: string): Promise<Judgement[]> {
  return rows(
    db,
    sql<Judgement>`
      select id, paper_id, kind, type_code, name, label, turn, verdict, read_as, corrected_to, confidence, faults, way, by_account_id,
        by_name, at
      from digitisation.judgement where paper_id = ${paperId} order by at, id`,
  )
}
