import type { DossierRow } from './row.tsx'
import { groupTitles, otherGroups } from './texts.ts'
import type { Urgency } from '../../dossiers/index.ts'

export type Group = { key: string; title: string; isLate: boolean; rows: DossierRow[] }

const ORDER: Urgency[] = ['overdue', 'today', 'soon', 'in-time']

/**
 * Rows by urgency, and after them those against which no term runs: not received yet, ready to hand over, waiting for the
 * citizen. Empty groups are left out.
 */
export function groupRows(rows: readonly DossierRow[]): Group[] {
  const groups = Map.groupBy(rows, keyOf)
  const titles: [string, string][] = [
    ...ORDER.map((urgency): [string, string] => [urgency, groupTitles[urgency]]),
    ...Object.entries(otherGroups),
  ]
  return titles.flatMap(([key, title]) => {
    const own = groups.get(key)
    return own ? [{ key, title, isLate: key === 'overdue', rows: own }] : []
  })
}

function keyOf({ handling, dueAt, urgency }: DossierRow): string {
  if (handling === 'awaiting-supplement') return 'waiting'
  if (handling === 'suspended') return 'suspended'
  if (handling === 'finished') return 'to-deliver'
  if (handling === 'submitted' || !dueAt) return 'to-receive'
  return urgency
}
