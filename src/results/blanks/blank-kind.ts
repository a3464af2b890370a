import data from '../../../data/blanks/blank-kinds.json' with { type: 'json' }
import type { LegalDate } from '../../platform/dates.ts'

/** loại phôi: what a serial number of it looks like, and the text that says so. */
export type BlankKind = {
  code: string
  name: string
  /** A regular expression over the serial number as it is printed. */
  serial: string
  example: string
  material: 'paper' | 'card'
  instrument: string
  certainty: 'law' | 'law-to-verify'
}

type OnBlank = { code: string; kind: string; validFrom: LegalDate; validTo: LegalDate | null }

export const BLANK_KINDS = data.kinds as readonly BlankKind[]
export const PROCEDURES_ON_BLANK = data.procedures as readonly OnBlank[]

export const blankKind = (code: string): BlankKind | undefined => BLANK_KINDS.find((kind) => kind.code === code)

/** The blank on which results of this procedure are printed on that day; nothing where they are signed digitally. */
export function blankKindFor(procedureCode: string, on: LegalDate): BlankKind | undefined {
  const found = PROCEDURES_ON_BLANK.find(
    ({ code, validFrom, validTo }) => code === procedureCode && validFrom <= on && (validTo === null || on <= validTo),
  )
  return found && blankKind(found.kind)
}
