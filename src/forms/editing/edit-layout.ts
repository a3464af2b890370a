import { foldText } from '../../platform/text.ts'
import { fieldsIn, type Condition } from '../condition.ts'
import type { FieldKind, FieldSpec, FormLayout, FormPage, FormSection } from '../form.ts'
import { fieldAt, pageAt, sectionAt, spotsOf, type Spot } from './spot.ts'

/** A layout after an edit, and where that is now. */
export type Edited = { layout: FormLayout; spot: Spot | undefined }

const swapped = <Item>(list: readonly Item[], at: number, change: (item: Item) => Item): Item[] =>
  list.map((item, index) => (index === at ? change(item) : item))
const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, index) => index !== at)
const withAt = <Item>(list: readonly Item[], at: number, item: Item): Item[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
]

export function changePage(layout: FormLayout, spot: Spot, change: (page: FormPage) => FormPage): FormLayout {
  pageAt(layout, spot)
  return { ...layout, pages: swapped(layout.pages, spot.page, change) }
}

export function changeSection(layout: FormLayout, spot: Spot, change: (one: FormSection) => FormSection): FormLayout {
  sectionAt(layout, spot)
  return changePage(layout, spot, (page) => ({ ...page, sections: swapped(page.sections, spot.section ?? -1, change) }))
}

/** Puts another question in a place; what named the old one names the new one. */
export function changeField(layout: FormLayout, spot: Spot, spec: FieldSpec): FormLayout {
  const old = fieldAt(layout, spot)
  const changed = changeSection(layout, spot, (section) => ({
    ...section,
    fields: swapped(section.fields, spot.field ?? -1, () => spec),
  }))
  return old.name === spec.name ? changed : renamed(changed, old.name, spec.name)
}

/** A new page at the end, with room for a question. */
export function addPage(layout: FormLayout, title: string): Edited {
  const id = freeName(title, 'trang', new Set(layout.pages.map((page) => page.id)))
  const pages = [...layout.pages, { id, title, sections: [{ fields: [] }] }]
  return { layout: { ...layout, pages }, spot: { page: pages.length - 1 } }
}

/** A new section at the end of a page; with `entry`, a group asked once for each of them. */
export function addSection(layout: FormLayout, spot: Spot, title: string, entry?: string): Edited {
  const section = pageAt(layout, spot).sections.length
  const repeat =
    entry === undefined ? {} : { repeat: { name: freeName(entry, 'nhom', namesIn(layout)), min: 1, max: 20, entry } }
  const added = { ...(title === '' ? {} : { title }), ...repeat, fields: [] }
  const changed = changePage(layout, spot, (page) => ({ ...page, sections: [...page.sections, added] }))
  return { layout: changed, spot: { page: spot.page, section } }
}

/** A new question at the end of a section. */
export function addField(layout: FormLayout, spot: Spot, kind: FieldKind, label: string): Edited {
  const field = sectionAt(layout, spot).fields.length
  const spec: FieldSpec = { name: freeName(label, 'muc', namesIn(layout)), kind, label, required: true }
  const changed = changeSection(layout, spot, (section) => ({ ...section, fields: [...section.fields, spec] }))
  return { layout: changed, spot: { ...spot, field } }
}

export function removeAt(layout: FormLayout, spot: Spot): Edited {
  const { page, section, field } = spot
  if (section === undefined) {
    pageAt(layout, spot)
    return { layout: { ...layout, pages: without(layout.pages, page) }, spot: undefined }
  }
  if (field === undefined) {
    sectionAt(layout, spot)
    const left = changePage(layout, spot, (one) => ({ ...one, sections: without(one.sections, section) }))
    return { layout: left, spot: { page } }
  }
  fieldAt(layout, spot)
  const left = changeSection(layout, spot, (one) => ({ ...one, fields: without(one.fields, field) }))
  return { layout: left, spot: { page, section } }
}

/** Moves one place up or down; at the edge of its section or page, into the neighbour. */
export function moveAt(layout: FormLayout, spot: Spot, by: 'earlier' | 'later'): Edited {
  const step = by === 'earlier' ? -1 : 1
  if (spot.section === undefined) {
    const to = spot.page + step
    if (!layout.pages[to]) return { layout, spot }
    const moved = withAt(without(layout.pages, spot.page), to, pageAt(layout, spot))
    return { layout: { ...layout, pages: moved }, spot: { page: to } }
  }
  return spot.field === undefined ? moveSection(layout, spot, step) : moveField(layout, spot, step)
}

function moveSection(layout: FormLayout, spot: Spot, step: -1 | 1): Edited {
  const moving = sectionAt(layout, spot)
  const within = (spot.section ?? 0) + step
  const stays = pageAt(layout, spot).sections[within] !== undefined
  const page = stays ? spot.page : spot.page + step
  const target = layout.pages[page]
  if (!target) return { layout, spot }
  const to = { page, section: stays ? within : step < 0 ? target.sections.length : 0 }
  const left = removeAt(layout, spot).layout
  const put = changePage(left, to, (one) => ({ ...one, sections: withAt(one.sections, to.section, moving) }))
  return { layout: put, spot: to }
}

function moveField(layout: FormLayout, spot: Spot, step: -1 | 1): Edited {
  const moving = fieldAt(layout, spot)
  const within = (spot.field ?? 0) + step
  const stays = sectionAt(layout, spot).fields[within] !== undefined
  const target = stays ? spot : neighbour(layout, spot, step)
  if (!target) return { layout, spot }
  const to = { ...target, field: stays ? within : step < 0 ? sectionAt(layout, target).fields.length : 0 }
  const left = removeAt(layout, spot).layout
  const put = changeSection(left, to, (one) => ({ ...one, fields: withAt(one.fields, to.field, moving) }))
  return { layout: put, spot: to }
}

/** The section before or after, on the next page if need be. */
function neighbour({ pages }: FormLayout, { page, section = 0 }: Spot, step: -1 | 1): Spot | undefined {
  const all = pages.flatMap((one, at) => one.sections.map((_, no) => ({ page: at, section: no })))
  return all[all.findIndex((one) => one.page === page && one.section === section) + step]
}

/** The layout with a question called otherwise wherever it is named. */
function renamed(layout: FormLayout, from: string, to: string): FormLayout {
  const inWhen = <Item extends { when?: Condition }>(item: Item): Item =>
    item.when && fieldsIn(item.when).includes(from) ? { ...item, when: renamedIn(item.when, from, to) } : item
  const pages = layout.pages.map((page) => ({
    ...inWhen(page),
    sections: page.sections.map((section) => ({
      ...inWhen(section),
      fields: section.fields.map((spec) => {
        const told = inWhen(spec)
        const filled = told.prefill ? { ...told, prefill: inWhen(told.prefill) } : told
        const compared = filled.compared?.map((one) => (one.field === from ? { ...one, field: to } : one))
        return {
          ...filled,
          ...(compared && { compared }),
          ...(filled.bornWith === from && { bornWith: to }),
        }
      }),
    })),
  }))
  return { ...layout, pages }
}

function renamedIn(condition: Condition, from: string, to: string): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => renamedIn(one, from, to)) }
  if ('any' in condition) return { any: condition.any.map((one) => renamedIn(one, from, to)) }
  if ('not' in condition) return { not: renamedIn(condition.not, from, to) }
  return condition.field === from ? { ...condition, field: to } : condition
}

function namesIn(layout: FormLayout): Set<string> {
  const groups = layout.pages.flatMap(({ sections }) => sections.flatMap(({ repeat }) => repeat?.name ?? []))
  return new Set([...groups, ...spotsOf(layout).map(({ spec }) => spec.name)])
}

const LONGEST_NAME = 40

/** A name made of words, not used yet: `Họ và tên` is `ho-va-ten`. */
function freeName(words: string, otherwise: string, taken: ReadonlySet<string>): string {
  const folded = foldText(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  const wanted = folded.slice(0, LONGEST_NAME).replace(/-+$/, '') || otherwise
  for (let no = 2, name = wanted; ; no += 1) {
    if (!taken.has(name)) return name
    name = `${wanted}-${no}`
  }
}
