import type { LegalDate } from '../platform/dates.ts'
import type { OfficeDay } from './office-day.ts'
import type { CalendarDayStatus, DayKind } from './working-calendar.ts'

/**
 * What a day did to the term: the receipt itself, a receipt too late or on a day off, the working day it is taken to be
 * received, a counted day (a make-up Saturday is one of kind `makeup_workday`), a day off left out, a day closed by order, a
 * day in which the clock stood still, a day off on which the term would have ended, a day gained by the re-appointment, the
 * day due where it is not itself a counted one.
 */
export type DayMark =
  | 'received'
  | 'after-cut-off'
  | 'received-on-day-off'
  | 'taken-as-received'
  | 'counted'
  | 'skipped'
  | 'closed'
  | 'stopped'
  | 'end-moved'
  | 'extended'
  | 'due'

export type DayReason = {
  on: LegalDate
  mark: DayMark
  kind: DayKind
  /** Name of the holiday, compensatory or make-up day; why the office is closed. */
  name?: string
  status?: CalendarDayStatus
  /** Which day of the term this is. */
  nth?: number
  /** Office minutes counted that day, for terms in hours. */
  minutes?: number
  /** The order that closes the day, the paper that stops the clock or gives the new date. */
  documents?: string[]
}

/** What a walk through the days leaves behind; the reasons only when they are asked for. */
export type Trail = {
  reasons: DayReason[] | null
  isDoubtful: boolean
  countsFrom: LegalDate | undefined
}

export function openTrail(explained: boolean): Trail {
  return { reasons: explained ? [] : null, isDoubtful: false, countsFrom: undefined }
}

/** Tells the trail what a day did. Called for every day of every walk: nothing is made unless reasons are asked for. */
export function note(
  trail: Trail,
  day: OfficeDay,
  mark: DayMark,
  nth?: number,
  minutes?: number,
  documents: string[] | undefined = day.documents,
): void {
  if (day.isDoubtful) trail.isDoubtful = true
  if (trail.countsFrom === undefined && (mark === 'counted' || (minutes !== undefined && minutes > 0)))
    trail.countsFrom = day.on
  if (trail.reasons === null) return
  const reason: DayReason = { on: day.on, mark, kind: day.kind }
  if (day.name !== undefined) reason.name = day.name
  if (day.status !== undefined) reason.status = day.status
  if (nth !== undefined) reason.nth = nth
  if (minutes !== undefined) reason.minutes = minutes
  if (documents !== undefined) reason.documents = documents
  trail.reasons.push(reason)
}
