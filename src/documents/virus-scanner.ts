import type { Readable } from 'node:stream'
import { definePort } from '../platform/ports.ts'

export type ScanReport =
  | { verdict: 'clean' }
  | { verdict: 'infected'; /** The scanner's name for what it found. */ found: string }
  | { verdict: 'not-scanned'; /** Why, for administrators. */ reason: string }

/** Máy quét mã độc. A scanner that cannot answer says `not-scanned`; it never says `clean` by default. */
export type VirusScanner = {
  /** Shown to administrators and stored beside each verdict. */
  name: string
  scan(content: Readable): Promise<ScanReport>
  /** Whether it could scan now. */
  ping(): Promise<boolean>
}

export const virusScanPort = definePort<VirusScanner>('virus-scan')
