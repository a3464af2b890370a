import { defineEvent } from '../../platform/events.ts'

/** A certificate in use comes to its end, or has come to it and nothing took its place: for whom it is told. */
export const certificateEnding = defineEvent<{
  fingerprint: string
  kind: 'person' | 'agency'
  subject: string
  unitName: string
  /** The last day, `YYYY-MM-DD`. */
  lastDay: string
  /** Below zero when it is over. */
  daysLeft: number
  /** Which mark of the warnings it is, in days. */
  mark: number
  holders: string[]
  administrators: string[]
}>('signing.certificate-ending')
