import type { LegalDate } from '../platform/dates.ts'
import { nfc } from '../platform/text.ts'

/** What the QR code of an identity card says; nothing but the number is certain to be readable. */
export type CardText = {
  personalId: string
  /** số chứng minh nhân dân cũ, nine or twelve digits. */
  oldId: string | null
  fullName: string | null
  /** A whole day, or a year alone on old papers. */
  bornOn: LegalDate | null
  birthYear: number | null
  sex: 'male' | 'female' | null
  /** Permanent residence as printed; often with units that are no more. */
  address: string | null
  issuedOn: LegalDate | null
}

const LEAST_FIELDS = 7
// A card reader set to another keyboard types question marks or digits for letters it does not have.
const PERSON_NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u

/**
 * Reads the text a keyboard-wedge scanner types from the QR code on a CCCD (2021) or căn cước (2024):
 * `số|số cũ|họ tên|ngày sinh|giới tính|nơi thường trú|ngày cấp`, by position, further fields left alone.
 * Undefined when it is not such a text.
 */
export function parseCardText(scanned: string): CardText | undefined {
  const fields = nfc(scanned)
    .split('|')
    .map((field) =>
      field
        .replace(/[\p{Cc}\uFEFF]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  const [personalId = '', oldId = '', fullName = '', born = '', sex = '', address = '', issued = ''] = fields
  if (fields.length < LEAST_FIELDS || !/^\d{12}$/.test(personalId)) return undefined
  const bornOn = readDay(born)
  return {
    personalId,
    oldId: /^(?:\d{9}|\d{12})$/.test(oldId) ? oldId : null,
    fullName: PERSON_NAME.test(fullName) ? fullName : null,
    bornOn,
    birthYear: bornOn ? Number(bornOn.slice(0, 4)) : readYear(born),
    sex: readSex(sex),
    address: address === '' || address.includes('?') ? null : address,
    issuedOn: readDay(issued),
  }
}

/** Whether a text was meant to come from a card, so that what is wrong with it can be said. */
export function looksLikeCard(typed: string): boolean {
  return typed.includes('|')
}

/** `14031988` or `14/03/1988`; undefined days and months are printed as zeros. */
function readDay(text: string): LegalDate | null {
  const [, date = '', month = '', year = ''] = /^(\d{2})[/.-]?(\d{2})[/.-]?(\d{4})$/.exec(text) ?? []
  if (year === '') return null
  const day = `${year}-${month}-${date}`
  const exists =
    !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return exists ? day : null
}

function readYear(text: string): number | null {
  const year = /^(?:(?:00[/.-]?00[/.-]?)?)((?:18|19|20)\d{2})$/.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}

function readSex(text: string): CardText['sex'] {
  const folded = text.toLocaleLowerCase('vi')
  if (folded === 'nam') return 'male'
  return /^n[ữưu?]/.test(folded) ? 'female' : null
}
