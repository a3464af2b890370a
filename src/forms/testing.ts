import { fieldsIn, isAsked, TICKED, type Condition } from './condition.ts'
import { fieldsOf, groupsOf, sectionsOf, type FieldKind, type FieldSpec, type FormDefinition } from './form.ts'
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
  if (spec.example !== undefined) return spec.example
  if (spec.kind === 'number') return String(Math.max(spec.min ?? 1, 1)).replace('.', ',')
  return TYPED[spec.kind] ?? ''
}

/** An answer of each kind that cannot be right. */
export const WRONG: Record<FieldKind, string> = {
  text: 'x'.repeat(20_001),
  'long-text': 'x'.repeat(20_001),
  'personal-name': 'Trần 2',
  'personal-id': '022188',
  'old-id': '12',
  passport: 'số 1',
  date: '31/02/2026',
  'birth-date': '14/13/1988',
  month: '13/2003',
  year: '88',
  time: '25:00',
  phone: '12',
  email: 'thuhanh',
  address: 'x'.repeat(20_001),
  commune: '99999',
  place: 'không đâu cả',
  choice: 'không có',
  choices: 'không có',
  confirm: 'có lẽ',
  number: 'mười',
  money: 'mười',
  'business-code': '12',
}

/** Choices that make a condition hold, or not hold, with everything the questions it looks at wait for; nothing where none can. */
export function choicesFor(
  fields: readonly FieldSpec[],
  when: Condition,
  isHolding: boolean,
): Record<string, string> | undefined {
  const own = assigned(fields, when, isHolding)
  if (!own) return undefined
  // A question nobody is asked decides as one without an answer.
  const deciding = isHolding ? fields.filter(({ name }) => fieldsIn(when).includes(name) && name in own) : []
  return deciding.reduce<Record<string, string> | undefined>((made, spec) => {
    const before = spec.when && made ? choicesFor(fields, spec.when, true) : {}
    return made && before && { ...before, ...made }
  }, own)
}

function assigned(fields: readonly FieldSpec[], when: Condition, want: boolean): Record<string, string> | undefined {
  if ('not' in when) return assigned(fields, when.not, !want)
  const parts = 'all' in when ? when.all : 'any' in when ? when.any : undefined
  if (parts) {
    const each = parts.map((one) => assigned(fields, one, want))
    const needsEach = 'all' in when === want
    if (!needsEach) return each.find((one) => one !== undefined)
    return each.every((one) => one !== undefined) ? Object.assign({}, ...each) : undefined
  }
  if (!('is' in when) && !('isOneOf' in when)) return undefined
  const words = 'is' in when ? [when.is] : when.isOneOf
  const spec = fields.find(({ name }) => name === when.field)
  const offered = spec?.kind === 'confirm' ? [TICKED, ''] : (spec?.options ?? []).map(({ value }) => value)
  const word = offered.find((one) => words.includes(one) === want)
  return word === undefined ? undefined : { [when.field]: word }
}

/** Everything of a form that waits for other answers, with its condition and the questions that condition looks at. */
export function waitingIn(
  form: FormDefinition,
): { name: string; when: Condition; fields: readonly FieldSpec[]; group?: string }[] {
  const once = fieldsOf(form)
  const own = sectionsOf(form).flatMap(({ section: { repeat, fields }, when: around }) => {
    const group = repeat ? [{ name: repeat.name, when: around, fields: once }] : []
    const inside = repeat ? fields.map(({ name, when }) => ({ name, when, fields, group: repeat.name })) : []
    return [...group, ...inside]
  })
  const questions = once.map(({ name, when }) => ({ name, when, fields: once }))
  return [...questions, ...own].flatMap(({ when, ...one }) => (when ? [{ ...one, when }] : []))
}
