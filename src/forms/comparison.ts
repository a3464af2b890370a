import type { FieldKind, FieldSpec, FormData } from './form.ts'

export const ORDERS = ['after', 'not-before', 'before', 'not-after'] as const
export type Order = (typeof ORDERS)[number]

/** So với câu khác: how an answer stands to another one, such as hết hạn sau ngày cấp. Of amounts `after` is more, `before` less. */
export type Comparison = { field: string; is: Order }

/** What answers tell: only those of one measure can be held against each other. */
export type Measure = 'day' | 'time' | 'amount'

const MEASURES: Partial<Record<FieldKind, Measure>> = {
  date: 'day',
  'birth-date': 'day',
  month: 'day',
  year: 'day',
  time: 'time',
  number: 'amount',
  money: 'amount',
}

export function measureOf(kind: FieldKind): Measure | undefined {
  return MEASURES[kind]
}

const HOLDS: Record<Order, (difference: number) => boolean> = {
  after: (difference) => difference > 0,
  'not-before': (difference) => difference >= 0,
  before: (difference) => difference < 0,
  'not-after': (difference) => difference <= 0,
}

/** Questions and their answers that a question may be compared with. */
export type Known = { fields: readonly FieldSpec[]; data: FormData }
export type Broken = { is: Order; other: FieldSpec; value: unknown }

/** The first comparison an answer does not stand up to; the same entry of a group comes before the form around it. */
export function brokenComparison(spec: FieldSpec, value: unknown, known: readonly Known[]): Broken | undefined {
  for (const { field, is } of spec.compared ?? []) {
    const at = known.find(({ fields }) => fields.some(({ name }) => name === field))
    const other = at?.fields.find(({ name }) => name === field)
    const difference = other && differenceOf(spec.kind, value, at?.data[field])
    if (other && difference !== undefined && !HOLDS[is](difference)) return { is, other, value: at?.data[field] }
  }
  return undefined
}

/** Nothing where it cannot be told: a year says nothing of the months and days in it. */
function differenceOf(kind: FieldKind, one: unknown, other: unknown): number | undefined {
  if (one === undefined || other === undefined) return undefined
  if (measureOf(kind) === 'amount') return Number(one) - Number(other)
  const [first, second] = [String(one), String(other)]
  const length = Math.min(first.length, second.length)
  const [a, b] = [first.slice(0, length), second.slice(0, length)]
  if (a === b) return first.length === second.length ? 0 : undefined
  return a < b ? -1 : 1
}
