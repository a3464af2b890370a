import type { OfficeDay } from './office-day.ts'

/** A stretch of time in which the clock stands still, and the paper that says so. `to` is not part of it. */
export type Stop = { from: Date; to: Date; document: string }

/** Stops in milliseconds. They may overlap: a moment inside any of them is stopped, once. */
export type Stopped = readonly { from: number; to: number; document: string }[]

const NONE: Stopped = []

export function stoppedBy(stops: readonly Stop[]): Stopped {
  if (stops.length === 0) return NONE
  return stops
    .map(({ from, to, document }) => ({ from: from.getTime(), to: to.getTime(), document }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from)
}

/**
 * A day is stopped when it begins inside a stop. So the day on which the stop is recorded still counts and the day of the
 * resumption does not: a period given in days leaves out its first day (Civil Code 2015, art. 147.2).
 */
export function isStopped(stops: Stopped, day: OfficeDay): boolean {
  return stops.some(({ from, to }) => from <= day.startsAt && day.startsAt < to)
}

/** A term cannot run out while it stands still; running out at the very instant of the stop is running out. */
export function endsWhileStopped(stops: Stopped, end: number): boolean {
  return stops.some(({ from, to }) => from < end && end <= to)
}

/** The parts of a stretch that lie outside every stop. */
export function running(stops: Stopped, stretch: { from: number; to: number }): { from: number; to: number }[] {
  if (stops.length === 0) return [stretch]
  const parts: { from: number; to: number }[] = []
  let { from } = stretch
  for (const stop of stops) {
    if (stop.to <= from || stop.from >= stretch.to) continue
    if (stop.from > from) parts.push({ from, to: stop.from })
    from = stop.to
    if (from >= stretch.to) return parts
  }
  parts.push({ from, to: stretch.to })
  return parts
}

/** The papers of the stops that touch a stretch; undefined when none does. */
export function documentsOf(stops: Stopped, from: number, to: number): string[] | undefined {
  if (stops.length === 0) return undefined
  const touching = stops.filter((stop) => stop.from < to && stop.to > from)
  return touching.length === 0 ? undefined : [...new Set(touching.map(({ document }) => document))]
}
