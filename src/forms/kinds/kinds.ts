import type { FieldKind } from '../form.ts'
import { choice, choices, commune, confirm } from './choices.ts'
import { businessCode, email, phone } from './contact.ts'
import { birthDate, date, month, time, year } from './dates.ts'
import type { Kind } from './kind.ts'
import { money, number } from './numbers.ts'
import { oldId, passport, personalId } from './personal-id.ts'
import { place } from './place.ts'
import { address, longText, personalName, text } from './text.ts'

export const kinds = {
  text,
  'long-text': longText,
  'personal-name': personalName,
  'personal-id': personalId,
  'old-id': oldId,
  passport,
  date,
  'birth-date': birthDate,
  month,
  year,
  time,
  phone,
  email,
  address,
  commune,
  place,
  choice,
  choices,
  confirm,
  number,
  money,
  'business-code': businessCode,
} satisfies Record<FieldKind, Kind>

export function kindOf(kind: FieldKind): Kind {
  return kinds[kind]
}
