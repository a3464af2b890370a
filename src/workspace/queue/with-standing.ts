import { vietnamDate } from '../../platform/dates.ts'
import type { App } from '../../platform/app.ts'
import { calendarFor, remaining, rulesFor } from '../../deadlines/index.ts'
import { hasEnded, type FoundDossier, type QueueItem, type Urgency } from '../../dossiers/index.ts'
import { reasonWords, runsOf } from '../../instant/index.ts'
import type { DossierRow } from './row.tsx'

const URGENCY = { 'in-time': 'in-time', soon: 'soon', today: 'today', overdue: 'overdue' } as const

/**
 * Adds to each row how it stands against its term, by the calendar of the body that decides. What has ended stands against
 * none: a search may find dossiers older than any calendar kept.
 */
export async function withStanding(
  { db, clock }: App,
  items: readonly (QueueItem | FoundDossier)[],
): Promise<DossierRow[]> {
  const now = clock.now()
  const on = vietnamDate(now)
  const isRunning = ({ dueAt, handling }: QueueItem | FoundDossier) => dueAt !== null && !hasEnded(handling)
  const units = [...new Set(items.filter(isRunning).map(({ competentUnitId }) => competentUnitId))]
  const calendars = new Map(
    await Promise.all(units.map(async (unitId) => [unitId, await calendarFor(db, unitId, on)] as const)),
  )
  const reasons = await machineReasons(db, items)
  const { soonWorkingDays } = await rulesFor(db, on)
  return items.map((item) => {
    const calendar = isRunning(item) ? calendars.get(item.competentUnitId) : undefined
    const standing = item.dueAt && calendar ? remaining(now, item.dueAt, calendar, soonWorkingDays) : null
    const urgency: Urgency = 'urgency' in item ? item.urgency : URGENCY[standing?.state ?? 'in-time']
    return { ...item, urgency, standing, machineReason: reasons.get(item.id) }
  })
}

/** Why what was to be decided by machine lies here, while nobody has taken it up. */
export async function machineReasons(
  db: App['db'],
  items: readonly { id: string; handling: string }[],
): Promise<ReadonlyMap<string, string>> {
  const waiting = items.filter(({ handling }) => handling === 'submitted' || handling === 'received')
  const runs =
    waiting.length === 0
      ? []
      : await runsOf(
          db,
          waiting.map(({ id }) => id),
        )
  return new Map(runs.flatMap(({ dossierId, reason }) => (reason ? [[dossierId, reasonWords(reason)] as const] : [])))
}
