import { fieldsIn, inOrderOfConditions, TICKED, type Condition } from '../condition.ts'
import { fieldsOf, groupsOf, type FieldSpec, type FormLayout } from '../form.ts'
import type { FaultCode, FormFault } from './faults.ts'
import { spotsOf, type Spot } from './spot.ts'

/** The question of the common pages whose choices are the procedure's own. */
const BY_PROCEDURE = 'caseCode'

type Placed = { when: Condition; spot: Spot; name: string; /** What it may look at. */ among: readonly FieldSpec[] }

/** Conditions on questions that are not there, on answers nobody can give, or that wait for one another. */
export function conditionFaults(layout: FormLayout, common: readonly FieldSpec[]): FormFault[] {
  const placed = conditionsOf(layout, [...fieldsOf({ layout }), ...common])
  const inGroups = new Set(spotsOf(layout).flatMap(({ section, spec }) => (section.repeat ? [spec.name] : [])))
  const found = placed.flatMap(({ when, spot, name, among }) =>
    leavesOf(when).flatMap((leaf): FormFault[] => {
      const code = leafFault(leaf, among, layout.application !== undefined, inGroups)
      return code ? [{ code, spot, name, facts: { question: named(leaf.field, among) } }] : []
    }),
  )
  return found.length > 0 ? found : circles(layout)
}

/** The condition of every page, section and question. In a group a question looks at the same entry only. */
function conditionsOf({ pages }: FormLayout, once: readonly FieldSpec[]): Placed[] {
  return pages.flatMap((page, pageNo) => [
    ...placedAt(page, { page: pageNo }, page.title, once),
    ...page.sections.flatMap((section, sectionNo) => {
      const at = { page: pageNo, section: sectionNo }
      const among = section.repeat ? section.fields : once
      return [
        ...placedAt(section, at, section.title ?? page.title, once),
        ...section.fields.flatMap((spec, field) =>
          [spec, spec.prefill ?? {}].flatMap((one) => placedAt(one, { ...at, field }, spec.label || spec.name, among)),
        ),
      ]
    }),
  ])
}

function placedAt({ when }: { when?: Condition }, spot: Spot, name: string, among: readonly FieldSpec[]): Placed[] {
  return when ? [{ when, spot, name, among }] : []
}

/** A question as people know it; one that is not there has its code alone. */
function named(name: string, among: readonly FieldSpec[]): string {
  return among.find((spec) => spec.name === name)?.label ?? name
}

type Leaf = Extract<Condition, { field: string }>

function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  if ('not' in condition) return leavesOf(condition.not)
  return [condition]
}

function leafFault(
  leaf: Leaf,
  among: readonly FieldSpec[],
  isApplication: boolean,
  inGroups: ReadonlySet<string>,
): FaultCode | undefined {
  if (isApplication && leaf.field === BY_PROCEDURE) return undefined
  const spec = among.find(({ name }) => name === leaf.field)
  if (!spec) return inGroups.has(leaf.field) ? 'question-of-a-group' : 'unknown-question'
  return canBe(leaf, spec) ? undefined : 'impossible-answer'
}

const COUNTED = ['number', 'money', 'year']

/** Whether the answer a condition looks for can be given at all. */
function canBe(leaf: Leaf, { kind, options = [] }: FieldSpec): boolean {
  if ('isAnswered' in leaf) return true
  if ('atLeast' in leaf || 'atMost' in leaf) return COUNTED.includes(kind)
  const words = 'is' in leaf ? [leaf.is] : leaf.isOneOf
  if (words.length === 0) return false
  if (kind === 'confirm') return words.every((word) => word === TICKED)
  if (kind === 'choice' || kind === 'choices') return words.every((word) => options.some(({ value }) => value === word))
  return kind !== 'place'
}

/** Questions that wait for one another, of the form and of each group; told once, at the first of them. */
function circles(layout: FormLayout): FormFault[] {
  const lists = [fieldsOf({ layout }), ...groupsOf({ layout }).map(({ fields }) => fields)]
  return lists.flatMap((fields): FormFault[] => {
    if (inOrderOfConditions(fields)) return []
    const names = new Set(fields.map(({ name }) => name))
    const first = fields.find(({ when }) => when && fieldsIn(when).some((name) => names.has(name)))
    const found = spotsOf(layout).find(({ spec }) => spec.name === first?.name)
    return [{ code: 'circle', spot: found?.spot ?? null, name: first?.label ?? '' }]
  })
}
