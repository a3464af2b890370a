import { comparisonWords } from '../comparison.texts.ts'
import { isAsked } from '../condition.ts'
import {
  fieldsOf,
  sectionsOf,
  waitingFor,
  type FieldSpec,
  type FormData,
  type FormDefinition,
  type PlacedSection,
} from '../form.ts'
import { kindOf } from '../kinds/kinds.ts'
import { entriesOf } from '../shown-answers.ts'
import { printLabels, printTexts } from '../officers.texts.ts'
import { fieldTexts } from '../texts.ts'

/** One thing on paper; `no` is set on forms whose questions are numbered. */
export type PrintedItem =
  | { as: 'line'; no: string; label: string; value: string }
  | { as: 'ticks'; no: string; label: string; options: { label: string; ticked: boolean }[] }
  | { as: 'table'; no: string; label: string; columns: string[]; rows: string[][] }

export type PrintedPart = { title: string; items: PrintedItem[] }

/** More columns than this do not fit the width of a page: entries then stand one under the other. */
const MOST_COLUMNS = 6
const MOST_TICKS = 8
/** Boxes to tick stand behind their question; longer lists are told by the answer given, as templates leave a line for it. */
const WIDEST_TICKS = 50

const COMMON: Readonly<Record<string, string>> = printLabels

/** The filled form as it stands on paper: every question that is asked, with dots where nothing was answered. */
export function printedParts(definition: FormDefinition, data: FormData): PrintedPart[] {
  const { pages, print } = definition.layout
  const once = fieldsOf(definition)
  let count = 0
  const next = () => {
    count += 1
    return print?.numbered === false ? '' : `${count}.`
  }
  return pages.flatMap((page) => {
    const items = sectionsOf(definition, page.id).flatMap((placed) => itemsOf(placed, data, next, once))
    return items.length === 0 ? [] : [{ title: page.title, items }]
  })
}

function itemsOf(
  { section, when }: PlacedSection,
  data: FormData,
  next: () => string,
  once: readonly FieldSpec[],
): PrintedItem[] {
  const { repeat, fields } = section
  const among = [...fields, ...once]
  if (!isAsked({ when }, data)) return []
  if (!repeat) {
    const asked = fields.filter((spec) => isPrinted(spec) && isAsked(waitingFor(spec, when), data))
    return asked.map((spec) => itemOf(spec, data, next(), among))
  }
  const entries = entriesOf(data, repeat.name)
  const label = section.title ?? repeat.entry
  if (fields.length <= MOST_COLUMNS) {
    const rows = entries.map((entry) => fields.map((spec) => shown(spec, entry)))
    return [{ as: 'table', no: next(), label, columns: fields.map(labelOf), rows }]
  }
  return entries.flatMap((entry, index) => {
    const heading: PrintedItem = { as: 'line', no: next(), label: fieldTexts.entry(repeat.entry, index + 1), value: '' }
    return [heading, ...fields.filter((spec) => isAsked(spec, entry)).map((spec) => itemOf(spec, entry, '', among))]
  })
}

/** What a person promises stands above their signature, not among the answers. */
function isPrinted({ kind, required }: FieldSpec): boolean {
  return kind !== 'confirm' || !required
}

function itemOf(spec: FieldSpec, answers: FormData, no: string, among: readonly FieldSpec[]): PrintedItem {
  const { kind, options = [] } = spec
  const label = labelOf(spec)
  const value = answers[spec.name]
  if (isTicked(spec, value)) {
    const chosen = Array.isArray(value) ? value : [value]
    return {
      as: 'ticks',
      no,
      label,
      options: options.map((one) => ({ label: one.label, ticked: chosen.includes(one.value) })),
    }
  }
  if (kind === 'confirm') return { as: 'ticks', no, label: '', options: [{ label, ticked: value === true }] }
  // Whoever writes on the dots by hand has nobody to hold the two answers against each other.
  const rules = value === undefined && spec.compared ? ` (${comparisonWords(spec.compared, among).join(', ')})` : ''
  return { as: 'line', no, label: label + rules, value: shown(spec, answers) }
}

function isTicked({ kind, options = [] }: FieldSpec, value: unknown): boolean {
  if (kind === 'choices') return options.length <= MOST_TICKS
  if (kind !== 'choice' || options.length > MOST_TICKS) return false
  return value === undefined || options.reduce((width, { label }) => width + label.length, 0) <= WIDEST_TICKS
}

function shown(spec: FieldSpec, answers: FormData): string {
  const value = answers[spec.name]
  return value === undefined || !isAsked(spec, answers) ? '' : kindOf(spec.kind).show(value, spec)
}

/** Questions on the screen are labels on paper, with a colon behind them. */
function labelOf({ name, printLabel, label }: FieldSpec): string {
  return printLabel ?? COMMON[name] ?? label.replace(/\?$/, '')
}

/** What the person pledges: the required ticks of the form, else the usual sentence. */
export function pledgeOf(definition: FormDefinition): string {
  if (definition.layout.print?.closing !== undefined) return definition.layout.print.closing
  const pledges = sectionsOf(definition).flatMap(({ section }) =>
    section.fields.filter(({ kind, required }) => kind === 'confirm' && required).map(labelOf),
  )
  return pledges.length > 0 ? `${pledges.join('. ')}.` : printTexts.pledge
}
