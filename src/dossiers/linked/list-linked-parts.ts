import { Type } from 'typebox'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import type { LegalDate } from '../../platform/dates.ts'
import { query } from '../../platform/query.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { ANSWERING, bodiesAnsweredFor } from '../consultation/consulted-reach.ts'
import { procedureNamesOf } from '../known.ts'
import type { LinkDirection, PartState } from './linked-part.ts'
import {
  countOpenParts,
  openPartsOf,
  partsWatchedAt,
  partsWatchedBefore,
  settledPartsOf,
  type PartRow,
} from './list-store.ts'
import { desksOf } from './part-reach.ts'

/** A part as a list shows it. */
export type PartItem = {
  id: string
  dossierCode: string
  procedureName: string
  unitName: string
  leadUnitName: string
  direction: LinkDirection
  duty: string
  sentAt: Date
  dueAt: Date
  dueOn: LegalDate
  state: PartState
  isLate: boolean
}

export type PartLists = {
  /** Of the reader's body, to do. */
  open: PartItem[]
  settled: PartItem[]
  /** Under way elsewhere, watched from the reader's one-stop desk. */
  watched: PartItem[]
  /** What came of those watched, the latest. */
  watchedBefore: PartItem[]
}

const MOST_OPEN = 200
const MOST_SETTLED = 30

/** Parts of the reader's body by urgency with the latest that are settled, and what their one-stop desk watches. */
export const listLinkedParts = query({
  name: 'dossiers.list-linked-parts',
  roles: [...ANSWERING, 'intake-officer'],
  input: Type.Object({}),
  async run({ db, clock }, actor): Promise<PartLists> {
    const [unitIds, desks] = await Promise.all([bodiesAnsweredFor(db, actor), desksOf(db, actor)])
    const now = clock.now()
    const items = async (rows: Promise<PartRow[]>) => itemsOf(db, await rows, now)
    return {
      open: await items(openPartsOf(db, unitIds, MOST_OPEN)),
      settled: await items(settledPartsOf(db, unitIds, MOST_SETTLED)),
      watched: desks.length === 0 ? [] : await items(partsWatchedAt(db, desks, MOST_OPEN)),
      watchedBefore: desks.length === 0 ? [] : await items(partsWatchedBefore(db, desks, MOST_SETTLED)),
    }
  },
})

/** How many parts wait for the reader's body; 0 for whoever works for none. */
export async function countLinkedParts(db: Db, actor: Actor): Promise<number> {
  const unitIds = await bodiesAnsweredFor(db, actor)
  return unitIds.length === 0 ? 0 : countOpenParts(db, unitIds)
}

async function itemsOf(db: Db, rows: readonly PartRow[], now: Date): Promise<PartItem[]> {
  if (rows.length === 0) return []
  const procedures = await procedureNamesOf(
    db,
    rows.map(({ procedureVersionId }) => procedureVersionId),
  )
  const unitIds = rows.flatMap(({ unitId, leadUnitId }) => [unitId, leadUnitId])
  const names = new Map((await unitsByIds(db, [...new Set(unitIds)])).map(({ id, name }) => [id, name]))
  return rows.map(({ id, code, direction, duty, sentAt, dueAt, dueOn, ...row }) => ({
    id,
    direction,
    duty,
    sentAt,
    dueAt,
    dueOn,
    dossierCode: code,
    procedureName: procedures.get(row.procedureVersionId)?.name ?? '',
    unitName: names.get(row.unitId) ?? '',
    leadUnitName: names.get(row.leadUnitId) ?? '',
    state: row.endedKind ?? (row.acceptedAt ? 'accepted' : 'sent'),
    isLate: (row.endedAt ?? now) > dueAt,
  }))
}
