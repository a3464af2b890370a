import { Refusal } from '../../../platform/refusal.ts'
import { nfc } from '../../../platform/text.ts'
import { readPersonalId } from '../../citizen.ts'
import type { IdentityClaims } from '../port.ts'

/** VNeID's claims in our words. Who has no twelve-digit number, or signs in for an organisation, is refused. */
export function readVneidClaims(claims: Record<string, unknown>): IdentityClaims {
  const text = (name: string): string | null => {
    const value = claims[name]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' && value.trim() !== '' ? nfc(value.trim()) : null
  }
  const [personalId, fullName] = [text('citizenPid'), text('fullName')]
  if (/^(2|org|tổ chức|business|enterprise)/i.test(text('accountType') ?? ''))
    throw new Refusal('identity.organisation-account')
  const read = personalId === null ? undefined : readPersonalId(personalId)
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
  }
}

/** `1988-03-14`, `14/03/1988`, `14-03-1988` or `19880314`; which of them VNeID sends is not certain. A year alone is no day. */
function readDay(text: string | null): string | null {
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:T|$)/.exec(text ?? '')
  const [, day, month, year] = /^(\d{2})[/-](\d{2})[/-](\d{4})$/.exec(text ?? '') ?? []
  const found = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : year ? `${year}-${month}-${day}` : null
  return found !== null && !Number.isNaN(Date.parse(found)) ? found : null
}
