import { rows, sql, type Db } from '../../platform/db.ts'
import type { Facts } from '../../platform/refusal.ts'
import { filesByIds } from '../../documents/index.ts'
import { keptRow, ROW_KINDS, type RowKind } from './kept-rows.ts'
import { withHashes } from './note-changes.ts'
import { stateOf, type DossierState } from './rebuild.ts'

/** Not the state of a dossier: copies for searching of what stands in the same row, and when its watchers look next. */
const ASIDE = ['applicantName', 'applicantPersonalId', 'searchKeys', 'remindAt']
/** Nor what only says that a message was sent. */
const TOLD = ['endToldAt']

type Row = Facts & { dossierId: string }

/** What is stored of these dossiers, every table and column, in the form the journal holds it. */
export async function storedStates(db: Db, dossierIds: readonly string[]): Promise<Map<string, DossierState>> {
  const found = new Map(dossierIds.map((id) => [id, [] as { kind: RowKind; row: Facts }[]]))
  for (const kind of ROW_KINDS) {
    for (const { dossierId, ...row } of await rowsOf(db, kind, dossierIds)) {
      found.get(dossierId)?.push({ kind, row: keptRow(kind, dossierId, row) })
    }
  }
  return new Map([...found].filter(([, own]) => own.length > 0).map(([id, own]) => [id, stateOf(own)]))
}

async function rowsOf(db: Db, kind: RowKind, dossierIds: readonly string[]): Promise<Row[]> {
  const table = sql.raw(`dossiers.${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`)
  const id = sql.raw(kind === 'dossier' ? 'id' : 'dossier_id')
  const found = await rows(
    db,
    sql<Row>`select *, ${id} as dossier_id from ${table} where ${id} = any(${[...dossierIds]}::uuid[])`,
  )
  if (kind === 'dossier') return found.map(({ id: _id, ...row }) => without(row, ASIDE))
  if (kind === 'acting') return found.map((row) => without(row, TOLD))
  // The driver gives a number with decimals as text.
  if (kind === 'consultedBody') return found.map((row) => ({ ...row, termDays: Number(row.termDays) }))
  if (kind !== 'componentFile' && kind !== 'paper') return found
  const files = found as (Row & { fileId: string })[]
  const ids = files.map(({ fileId }) => fileId)
  return withHashes(files, await filesByIds(db, ids))
}

function without(row: Facts, fields: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field))) as Row
}

/** Ids of dossiers in their order, those up to `after` left behind. */
export async function dossierIdsAfter(db: Db, after: string | null, limit: number): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from dossiers.dossier where ${after}::uuid is null or id > ${after}::uuid order by id limit ${limit}`,
  )
  return found.map(({ id }) => id)
}
