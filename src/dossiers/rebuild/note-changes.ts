import type { ActionContext } from '../../platform/action.ts'
import type { Facts } from '../../platform/refusal.ts'
import { keptRow, type RowKind } from './kept-rows.ts'

export type ChangedRows = Partial<Record<RowKind, readonly Facts[]>>

/**
 * Notes rows of a dossier that were changed, with their key and the fields that changed: whoever writes to the tables of this
 * module says so here, and the action's journal line about the dossier carries it.
 */
export function noteChanged({ changed }: Pick<ActionContext, 'changed'>, dossierId: string, rows: ChangedRows): void {
  const kept = Object.entries(rows).map(([kind, own]) => [
    kind,
    own.map((row) => keptRow(kind as RowKind, dossierId, row)),
  ])
  changed(`dossier:${dossierId}`, Object.fromEntries(kept))
}

/** Notes rows that are new; what is empty in them need not be said. */
export function noteAdded(ctx: Pick<ActionContext, 'changed'>, dossierId: string, rows: ChangedRows): void {
  const filled = Object.entries(rows).map(([kind, own]) => [kind, own.map(withoutEmpty)])
  noteChanged(ctx, dossierId, Object.fromEntries(filled) as ChangedRows)
}

/** Rows that name a file, with the hash of what is in it: a file behind a dossier cannot be another one unseen. */
export function withHashes<Row extends { fileId: string }>(
  rows: readonly Row[],
  files: readonly { id: string; sha256: string }[],
): (Row & { sha256: string | null })[] {
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256]))
  return rows.map((row) => ({ ...row, sha256: hashes.get(row.fileId) ?? null }))
}

function withoutEmpty(row: Facts): Facts {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}

/** The fields in which a record is another now. */
export function fieldsChanged(before: Facts, after: Facts): Facts {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => !isSame(before[field], value)))
}

function isSame(before: unknown, after: unknown): boolean {
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime()
  return Object.is(before, after)
}
