import type { FieldSpec, FormDefinition } from '../../forms/index.ts'
import { fieldsOf, groupsOf } from '../../forms/index.ts'
import { GROUND_PAPER } from '../acting/ground-paper.ts'
import type { AskedPaper } from '../filing/filing.ts'
import type { ComponentInput } from '../filing/filing-input.ts'
import { sheetTexts as words } from './texts.ts'

/** A column of the sheet. `key` is the box of the form it fills, or what else it says. */
export type Column = { key: string; heading: string; isRequired: boolean } & (
  | {
      kind: 'answer'
      spec: FieldSpec
      /** Of a group: which one, and which entry of it. */ entry?: { group: string; index: number }
    }
  | { kind: 'place' }
  | { kind: 'number' }
  | { kind: 'paper'; paper: AskedPaper }
)

/** What a row calls itself, so that other sheets can name it. */
export const NUMBER_COLUMN = 'so-thu-tu'
export const PLACE_COLUMN = 'noi-giai-quyet'
/** Given once for all rows, when they are filed. */
export const PLEDGE = 'declaredTrue'
/** Entries of a group, such as members of a family, that a row shows at a glance; more stand in a sheet of their own. */
const MOST_ENTRIES = 3

type Asked = {
  form: Pick<FormDefinition, 'layout'>
  /** Names of questions that are answered already and cannot be changed. */
  locked: ReadonlySet<string>
  papers: readonly AskedPaper[]
  hasChoiceOfPlace: boolean
}

/** The columns of a procedure's sheet, in the order of its form; headings are all different. */
export function columnsOf({ form, locked, papers, hasChoiceOfPlace }: Asked): Column[] {
  const once = fieldsOf(form)
    .filter(({ name, kind }) => !locked.has(name) && !(kind === 'confirm' && name === PLEDGE))
    .flatMap((spec) => boxColumns(spec, spec.name, spec.label))
  const groups = groupsOf(form).flatMap(({ name, min, max, entry, fields }) =>
    Array.from({ length: Math.min(max, Math.max(min, MOST_ENTRIES)) }, (_, index) =>
      fields.flatMap((spec) =>
        boxColumns(spec, `${name}.${index}.${spec.name}`, words.entryHeading(entry, index + 1, spec.label)).map(
          (column) => ({
            ...column,
            isRequired: column.isRequired && index < min,
            entry: { group: name, index },
          }),
        ),
      ),
    ).flat(),
  )
  const place: Column[] = hasChoiceOfPlace
    ? [{ kind: 'place', key: PLACE_COLUMN, heading: words.placeHeading, isRequired: false }]
    : []
  const attached = papers
    .filter(({ eform }) => !eform)
    .map((paper, index): Column => {
      const heading = words.paperHeading(index + 1, paper.name)
      return { kind: 'paper', key: paperKey(paper), heading, isRequired: !paper.conditional, paper }
    })
  const isMore = groupsOf(form).some(({ max }) => max > MOST_ENTRIES)
  const number: Column[] = isMore
    ? [{ kind: 'number', key: NUMBER_COLUMN, heading: words.numberHeading, isRequired: false }]
    : []
  return distinct([...once, ...groups, ...place, ...groundColumn(form), ...attached, ...number])
}

/** The paper a right to file for another stands in: which one it is depends on the row. */
function groundColumn(form: Asked['form']): Column[] {
  if (!fieldsOf(form).some(({ name }) => name === 'capacity' || name === 'standing')) return []
  const paper = { code: GROUND_PAPER, name: words.groundHeading, conditional: true, eform: false }
  return [{ kind: 'paper', key: paperKey(paper), heading: paper.name, isRequired: false, paper }]
}

/** Trang ghi thêm: entries of one group for all rows, each naming its row. `columns` are keyed within an entry. */
export type EntrySheet = { group: string; name: string; entry: string; most: number; columns: Column[] }

export function entrySheetsOf(form: Asked['form']): EntrySheet[] {
  return groupsOf(form)
    .filter(({ max }) => max > MOST_ENTRIES)
    .map(({ name: group, entry, max, fields }, index) => ({
      group,
      name: words.entrySheet(index + 1, entry),
      entry,
      most: max,
      columns: distinct(fields.flatMap((spec) => boxColumns(spec, spec.name, spec.label))),
    }))
}

export function entryKey(group: string, index: number, key: string): string {
  return `${group}.${index}.${key}`
}

/** The columns of one row: those of the sheet, and its entries beyond them. */
export function columnsOfRow(
  { columns, entrySheets }: { columns: readonly Column[]; entrySheets: readonly EntrySheet[] },
  typed: Readonly<Record<string, unknown>>,
): Column[] {
  const known = new Set(columns.map(({ key }) => key))
  const more = entrySheets.flatMap(({ group, entry, most, columns: own }) =>
    Array.from({ length: most }, (_, index) =>
      own.flatMap((column): Column[] => {
        const key = entryKey(group, index, column.key)
        if (known.has(key) || column.kind !== 'answer' || !hasEntry(typed, group, index)) return []
        const heading = words.entryHeading(entry, index + 1, column.heading)
        return [{ ...column, key, heading, isRequired: false, entry: { group, index } }]
      }),
    ).flat(),
  )
  return [...columns, ...more]
}

export function hasEntry(typed: Readonly<Record<string, unknown>>, group: string, index: number): boolean {
  return Object.keys(typed).some((key) => key.startsWith(entryKey(group, index, '')))
}

export function paperKey({ code }: Pick<AskedPaper, 'code'>): string {
  return `giay-to:${code}`
}

export function componentOf({ code }: AskedPaper, fileIds: string[]): ComponentInput {
  return { componentCode: code, form: 'electronic', fileIds }
}

/** A place of residence takes two columns: commune and house. */
function boxColumns(spec: FieldSpec, key: string, label: string): Column[] {
  // Whether a conditional question must be answered depends on the row.
  const isRequired = spec.required && spec.when === undefined
  if (spec.kind !== 'place') return [{ kind: 'answer', key, heading: label, isRequired, spec }]
  const commune: Column = { kind: 'answer', key: `${key}.noi`, heading: words.communeHeading(label), isRequired, spec }
  if (spec.withoutDetail) return [commune]
  return [commune, { kind: 'answer', key: `${key}.chi-tiet`, heading: words.detailHeading(label), isRequired, spec }]
}

function distinct(columns: readonly Column[]): Column[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const heading = column.heading
      .replace(/\s+/g, ' ')
      .replace(/[?:]\s*$/, '')
      .trim()
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return { ...column, heading: times === 1 ? heading : `${heading} (${times})` }
  })
}
