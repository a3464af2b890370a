import { formatDate } from '../platform/dates.ts'
import { inBothLanguages } from '../platform/wording.ts'
import type { Instrument } from './delegation.ts'
import { instrumentTextsEn } from './instrument.texts.en.ts'

const instrumentVi = {
  document: (number: string, day: string) => `văn bản số ${number} ngày ${day}`,
  assignment: (day: string, issuer: string) => `phân công ngày ${day} của ${issuer}`,
  standIn: (name: string, other: string, under: string) => `${name} thay ${other}, theo ${under}`,
  automatic: (under: string) => `Hệ thống tự động, theo ${under}`,
}
const words = inBothLanguages(instrumentVi, instrumentTextsEn)

/** `văn bản số 12/QĐ-UBND ngày 03/11/2026`, or without a number who assigned it. */
export function instrumentWords({ number, signedOn, issuer }: Instrument): string {
  const day = formatDate(signedOn)
  return number ? words.document(number, day) : words.assignment(day, issuer)
}

/** `Nguyễn Thị A thay Trần Văn B, theo văn bản số 12/QĐ-UBND ngày 03/11/2026` */
export function standInWords(
  fullName: string,
  person: { fullName: string; instrument: Instrument } | null | undefined,
): string {
  return person ? words.standIn(fullName, person.fullName, instrumentWords(person.instrument)) : fullName
}

/** `Hệ thống tự động, theo văn bản số 118/QĐ-UBND ngày 16/11/2026`: who did what no officer did. */
export function automaticWords(instrument: Instrument): string {
  return words.automatic(instrumentWords(instrument))
}
