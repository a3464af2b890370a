import type { Changes } from '../../platform/journal/lines-of-action.ts'
import type { Facts } from '../../platform/refusal.ts'
import { isRowKind, KEPT_ROWS, ROW_KINDS, type RowKind } from './kept-rows.ts'

/** Everything a dossier is made of: by table, its rows by their key, as the journal holds them. */
export type DossierState = Record<RowKind, ReadonlyMap<string, Facts>>

/** The state of a dossier, made of its journal alone: what each line tells is new, or other than it was. */
export function rebuild(told: readonly Changes[]): DossierState {
  return stateOf(
    told.flatMap((changes) =>
      Object.entries(changes).flatMap(([kind, rows]) => (isRowKind(kind) ? rows.map((row) => ({ kind, row })) : [])),
    ),
  )
}

/** Rows put in their places, a later one over an earlier one of the same key. */
export function stateOf(found: readonly { kind: RowKind; row: Facts }[]): DossierState {
  const state = Object.fromEntries(ROW_KINDS.map((kind) => [kind, new Map<string, Facts>()])) as Record<
    RowKind,
    Map<string, Facts>
  >
  for (const { kind, row } of found) {
    const place = KEPT_ROWS[kind].key.map((field) => row[field]).join(' ')
    state[kind].set(place, { ...state[kind].get(place), ...row })
  }
  return state
}
