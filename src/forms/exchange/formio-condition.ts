import type { Condition } from '../condition.ts'
import { formioTexts as words } from '../officers.texts.ts'
import { asRaw, nameOf, noted, type Component, type Notes } from './formio-component.ts'

/** `conditional` of form.io, its older and its newer way; scripts are not taken over. */
export function conditionOf(component: Component, notes: Notes): Condition | undefined {
  const { raw } = component
  if (typeof raw.customConditional === 'string' && raw.customConditional.trim() !== '')
    noted(notes, component, words.script('customConditional'))
  const conditional = asRaw(raw.conditional)
  const isShown = conditional.show !== false && conditional.show !== 'false'
  const when = Array.isArray(conditional.conditions)
    ? ofList(component, conditional.conditions, conditional.conjunction === 'any', notes)
    : ofOne(conditional)
  if (conditional.json !== undefined) noted(notes, component, words.script('conditional.json'))
  if (!when) return undefined
  return isShown ? when : { not: when }
}

function ofOne({ when, eq }: Record<string, unknown>): Condition | undefined {
  if (typeof when !== 'string' || when === '' || eq === undefined || eq === null) return undefined
  return equal(when, eq)
}

function equal(component: string, value: unknown): Condition {
  const field = nameOf(component.split('.').at(-1) ?? component)
  if (value === '') return { field, isAnswered: false }
  return { field, is: value === true || value === 'true' ? 'yes' : String(value) }
}

function ofList(component: Component, list: unknown[], isAny: boolean, notes: Notes): Condition | undefined {
  const conditions = list.flatMap((one): Condition[] => {
    const { component: key, operator = 'isEqual', value } = asRaw(one)
    if (typeof key !== 'string') return []
    const field = nameOf(key.split('.').at(-1) ?? key)
    if (operator === 'isEqual' && value !== undefined) return [equal(key, value)]
    if (operator === 'isNotEqual' && value !== undefined) return [{ not: equal(key, value) }]
    if (operator === 'isEmpty') return [{ field, isAnswered: false }]
    if (operator === 'isNotEmpty') return [{ field, isAnswered: true }]
    if (operator === 'greaterThanOrEqual') return [{ field, atLeast: Number(value) }]
    if (operator === 'lessThanOrEqual') return [{ field, atMost: Number(value) }]
    noted(notes, component, words.operator(String(operator)))
    return []
  })
  const [only] = conditions
  if (conditions.length <= 1) return only
  return isAny ? { any: conditions } : { all: conditions }
}
