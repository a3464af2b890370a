import { canonicalJson } from '../../platform/journal/line.ts'
import { ROW_KINDS, type RowKind } from './kept-rows.ts'
import type { DossierState } from './rebuild.ts'

/** One value that is not what the journal says. A row that is missing on one side differs in its fields. */
export type Difference = {
  kind: RowKind
  /** What tells the row apart from others of its kind; empty where a dossier has one. */
  place: string
  field: string
  journal: unknown
  stored: unknown
}

/** Where a state made of the journal and the one that is stored are not the same; nothing where they are. */
export function differences(rebuilt: DossierState, stored: DossierState): Difference[] {
  return ROW_KINDS.flatMap((kind) => {
    const places = new Set([...rebuilt[kind].keys(), ...stored[kind].keys()])
    return [...places].toSorted().flatMap((place) => {
      const [told, kept] = [rebuilt[kind].get(place) ?? {}, stored[kind].get(place) ?? {}]
      const fields = new Set([...Object.keys(told), ...Object.keys(kept)])
      return [...fields].toSorted().flatMap((field) => {
        const [journal, own] = [told[field] ?? null, kept[field] ?? null]
        return canonicalJson(journal) === canonicalJson(own) ? [] : [{ kind, place, field, journal, stored: own }]
      })
    })
  })
}
