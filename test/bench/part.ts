import type { System } from '../support/system.ts'
import type { Row } from './report.ts'

export type Place = {
  folder: string
  /** Small sizes, to try the measuring itself. */
  quick: boolean
  /** How many pages a long run reads, where that is told. */
  pages?: number | undefined
  /** Scans with their truth that somebody else made. */
  scans?: string | undefined
  /** Another one after it was stopped and started. */
  system: System
}

/** Measures one thing on a running system. */
export type Part = (place: Place) => Promise<Row[]>
