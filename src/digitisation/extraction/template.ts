import file from '../../../data/digitisation/templates.json' with { type: 'json' }
import type { FieldKind } from '../../forms/index.ts'
import type { ClosedList, Vocabulary } from './closed-lists.ts'

export type Area = { left: number; top: number; right: number; bottom: number }

/** Where a value is looked for, and what it must be. */
export type TemplateField = {
  name: string
  /** How it is called on screen. */
  words: string
  kind: FieldKind
  /** Labels it may stand behind, as printed. */
  label?: string[]
  /** Only below this label and in its column, or behind it: "năm sinh" under the mother's name is the mother's. */
  under?: string
  /** In a table: the heading of its row and of its column. */
  cell?: string[]
  /** Where on the page it stands, as shares of its width and height: for papers without labels. */
  area?: Area
  /** What has no label: the last or first date in "…, ngày 13 tháng 5 năm 2026", the office at the head, who signed. */
  find?: 'date-line' | 'first-date-line' | 'issuer' | 'signer' | 'left-signer'
  /** The part of what is printed that is the value (a regular expression). */
  part?: string
  /** The only values there are. */
  options?: string[]
  /** Values of a list that others may join: one that is not on it is only less sure. */
  list?: ClosedList
  /** Words its kind of value is made of: what is one of them but for its marks was printed so. */
  vocabulary?: Vocabulary
  /** Not every paper of the kind bears it, or bears it legibly: where it is not found nobody is asked for it. */
  optional?: boolean
  /** Says in words what this field says in figures. */
  tells?: string
}

/** Names of the fields that tell of one person. */
export type PersonFields = { personalId: string; bornOn?: string; sex?: string }

/** Mẫu bóc tách: how a kind of paper is known and what is taken off it. `type` is that of the vault where it has one. */
export type ExtractionTemplate = {
  type: string
  name: string
  title: string[]
  fields: TemplateField[]
  people?: PersonFields[]
}

export const templates: readonly ExtractionTemplate[] = file.templates as ExtractionTemplate[]

/** What papers of authorities bear whatever they are (Decree 30/2020, annex I): taken off papers of no known kind. */
export const anyPaper: ExtractionTemplate = { type: '', name: '', title: [], fields: file.anyPaper as TemplateField[] }
