import { defineEvent } from '../../platform/events.ts'

/** A certificate in use comes to its end: for whom it is told. */
export const certificateEnding = defineEvent<{
  fingerprint: string
  kind: 'person' | 'agency'
  subject: string
  unitName: string
  /** The last day, `YYYY-MM-DD`. */
  lastDay: string
  daysLeft: number
  /** Which mark of the warnings it is, in days. */
  mark: number
  holders: string[]
  administrators: string[]
}>('signing.certificate-ending')
