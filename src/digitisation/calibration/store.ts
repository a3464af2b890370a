import { execute, maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import file from '../../../data/digitisation/calibration.json' with { type: 'json' }
import type { Calibration } from './calibration.ts'
import type { Verdict } from './fit.ts'

export const SHIPPED_CALIBRATION: Calibration = file

/** How many values told as sure were right, and how far what was told lay from what came true. */
export type Measured = { count: number; sure: number; sureRight: number; brier: number }
export type BeforeAfter = { learnedFrom: number; before: Measured; after: Measured }

export type StoredCalibration = {
  id: string
  no: number
  content: Calibration
  measured: BeforeAfter
  state: 'proposed' | 'in-force' | 'replaced' | 'refused'
  proposedAt: Date
  decidedByName: string | null
  decidedAt: Date | null
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
const COLUMNS = sql`id, no, content, measured, state, proposed_at, decided_by_name, decided_at`

export async function calibrationInForce(db: Db): Promise<Calibration> {
  const found = await maybeRow<{ content: Calibration }>(
    db,
    sql`select content from digitisation.calibration where state = 'in-force'`,
  )
  return found?.content ?? SHIPPED_CALIBRATION
}

export function allCalibrations(db: Db): Promise<StoredCalibration[]> {
  return rows(db, sql<StoredCalibration>`select ${COLUMNS} from digitisation.calibration order by no desc`)
}

/** A new proposal takes the place of one nobody decided on. */
export async function proposeCalibration(
  db: Db,
  { id, content, measured }: Pick<StoredCalibration, 'id' | 'content' | 'measured'>,
  at: Date,
): Promise<void> {
  await execute(
    db,
    sql`insert into digitisation.calibration (id, no, content, measured, state, proposed_at)
        select ${id}, coalesce(max(no), 0) + 1, ${json(content)}, ${json(measured)}, 'proposed', ${at} from digitisation.calibration
        on conflict (state) where state = 'proposed'
        do update set content = excluded.content, measured = excluded.measured, proposed_at = excluded.proposed_at`,
  )
}

type Decision = { accept: boolean; accountId: string; name: string; at: Date }

/** False when there is no such proposal any more. */
export async function decideCalibration(
  db: Db,
  id: string,
  { accept, accountId, name, at }: Decision,
): Promise<boolean> {
  if (accept) await execute(db, sql`update digitisation.calibration set state = 'replaced' where state = 'in-force'`)
  const changed = await execute(
    db,
    sql`update digitisation.calibration set state = ${accept ? 'in-force' : 'refused'}, decided_by_account_id = ${accountId},
          decided_by_name = ${name}, decided_at = ${at} where id = ${id} and state = 'proposed'`,
  )
  return changed === 1
}

/** The first look of a person at each value, one at a time: whoever confirms many together looks less closely. */
export function verdicts(db: Db): Promise<Verdict[]> {
  return rows(
    db,
    sql<Verdict>`
      select confidence, verdict = 'accepted' as is_right from digitisation.judgement
      where kind = 'value' and turn = 'first' and way = 'single' and confidence > 0 and confidence < 0.999
      order by at, id`,
  )
}
