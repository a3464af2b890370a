import type { LegalDate } from '../../platform/dates.ts'
import type { Clock, ClockEvent, StopGround } from '../../deadlines/index.ts'
import type { Dossier } from '../dossier.ts'

/** Mốc thời hạn: one event that moved or may have moved the due date, with the date as it stood afterwards. Never changed. */
export type ClockEntry = {
  no: number
  /** `recomputed`: the office was closed by order after the date had been promised; the order itself is in the calendar. */
  kind: ClockEvent['kind'] | 'recomputed'
  at: Date
  ground: StopGround | null
  until: LegalDate | null
  document: string | null
  legalBasis: string | null
  reason: string | null
  byAccountId: string | null
  byName: string
  dueAt: Date | null
  dueOn: LegalDate | null
  rulesOn: LegalDate | null
  rulesVersion: string | null
}

/** What happens to the clock with a move; `document` and `reason` are kept where the event itself has no place for them. */
export type ClockTurn = { event: ClockEvent; document?: string; reason?: string }

/** The stored entries as the deadlines module reads them. */
export function eventsOf(entries: readonly ClockEntry[]): ClockEvent[] {
  return entries.flatMap((entry): ClockEvent[] => {
    const { kind, at, ground, until, document, legalBasis, reason } = entry
    switch (kind) {
      case 'stopped':
        return [{ kind, at, ground: ground ?? 'supplement', document: document ?? '', legalBasis }]
      case 'extended':
        return until === null ? [] : [{ kind, at, until, document: document ?? '', reason: reason ?? '' }]
      case 'recomputed':
        return []
      default:
        return [{ kind, at }]
    }
  })
}

export function extensionsIn(entries: readonly ClockEntry[]): number {
  return entries.filter(({ kind }) => kind === 'extended').length
}

export type DueFields = Pick<
  Dossier,
  'dueAt' | 'dueOn' | 'countsFrom' | 'dueExplanation' | 'originalDueAt' | 'rulesOn' | 'rulesVersion'
>

/** What a clock changes on its dossier: no date is promised while it stands still. */
export function dueFieldsOf(clock: Clock): DueFields {
  const { current, original, explanation, rulesOn, rulesVersion } = clock
  const promised = clock.state === 'stopped' ? null : current
  return {
    dueAt: promised?.dueAt ?? null,
    dueOn: promised?.dueOn ?? null,
    countsFrom: promised?.countsFrom ?? null,
    dueExplanation: explanation,
    originalDueAt: original?.dueAt ?? null,
    rulesOn,
    rulesVersion,
  }
}

/** The row an event leaves behind. */
export function entryOf(
  { event, document, reason }: ClockTurn,
  clock: Clock,
  by: Pick<ClockEntry, 'no' | 'byAccountId' | 'byName'>,
): ClockEntry {
  const { dueAt, dueOn, rulesOn, rulesVersion } = dueFieldsOf(clock)
  return {
    ...by,
    kind: event.kind,
    at: event.at,
    ground: event.kind === 'stopped' ? event.ground : null,
    until: event.kind === 'extended' ? event.until : null,
    document: event.kind === 'stopped' || event.kind === 'extended' ? event.document : (document ?? null),
    legalBasis: event.kind === 'stopped' ? event.legalBasis : null,
    reason: event.kind === 'extended' ? event.reason : (reason ?? null),
    dueAt,
    dueOn,
    rulesOn,
    rulesVersion,
  }
}
