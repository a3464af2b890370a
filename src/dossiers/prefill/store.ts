import { maybeRow, rows, sql, type Db } from '../../platform/db.ts'
import type { AnswerOrigin } from './prefill.ts'

export type LatestAnswers = { code: string; submittedAt: Date; answers: Record<string, unknown> }

/** What a person answered in the dossier they filed last. */
export function latestAnswers(db: Db, citizenId: string): Promise<LatestAnswers | undefined> {
  return maybeRow(
    db,
    sql<LatestAnswers>`
      select code, submitted_at, answers from dossiers.dossier
      where submitter_citizen_id = ${citizenId} order by id desc limit 1`,
  )
}

export function originsOfDossier(db: Db, dossierId: string): Promise<AnswerOrigin[]> {
  return rows(
    db,
    sql<AnswerOrigin>`
      select field, source, taken_at, reference, changed from dossiers.answer_origin where dossier_id = ${dossierId} order by field`,
  )
}
