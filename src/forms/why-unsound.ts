import { commonPages } from './application-form.ts'
import { fieldsIn, inOrderOfConditions, TICKED, type Condition } from './condition.ts'
import { fieldsOf, groupsOf, type FieldSpec, type FormLayout } from './form.ts'
import { wholeAnswer } from './kinds/text.ts'
import { unsoundReasons } from './texts.ts'

/** The question of the common pages whose choices are the procedure's own. */
const BY_PROCEDURE: FieldSpec = { name: 'caseCode', kind: 'text', label: 'caseCode', required: true }

const ANYBODY = { id: '', version: 1, subjects: [], cases: [] }

/** What a layout says that cannot work; undefined when it is sound. */
export function whyUnsound(own: FormLayout): string | undefined {
  const common = own.application ? commonPages(ANYBODY, own.application.behalf) : { before: [], after: [] }
  const layout = { pages: [...common.before, ...own.pages, ...common.after] }
  const fields = [...fieldsOf({ layout }), ...(own.application ? [BY_PROCEDURE] : [])]
  const groups = groupsOf({ layout })
  const names = [...fields, ...groups].map(({ name }) => name)
  if (new Set(names).size < names.length) return unsoundReasons.sameName
  if (new Set(layout.pages.map((page) => page.id)).size < layout.pages.length) return unsoundReasons.samePage
  const reason = whyFieldsUnsound(fields)
  if (reason) return reason
  for (const group of groups) {
    const label = group.title ?? group.entry
    if (group.min > group.max) return unsoundReasons.badBounds(label)
    if (new Set(group.fields.map(({ name }) => name)).size < group.fields.length) return unsoundReasons.sameName
    if (group.when && !canTell(group.when, fields)) return unsoundReasons.strangeField(label)
    const inside = whyFieldsUnsound(group.fields)
    if (inside) return inside
  }
  return undefined
}

/** Of the questions of a form, or of one entry of a group: what they wait for is among them. */
function whyFieldsUnsound(fields: FieldSpec[]): string | undefined {
  for (const spec of fields) {
    const isChosen = spec.kind === 'choice' || spec.kind === 'choices'
    const values = (spec.options ?? []).map(({ value }) => value)
    if (isChosen && values.length === 0) return unsoundReasons.noOptions(spec.label)
    if (new Set(values).size < values.length) return unsoundReasons.sameOption(spec.label)
    if (spec.min !== undefined && spec.max !== undefined && spec.min > spec.max)
      return unsoundReasons.badBounds(spec.label)
    if (spec.pattern !== undefined && !isPattern(spec.pattern)) return unsoundReasons.badPattern(spec.label)
    const strangePerson = spec.bornWith !== undefined && !fields.some(({ name }) => name === spec.bornWith)
    if (strangePerson || (spec.when && !canTell(spec.when, fields))) return unsoundReasons.strangeField(spec.label)
  }
  const waiting = fields.find(({ when }) => when !== undefined)
  return inOrderOfConditions(fields) ? undefined : unsoundReasons.circle(waiting?.label ?? '')
}

/** Whether the answers a condition looks for can be given at all. */
function canTell(condition: Condition, fields: readonly FieldSpec[]): boolean {
  if ('all' in condition) return condition.all.every((one) => canTell(one, fields))
  if ('any' in condition) return condition.any.every((one) => canTell(one, fields))
  if ('not' in condition) return canTell(condition.not, fields)
  const [name] = fieldsIn(condition)
  const spec = fields.find((other) => other.name === name)
  if (!spec) return false
  if ('isAnswered' in condition) return true
  if ('atLeast' in condition || 'atMost' in condition) return ['number', 'money', 'year'].includes(spec.kind)
  const words = 'is' in condition ? [condition.is] : condition.isOneOf
  if (spec.kind === 'confirm') return words.every((word) => word === TICKED)
  if (spec.kind === 'choice' || spec.kind === 'choices')
    return words.every((word) => spec.options?.some(({ value }) => value === word))
  return spec.kind !== 'place'
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(wholeAnswer(pattern), 'u').unicode
  } catch {
    return false
  }
}
