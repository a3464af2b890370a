import { isAsked } from './condition.ts'
import { fieldsOf, groupsOf, type FieldKind, type FieldSpec, type FormDefinition } from './form.ts'
import { BETWEEN_TICKS, CONFIRMED } from './kinds/choices.ts'
import type { PlaceBook } from './kinds/place-book.ts'
import { readAnswers } from './read-answers.ts'
import type { Values } from './reading.ts'

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
  year: '2020',
  time: '07:30',
  phone: '0912 000 512',
  email: 'thuhanh@example.com',
  address: 'Số 12, đường Hậu Cần',
  commune: '06673',
  confirm: CONFIRMED,
  money: '1.200.000 đồng',
  'business-code': '5701234566',
}

export type Sample = {
  today: string
  places?: PlaceBook
  /** Decides questions with choices, which otherwise take the first one. */
  chosen?: Record<string, string>
}

/** A filled-in form as typed, with one entry in every group that is asked for. */
export function sampleValues(form: FormDefinition, { today, places, chosen = {} }: Sample): Values {
  const values: Values = {}
  for (let before = -1; before !== Object.keys(values).length;) {
    before = Object.keys(values).length
    const { data } = readAnswers(form, values, { today, places })
    for (const spec of fieldsOf(form)) {
      if (isAsked(spec, data)) put(values, spec.name, spec, chosen[spec.name])
    }
    for (const group of groupsOf(form)) {
      if (!isAsked(group, data)) continue
      values[group.name] ??= '1'
      const entry = (data[group.name] as Record<string, unknown>[] | undefined)?.[0] ?? {}
      for (const spec of group.fields) {
        if (isAsked(spec, entry)) put(values, `${group.name}.0.${spec.name}`, spec, chosen[spec.name])
      }
    }
  }
  return values
}

function put(values: Values, path: string, spec: FieldSpec, chosen: string | undefined): void {
  if (spec.kind !== 'place') {
    values[path] ??= chosen ?? typed(spec)
    return
  }
  values[`${path}.noi`] ??= 'phường Bãi Cháy, Quảng Ninh'
  if (!spec.withoutDetail) values[`${path}.chi-tiet`] ??= 'số 12, đường Hậu Cần'
}

function typed(spec: FieldSpec): string {
  if (spec.kind === 'choices') return (spec.options ?? []).map(({ value }) => value).join(BETWEEN_TICKS)
  if (spec.options) return spec.options[0]?.value ?? ''
  if (spec.pattern !== undefined) return spec.example ?? ''
  if (spec.kind === 'number') return String(Math.max(spec.min ?? 1, 1)).replace('.', ',')
  return TYPED[spec.kind] ?? ''
}
