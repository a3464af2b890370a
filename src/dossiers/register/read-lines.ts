import { createHash } from 'node:crypto'
import { vietnamDate } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { canonicalJson } from '../../platform/journal/line.ts'
import { unitsByIds } from '../../organisation/index.ts'
import { nameOf } from '../dossier.ts'
import { procedureNamesOf } from '../known.ts'
import { deliveryWords } from '../texts.ts'
import type { RegisterLine } from './register.ts'
import { linesAfter, type LineRange, type LineRow } from './store.ts'

const CHUNK = 500

/** Lines with the names they are shown by. */
export async function registerLines(db: Db, range: LineRange): Promise<RegisterLine[]> {
  const found = await linesAfter(db, range)
  const [procedures, agencies] = await Promise.all([
    procedureNamesOf(
      db,
      found.map(({ procedureVersionId }) => procedureVersionId),
    ),
    unitsByIds(db, [...new Set(found.map(({ competentUnitId }) => competentUnitId))]),
  ])
  const agencyNames = new Map(agencies.map(({ id, name }) => [id, name]))
  return found.map((row) => {
    const reach = row.applicant.address === null ? row.submitter : row.applicant
    const dueOn = row.originalDueAt && vietnamDate(row.originalDueAt)
    return {
      lineNo: row.lineNo,
      dossierCode: row.code,
      procedure: procedures.get(row.procedureVersionId) ?? { code: '', name: '' },
      sets: 1,
      applicant: nameOf(row.applicant),
      address: reach.address,
      phone: reach.phone,
      agency: agencyNames.get(row.competentUnitId) ?? '',
      receivedAt: row.receivedAt,
      dueOn,
      movedTo: row.lastDueOn === dueOn ? null : row.lastDueOn,
      end: row.ended && row.endedAt ? { how: row.ended, at: row.endedAt } : null,
      delivery: deliveryWords[row.resultDelivery],
    }
  })
}

/** All lines of a book or of one month, a bounded number at a time. */
export async function* allLines(db: Db, range: Omit<LineRange, 'after' | 'limit'>): AsyncGenerator<RegisterLine[]> {
  for (let after = 0; ;) {
    const chunk = await registerLines(db, { ...range, after, limit: CHUNK })
    const last = chunk.at(-1)
    if (!last) return
    yield chunk
    after = last.lineNo
  }
}

export type Fixed = { lineCount: number; openCount: number; digest: string }

/**
 * Counts a book and hashes its lines as they stood at a moment: one line of canonical JSON each, in the order of their
 * numbers. What happens afterwards leaves the answer as it is; any change to what stood there does not.
 */
export async function fixLines(
  db: Db,
  { unitId, year, asOf }: { unitId: string; year: number; asOf: Date },
): Promise<Fixed> {
  const hash = createHash('sha256')
  let [lineCount, openCount] = [0, 0]
  for (let after = 0; ;) {
    const chunk = await linesAfter(db, { unitId, year, after, asOf, limit: CHUNK })
    const last = chunk.at(-1)
    if (!last) return { lineCount, openCount, digest: hash.digest('hex') }
    for (const row of chunk) hash.update(`${canonicalJson(fixed(row))}\n`)
    lineCount += chunk.length
    openCount += chunk.filter(({ ended }) => ended === null).length
    after = last.lineNo
  }
}

function fixed({ receivedAt, originalDueAt, endedAt, ...row }: LineRow): unknown {
  const iso = (at: Date | null) => at && at.toISOString()
  return { ...row, receivedAt: iso(receivedAt), originalDueAt: iso(originalDueAt), endedAt: iso(endedAt) }
}
