import { isDeepStrictEqual } from 'node:util'
import type { FieldSpec, FormLayout, FormPage, FormSection } from '../form.ts'
import { spotsOf } from './spot.ts'

/** What of a question a reader compares, in the order of the editor. */
export const QUESTION_PARTS = [
  'label',
  'kind',
  'required',
  'hint',
  'help',
  'options',
  'when',
  'asked',
  'example',
  'min',
  'max',
  'decimals',
  'unit',
  'minLength',
  'maxLength',
  'pattern',
  'patternHint',
  'past',
  'compared',
  'bornWith',
  'withoutDetail',
  'prefill',
  'printLabel',
  'autoComplete',
  'en',
] as const satisfies (keyof FieldSpec)[]
export const PAGE_PARTS = ['title', 'intro', 'when', 'en'] as const satisfies (keyof FormPage)[]
export const SECTION_PARTS = ['title', 'intro', 'when', 'repeat', 'en'] as const satisfies (keyof FormSection)[]
export const FORM_PARTS = ['application', 'template', 'print'] as const satisfies (keyof FormLayout)[]
export type FormPart =
  | (typeof QUESTION_PARTS)[number]
  | (typeof SECTION_PARTS)[number]
  | (typeof FORM_PARTS)[number]
  | 'place'
  | 'order'

/** One thing that differs between two layouts; `name` is the label or title people know it by. */
export type FormChange = {
  of: 'form' | 'page' | 'section' | 'question'
  name: string
} & ({ what: 'added' | 'removed' } | { what: 'changed'; part: FormPart; before: unknown; after: unknown })

/** What differs: the form itself, its pages, sections and questions; questions are the same by name, wherever they stand. */
export function differenceOf(before: FormLayout, after: FormLayout): FormChange[] {
  return [
    ...partsThatDiffer('form', '', FORM_PARTS, before, after),
    ...listDifference(
      'page',
      byKey(before.pages, ({ id }) => id),
      byKey(after.pages, ({ id }) => id),
      PAGE_PARTS,
      titleOf,
    ),
    ...listDifference('section', sections(before), sections(after), SECTION_PARTS, titleOf),
    ...orderDifference(before, after),
    ...listDifference(
      'question',
      questions(before),
      questions(after),
      [...QUESTION_PARTS, 'place'],
      ({ label }) => label,
    ),
  ]
}

function listDifference<Item extends object, Part extends FormPart & keyof Item>(
  of: FormChange['of'],
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
  parts: readonly Part[],
  nameOf: (item: Item) => string,
): FormChange[] {
  const changed = [...after].flatMap(([key, item]): FormChange[] => {
    const old = before.get(key)
    return old ? partsThatDiffer(of, nameOf(item), parts, old, item) : [{ of, name: nameOf(item), what: 'added' }]
  })
  const removed = [...before].filter(([key]) => !after.has(key))
  return [...changed, ...removed.map(([, item]): FormChange => ({ of, name: nameOf(item), what: 'removed' }))]
}

function partsThatDiffer<Item extends object, Part extends FormPart & keyof Item>(
  of: FormChange['of'],
  name: string,
  parts: readonly Part[],
  old: Item,
  item: Item,
): FormChange[] {
  return parts
    .filter((part) => !isDeepStrictEqual(old[part], item[part]))
    .map((part) => ({ of, name, what: 'changed', part, before: old[part], after: item[part] }))
}

/** Sections whose questions, and the form if its pages, come in another order; what is new or gone does not count. */
function orderDifference(before: FormLayout, after: FormLayout): FormChange[] {
  const [old, now] = [sections(before), sections(after)]
  const ordered = [...now].flatMap(([key, section]) => {
    const was = old.get(key)?.fields ?? []
    return orderChange(
      'section',
      titleOf(section),
      inBoth(was, section.fields, nameOf),
      inBoth(section.fields, was, nameOf),
    )
  })
  const [pagesBefore, pagesAfter] = [inBoth(before.pages, after.pages, idOf), inBoth(after.pages, before.pages, idOf)]
  return [...orderChange('form', '', pagesBefore, pagesAfter), ...ordered]
}

function orderChange(
  of: FormChange['of'],
  name: string,
  before: readonly (FieldSpec | FormPage)[],
  after: readonly (FieldSpec | FormPage)[],
): FormChange[] {
  const keys = (list: typeof before) => list.map((one) => ('id' in one ? one.id : one.name))
  if (isDeepStrictEqual(keys(before), keys(after))) return []
  const words = (list: typeof before) => list.map((one) => ('label' in one ? one.label : one.title))
  return [{ of, name, what: 'changed', part: 'order', before: words(before), after: words(after) }]
}

const nameOf = ({ name }: FieldSpec) => name
const idOf = ({ id }: FormPage) => id
function inBoth<Item>(list: readonly Item[], others: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const keys = new Set(others.map(keyOf))
  return list.filter((item) => keys.has(keyOf(item)))
}

const titleOf = ({ title }: { title?: string }) => title ?? ''
const byKey = <Item>(list: readonly Item[], keyOf: (item: Item) => string) =>
  new Map(list.map((item) => [keyOf(item), item]))

/** Sections have no name of their own: a group has one, others are known by page and title, or by page and number. */
function sections({ pages }: FormLayout): Map<string, FormSection> {
  return byKey(
    pages.flatMap((page) =>
      page.sections.map((section, no) => ({ ...section, key: `${page.id}/${section.title ?? no}` })),
    ),
    ({ key, repeat }) => repeat?.name ?? key,
  )
}

/** A question of a group is one of that group, whatever others are called. Its place is the section it stands in. */
function questions(layout: FormLayout): Map<string, FieldSpec & { place: string }> {
  const all = spotsOf(layout).map(({ page, section, spec }) => ({
    key: `${section.repeat?.name ?? ''}.${spec.name}`,
    item: { ...spec, place: [page.title, section.title].filter(Boolean).join(' › ') },
  }))
  return new Map(all.map(({ key, item }) => [key, item]))
}
