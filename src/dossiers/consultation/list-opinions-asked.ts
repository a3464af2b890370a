import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { procedureNamesOf } from '../known.ts'
import { isOpen } from './consultation.ts'
import { ANSWERING, bodiesAnsweredFor } from './consulted-reach.ts'
import { countOpenQuestions, openQuestionsTo, settledQuestionsTo, type AskedRow } from './asked-store.ts'

/** A question to the reader's body, as a list shows it. */
export type AskedItem = {
  id: string
  dossierCode: string
  procedureName: string
  question: string
  unitName: string
  leadUnitName: string
  askedAt: Date
  replyAt: Date
  replyBy: LegalDate
  isLate: boolean
  /** Nothing to answer any more: answered, closed, or the dossier at its end. */
  standing: 'open' | 'answered' | 'closed'
}

const MOST_OPEN = 200
const MOST_SETTLED = 30

/** Questions to the reader's body: those to answer by urgency, then the latest that are settled. */
export const listOpinionsAsked = query({
  name: 'dossiers.list-opinions-asked',
  roles: [...ANSWERING],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<{ open: AskedItem[]; settled: AskedItem[] }> {
    const unitIds = await bodiesAnsweredFor(db, actor)
    const open = await openQuestionsTo(db, unitIds, MOST_OPEN)
    const settled = await settledQuestionsTo(db, unitIds, MOST_SETTLED)
    const items = await itemsOf(db, [...open, ...settled], clock.now())
    return { open: items.slice(0, open.length), settled: items.slice(open.length) }
  },
})

/** How many questions wait for the reader's body; 0 for whoever answers for none. */
export async function countOpinionsAsked(db: Db, actor: Actor): Promise<number> {
  const unitIds = await bodiesAnsweredFor(db, actor)
  return unitIds.length === 0 ? 0 : countOpenQuestions(db, unitIds)
}

async function itemsOf(db: Db, rows: readonly AskedRow[], now: Date): Promise<AskedItem[]> {
  const procedures = await procedureNamesOf(
    db,
    rows.map(({ procedureVersionId }) => procedureVersionId),
  )
  const unitIds = rows.flatMap(({ unitId, leadUnitId }) => [unitId, leadUnitId])
  const names = new Map((await unitsByIds(db, [...new Set(unitIds)])).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    id: row.id,
    dossierCode: row.code,
    procedureName: procedures.get(row.procedureVersionId)?.name ?? '',
    question: row.question,
    unitName: names.get(row.unitId) ?? '',
    leadUnitName: names.get(row.leadUnitId) ?? '',
    askedAt: row.askedAt,
    replyAt: row.replyAt,
    replyBy: row.replyBy,
    isLate: row.answeredAt === null ? now > row.replyAt : row.answeredAt > row.replyAt,
    standing: row.answeredAt !== null ? 'answered' : isOpen(row) && row.releasedAt === null ? 'open' : 'closed',
  }))
}
