import { defineEvent } from '../platform/events.ts'
import type { Reason } from '../platform/refusal.ts'
import type { VerifiedValue } from './provenance/origin.ts'

/** The pages of a paper stand in their order: it can be read. Told again, with a higher version, when its pages were mended. */
export const paperAssembled = defineEvent<{ paperId: string; version: number }>('digitisation.paper-assembled')

/** A machine has read a paper: what it says stands before people, and its words can go into the archival file. */
export const paperRead = defineEvent<{ paperId: string }>('digitisation.paper-read')

/** People have looked at every value of a paper. */
export const paperChecked = defineEvent<{ paperId: string }>('digitisation.paper-checked')

/** A checked paper is signed, sealed and kept; `entryId` of the vault, null where its owner's number is not known. */
export const paperKept = defineEvent<{
  paperId: string
  fileId: string
  entryId: string | null
  values: VerifiedValue[]
}>('digitisation.paper-kept')

/** A letter with papers was taken in: its sender hears how many, and why some were not. */
export const letterTaken = defineEvent<{
  scanId: string
  to: string
  subject: string
  taken: number
  refused: { name: string; failure: Reason }[]
}>('digitisation.letter-taken')
