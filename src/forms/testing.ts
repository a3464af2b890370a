import type { FieldKind, FieldSpec, FormDefinition } from './form.ts'
import { isAsked } from './condition.ts'
import { fieldsOf } from './form.ts'
import { CONFIRMED } from './kinds/choices.ts'
import { readAnswers } from './read-answers.ts'

const TODAY = '2026-11-21'

/** What an invented person types in answer to a question of a kind. */
const TYPED: Partial<Record<FieldKind, string>> = {
  text: 'Quán cà phê Gió Biển',
  'long-text': 'Bị rơi trên đường Hạ Long ngày 02/11/2026',
  'personal-name': 'Nguyễn Minh Khôi',
  'personal-id': '022188000512',
  'old-id': '100 234 567',
  passport: 'C1234567',
  date: '02/11/2026',
  'birth-date': '14/03/1988',
  phone: '0912 000 512',
  email: 'thuhanh@example.com',
  address: 'Số 12, đường Hậu Cần',
  confirm: CONFIRMED,
  money: '1.200.000 đồng',
  'business-code': '5701234566',
}

/** A filled-in form as typed; `chosen` decides questions with choices, which otherwise take the first one. */
export function sampleValues(form: FormDefinition, chosen: Record<string, string> = {}): Record<string, string> {
  const values: Record<string, string> = {}
  for (let before = -1; before !== Object.keys(values).length;) {
    before = Object.keys(values).length
    const { data } = readAnswers(form, values, { today: TODAY })
    for (const spec of fieldsOf(form)) {
      if (isAsked(spec, data) && values[spec.name] === undefined) values[spec.name] = chosen[spec.name] ?? typed(spec)
    }
  }
  return values
}

function typed(spec: FieldSpec): string {
  if (spec.options) return spec.options[0]?.value ?? ''
  if (spec.kind === 'commune') return '06673'
  if (spec.kind === 'number') return String(Math.max(spec.min ?? 1, 1)).replace('.', ',')
  return TYPED[spec.kind] ?? ''
}
