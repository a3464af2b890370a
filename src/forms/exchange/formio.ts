import { Refusal } from '../../platform/refusal.ts'
import { both, type Condition } from '../condition.ts'
import type { FieldSpec, FormLayout, FormPage, FormSection } from '../form.ts'
import { formioTexts as words } from '../officers.texts.ts'
import { whyUnsound } from '../why-unsound.ts'
import { parsed } from './form-file.ts'
import {
  asComponent,
  asRaw,
  componentsOf,
  isHidden,
  labelOf,
  noted,
  type Component,
  type Notes,
} from './formio-component.ts'
import { conditionOf } from './formio-condition.ts'
import { fieldOf } from './formio-field.ts'

/** What a form of form.io became, and everything in it that could not be taken over. */
export type FromFormio = { layout: FormLayout; notes: Notes }

/** Reads a form of form.io: its components become questions, panels pages or sections, grids groups. Nothing is dropped silently. */
export function importFormio(text: string): FromFormio {
  const root = parsed(text)
  const components = componentsOf(root)
  if (components.length === 0) throw new Refusal('forms.unreadable-file')
  const notes: Notes = []
  const isWizard = (root as { display?: unknown }).display === 'wizard'
  const panels = components.filter(({ type }) => type === 'panel')
  const pages =
    isWizard && panels.length > 0
      ? components.map((panel, index) => pageOf(panel, index, notes))
      : [pageOf(asComponent({ ...asRaw(root), type: 'panel', title: titleOf(root) }), 0, notes)]
  const named = unlikeNames(
    pages.filter(({ sections }) => sections.length > 0),
    notes,
  )
  const layout: FormLayout = { pages: withoutStrangeConditions(named, notes) }
  if (layout.pages.length === 0) throw new Refusal('forms.unreadable-file')
  const reason = whyUnsound(layout)
  if (reason) throw new Refusal('forms.unsound', { reason })
  return { layout, notes }
}

function titleOf(root: unknown): string {
  const { title } = root as { title?: unknown }
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : words.onePage
}

function pageOf(panel: Component, index: number, notes: Notes): FormPage {
  const inside = panel.type === 'panel' ? componentsOf(panel.raw) : [panel]
  const when = conditionOf(panel, notes)
  return {
    id: `trang-${index + 1}`,
    title: labelOf(panel) || `${words.onePage} ${index + 1}`,
    ...(when ? { when } : {}),
    sections: sectionsOf(inside, undefined, notes),
  }
}

/** Boxes that only lay out are passed through; titled ones begin a section, grids become groups. */
function sectionsOf(components: Component[], title: string | undefined, notes: Notes): FormSection[] {
  const sections: FormSection[] = []
  const current = (): FormSection => {
    const last = sections.at(-1)
    if (last && !last.repeat && last.title === title && last.when === undefined) return last
    const made: FormSection = { ...(title === undefined ? {} : { title }), fields: [] }
    sections.push(made)
    return made
  }
  for (const component of components) {
    if (isHidden(component)) noted(notes, component, words.hidden)
    else if (component.type === 'panel' || component.type === 'fieldset' || component.type === 'well') {
      const when = conditionOf(component, notes)
      const own = sectionsOf(componentsOf(component.raw), labelOf(component) || title, notes)
      sections.push(...own.map((section) => underneath(section, when)))
    } else if (component.type === 'columns' || component.type === 'table' || component.type === 'container') {
      if (component.type === 'container') noted(notes, component, words.container)
      const inner = sectionsOf(innerOf(component), title, notes)
      for (const section of inner) {
        if (section.repeat || section.when) sections.push(section)
        else current().fields.push(...section.fields)
      }
    } else if (component.type === 'datagrid' || component.type === 'editgrid') {
      const group = groupOf(component, notes)
      if (group) sections.push(group)
    } else if (component.type === 'button') noted(notes, component, words.button)
    else {
      const field = fieldOf(component, notes)
      if (field) current().fields.push(field)
    }
  }
  return sections.filter(({ fields }) => fields.length > 0)
}

/** A section that waits for what its box waits for besides. */
function underneath(section: FormSection, when: Condition | undefined): FormSection {
  const own = both(when, section.when)
  return own === undefined ? section : { ...section, when: own }
}

function innerOf({ raw, type }: Component): Component[] {
  if (type === 'columns') return listOf(raw.columns).flatMap(componentsOf)
  if (type === 'table') return listOf(raw.rows).flatMap((row) => (Array.isArray(row) ? row.flatMap(componentsOf) : []))
  return componentsOf(raw)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

const MOST_ENTRIES = 20

function groupOf(grid: Component, notes: Notes): FormSection | undefined {
  const inside = sectionsOf(componentsOf(grid.raw), undefined, notes)
  const fields: FieldSpec[] = inside.filter(({ repeat }) => !repeat).flatMap(({ fields: own }) => own)
  if (inside.some(({ repeat }) => repeat)) noted(notes, grid, words.nestedGrid)
  if (fields.length === 0) return undefined
  const { minLength, maxLength, required } = grid.validate
  const min = typeof minLength === 'number' ? minLength : required === true ? 1 : 0
  const max = typeof maxLength === 'number' ? maxLength : Math.max(MOST_ENTRIES, min)
  if (typeof maxLength !== 'number') noted(notes, grid, words.noMaximum(max))
  const when = conditionOf(grid, notes)
  const label = labelOf(grid)
  return { title: label, ...(when ? { when } : {}), repeat: { name: grid.name, min, max, entry: words.entry }, fields }
}

/** Two components of one key become two questions. */
function unlikeNames(pages: FormPage[], notes: Notes): FormPage[] {
  const taken = new Set<string>()
  const free = (name: string, label: string): string => {
    let own = name
    for (let no = 2; taken.has(own); no += 1) own = `${name}_${no}`
    if (own !== name) notes.push({ component: label, what: words.renamed(name, own) })
    taken.add(own)
    return own
  }
  return pages.map((page) => ({
    ...page,
    sections: page.sections.map((section) => {
      if (section.repeat)
        return { ...section, repeat: { ...section.repeat, name: free(section.repeat.name, section.title ?? '') } }
      return { ...section, fields: section.fields.map((spec) => ({ ...spec, name: free(spec.name, spec.label) })) }
    }),
  }))
}

/** Conditions about what was not taken over are given up, and said. */
function withoutStrangeConditions(pages: FormPage[], notes: Notes): FormPage[] {
  const once = pages.flatMap(({ sections }) => sections.filter(({ repeat }) => !repeat).flatMap(({ fields }) => fields))
  const sound = <Waiting extends { when?: FieldSpec['when'] }>(
    one: Waiting,
    label: string,
    beside: FieldSpec[],
  ): Waiting => {
    if (!one.when || isTold(one.when, beside)) return one
    notes.push({ component: label, what: words.conditionLost })
    const { when: _lost, ...rest } = one
    return rest as Waiting
  }
  return pages.map((page) => ({
    ...sound(page, page.title, once),
    sections: page.sections.map((section) => ({
      ...sound(section, section.title ?? '', once),
      fields: section.fields.map((spec) => sound(spec, spec.label, section.repeat ? section.fields : once)),
    })),
  }))
}

function isTold(when: NonNullable<FieldSpec['when']>, fields: FieldSpec[]): boolean {
  const asked: FieldSpec = { name: 'asked', kind: 'text', label: 'asked', required: false, when }
  const others = fields.map(({ when: _waits, ...spec }) => spec).filter(({ name }) => name !== 'asked')
  return whyUnsound({ pages: [{ id: 'p', title: 'p', sections: [{ fields: [...others, asked] }] }] }) === undefined
}
