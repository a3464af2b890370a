/** When a question is asked, told by other answers. Without an answer nothing holds but `not` and `isAnswered: false`. */
export type Condition =
  | { field: string; is: string }
  | { field: string; isOneOf: string[] }
  | { field: string; isAnswered: boolean }
  | { field: string; atLeast: number }
  | { field: string; atMost: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/** A ticked box is compared as this word. */
export const TICKED = 'yes'

/** Whether a condition holds, given answers in their stored form. */
export function holds(condition: Condition, data: Record<string, unknown>): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, data))
  if ('any' in condition) return condition.any.some((one) => holds(one, data))
  if ('not' in condition) return !holds(condition.not, data)
  const value = data[condition.field]
  if ('isAnswered' in condition) return (value !== undefined) === condition.isAnswered
  if ('is' in condition) return says(value, condition.is)
  if ('isOneOf' in condition) return condition.isOneOf.some((one) => says(value, one))
  if (typeof value !== 'number') return false
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost
}

/** Whether a question is put, given the answers so far. */
export function isAsked({ when }: { when?: Condition | undefined }, data: Record<string, unknown>): boolean {
  return when === undefined || holds(when, data)
}

function says(value: unknown, word: string): boolean {
  if (Array.isArray(value)) return value.includes(word)
  if (value === true) return word === TICKED
  return value !== undefined && String(value) === word
}

export function both(first: Condition | undefined, second: Condition | undefined): Condition | undefined {
  if (!first || !second) return first ?? second
  return { all: [first, second] }
}

/** The questions a condition looks at. */
export function fieldsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsIn)
  if ('any' in condition) return condition.any.flatMap(fieldsIn)
  if ('not' in condition) return fieldsIn(condition.not)
  return [condition.field]
}

/** Questions in an order in which each comes after those that decide whether it is asked; nothing where they go in circles. */
export function inOrderOfConditions<Field extends { name: string; when?: Condition }>(
  fields: readonly Field[],
): Field[] | undefined {
  const ordered: Field[] = []
  const names = new Set(fields.map(({ name }) => name))
  const placed = new Set<string>()
  let left = [...fields]
  while (left.length > 0) {
    const waits = left.filter(({ when }) => when && fieldsIn(when).some((name) => names.has(name) && !placed.has(name)))
    if (waits.length === left.length) return undefined
    for (const field of left) {
      if (waits.includes(field)) continue
      ordered.push(field)
      placed.add(field.name)
    }
    left = waits
  }
  return ordered
}
