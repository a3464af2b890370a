import { isLegalDate, type LegalDate } from '../../platform/dates.ts'

/** What an identity card says in a code of its own: its QR, or the machine readable zone on its back. */
export type IdentityCard = {
  personalId: string
  /** Of the QR alone: the nine-digit number the person had before. */
  oldId?: string
  /** In the zone without diacritics, and without a check digit: missing where it was not read whole. */
  fullName?: string
  bornOn: LegalDate
  sex: 'male' | 'female'
  address?: string
  issuedOn?: LegalDate
  /** Of the machine readable zone alone. */
  expiresOn?: LegalDate
  nationality?: 'VNM'
}

const SEXES: Record<string, IdentityCard['sex']> = { nam: 'male', nữ: 'female' }

/**
 * The QR of a CCCD or identity card: `12 digits|old number|name|ddmmyyyy|sex|address|ddmmyyyy of issue`, read by position;
 * newer cards append more. Undefined when it is any other QR.
 */
export function readCardQr(text: string): IdentityCard | undefined {
  const [personalId = '', oldId = '', fullName = '', born = '', sex = '', address = '', issued = ''] = text.split('|')
  const bornOn = dayOf(born)
  const known = SEXES[sex.trim().toLowerCase().normalize('NFC')]
  if (!/^\d{12}$/.test(personalId) || !/^(\d{9})?$/.test(oldId) || fullName.trim() === '' || !bornOn || !known)
    return undefined
  const issuedOn = dayOf(issued)
  return {
    personalId,
    ...(oldId === '' ? {} : { oldId }),
    fullName: fullName.trim(),
    bornOn,
    sex: known,
    ...(address.trim() === '' ? {} : { address: address.trim() }),
    ...(issuedOn ? { issuedOn } : {}),
  }
}

function dayOf(ddmmyyyy: string): LegalDate | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d{4})$/.exec(ddmmyyyy) ?? []
  const date = `${year}-${month}-${day}`
  return isLegalDate(date) ? date : undefined
}
