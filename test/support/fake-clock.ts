import type { Clock } from '../../src/platform/clock.ts'

/** Stands at a working Friday morning until told to move. */
export class FakeClock implements Clock {
  #now: Date

  constructor(iso = '2026-11-20T09:00:00+07:00') {
    this.#now = new Date(iso)
  }

  now(): Date {
    return new Date(this.#now)
  }

  set(iso: string): void {
    this.#now = new Date(iso)
  }

  /** Moves on by some minutes. */
  advance(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}
