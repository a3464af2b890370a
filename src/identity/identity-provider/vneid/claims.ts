import { Refusal } from '../../../platform/refusal.ts'
import { nfc } from '../../../platform/text.ts'
import { readPersonalId } from '../../citizen.ts'
import type { VouchedOrganisation } from '../../organisations/record-representative.ts'
import type { IdentityClaims } from '../port.ts'

/**
 * VNeID's claims in our words. Who has no twelve-digit number is refused, and an organisation's account that does not say which
 * organisation and who represents it.
 */
export function readVneidClaims(claims: Record<string, unknown>): IdentityClaims {
  const text = (name: string): string | null => {
    const value = claims[name]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' && value.trim() !== '' ? nfc(value.trim()) : null
  }
  const [personalId, fullName] = [text('citizenPid'), text('fullName')]
  const read = personalId === null ? undefined : readPersonalId(personalId)
  const organisation = organisationIn(text)
  if (organisation === 'unclear' || (organisation && !read)) throw new Refusal('identity.organisation-account')
  if (personalId === null || fullName === null || !read)
    throw new Refusal('identity.provider-refused', { reason: 'claims without a person' })
  const level = /[12]/.exec(text('accountLevel') ?? '')?.[0]
  return {
    personalId,
    fullName,
    bornOn: readDay(text('birthDate')),
    sex: read.sex,
    address: null,
    phone: text('phoneNumber'),
    email: text('email'),
    level: level === undefined ? null : level === '2' ? 2 : 1,
    ...(organisation && { organisation }),
  }
}

/** Names of the fields as the portals' sign-in before VNeID gives them; those of VNeID itself are not certain. */
function organisationIn(text: (name: string) => string | null): VouchedOrganisation | 'unclear' | undefined {
  if (!/^(2|org|tổ chức|business|enterprise)/i.test(text('accountType') ?? '')) return undefined
  const businessCode = text('MaSoDoanhNghiep') ?? text('MaSoThue')
  const name = text('TenDoanhNghiep')
  return businessCode !== null && name !== null ? { businessCode, name } : 'unclear'
}

/** `1988-03-14`, `14/03/1988`, `14-03-1988` or `19880314`; which of them VNeID sends is not certain. A year alone is no day. */
function readDay(text: string | null): string | null {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:T|$)/.exec(text ?? '')
  const [, day, month, year] = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(text ?? '') ?? []
  const found = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : year ? `${year}-${month}-${day}` : null
  return found !== null && !Number.isNaN(Date.parse(found)) ? found : null
}
