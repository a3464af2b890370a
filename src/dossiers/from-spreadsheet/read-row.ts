import { canonicalJson, sha256Hex } from '../../platform/journal/line.ts'
import { foldText } from '../../platform/text.ts'
import { isAsked, readAnswers, rootOf, TICKED, type FieldError } from '../../forms/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import { papersAskedOf } from '../acting/ground-paper.ts'
import type { AskedPaper } from '../filing/filing.ts'
import type { Cell } from '../../platform/spreadsheet/cell.ts'
import type { FilingInput, OmissionInput } from '../filing/filing-input.ts'
import { columnsOfRow, componentOf, PLEDGE, type Column } from './columns.ts'
import type { TypedRow } from './bundle.ts'
import { readCell } from './read-cell.ts'
import type { SheetForm } from './sheet-form.ts'
import { reasonOf, sheetTexts as words } from './texts.ts'

/** What is wrong with a row: with one of its cells, or as a whole. */
export type Fault = { key: string | null; message: string }

export type ReadRow = { input: FilingInput; faults: Fault[] }

/** Files by the names rows call them. */
export type FilesByName = ReadonlyMap<string, Pick<StoredFile, 'id' | 'sha256'>>

/** Reads one row as the form would have read it, with every fault at its cell. */
export function readRow(sheet: SheetForm, typed: TypedRow, files: FilesByName): ReadRow {
  const { form, held, procedure, units, today, places } = sheet
  const columns = columnsOfRow(sheet, typed)
  const faults = new Map<string, string>()
  const boxes: Record<string, string> = { ...held.suggested }
  for (const column of columns) {
    const cell = typed[column.key]
    if (column.kind !== 'answer' || !cell) continue
    const read = readCell(cell, column.spec)
    if ('fault' in read) faults.set(column.key, read.fault)
    else boxes[column.key] = read.text
  }
  const body = { ...boxes, ...held.locked, [PLEDGE]: TICKED }
  const answers = readAnswers(form, body, { today, places })
  const general: Fault[] = []
  for (const error of answers.errors) {
    const key = keyOf(error, columns)
    if (key === null) general.push({ key, message: error.message })
    else if (!faults.has(key)) faults.set(key, error.message)
  }
  if (faults.size === 0) for (const key of filledInVain(columns, typed, answers.data)) faults.set(key, words.notAsked)
  const unit = unitOf(typed, units)
  if (unit === null) faults.set('noi-giai-quyet', words.unknownUnit)
  const asked = papersAskedOf(procedure, answers.data)
  const handedIn = papersOfRow(columns, typed, files, { asked, faults })
  return {
    input: {
      procedureCode: procedure.code,
      ...(unit ? { competentUnitCode: unit } : {}),
      answers: answers.data,
      ...handedIn,
    },
    faults: [
      ...columns.flatMap(({ key }) => (faults.has(key) ? [{ key, message: faults.get(key) ?? '' }] : [])),
      ...general,
    ],
  }
}

/** The same content is the same dossier: what is declared, and what is in the files. */
export function contentSha256({ components, ...input }: FilingInput, files: FilesByName): string {
  const hashes = new Map([...files.values()].map(({ id, sha256 }) => [id, sha256]))
  const papers = components.map(({ componentCode, fileIds }) => ({
    componentCode,
    files: fileIds.map((id) => hashes.get(id) ?? id).toSorted(),
  }))
  return sha256Hex(canonicalJson({ ...input, papers }))
}

/** An error about a house number stands in the column for it; about a whole place, in the one for the commune. */
function keyOf({ field }: FieldError, columns: readonly Column[]): string | null {
  const exact = columns.find(({ key }) => key === field)
  const within =
    exact ??
    columns.find(({ key }) => key.startsWith(`${field}.`)) ??
    columns.find(({ key }) => rootOf(key) === rootOf(field))
  return within?.key ?? null
}

/** Cells that answer a question the other answers leave out: what stands there would be lost unsaid. */
function filledInVain(columns: readonly Column[], typed: TypedRow, data: Record<string, unknown>): string[] {
  return columns.flatMap((column) => {
    if (column.kind !== 'answer' || !typed[column.key] || column.entry) return []
    return isAsked(column.spec, data) ? [] : [column.key]
  })
}

/** Undefined: none named; null: named and unknown. */
function unitOf(typed: TypedRow, units: SheetForm['units']): string | null | undefined {
  const named = typed['noi-giai-quyet']
  if (!named) return undefined
  return units.find(({ name }) => foldText(name) === foldText(named.text))?.code ?? null
}

type HandedIn = Pick<FilingInput, 'components'> & { omitted: OmissionInput[] }

function papersOfRow(
  columns: readonly Column[],
  typed: TypedRow,
  files: FilesByName,
  { asked, faults }: { asked: readonly AskedPaper[]; faults: Map<string, string> },
): HandedIn {
  const handedIn: HandedIn = { components: [], omitted: [] }
  for (const column of columns) {
    if (column.kind !== 'paper') continue
    const cell = typed[column.key]
    const paper = asked.find(({ code }) => code === column.paper.code)
    const fault = whyNotReadPaper(paper, cell, files)
    if (fault !== undefined) faults.set(column.key, fault)
    else if (paper && cell) {
      const reason = reasonOf(cell.text)
      if (reason) handedIn.omitted.push({ componentCode: paper.code, reason })
      else handedIn.components.push(componentOf(paper, idsOf(cell.text, files)))
    }
  }
  return handedIn
}

/** `paper`: as this row's answers ask for it; nothing where they do not. */
function whyNotReadPaper(
  paper: AskedPaper | undefined,
  cell: Cell | undefined,
  files: FilesByName,
): string | undefined {
  if (!cell) return paper && !paper.conditional ? words.paperMissing : undefined
  if (!paper) return words.notAsked
  if (cell.kind === 'formula') return words.formula
  if (reasonOf(cell.text)) return undefined
  const unknown = namesIn(cell.text).filter((name) => !files.has(fileKey(name)))
  return unknown.length > 0 ? words.fileNotSent(unknown.join('; ')) : undefined
}

function idsOf(text: string, files: FilesByName): string[] {
  return [...new Set(namesIn(text).flatMap((name) => files.get(fileKey(name))?.id ?? []))]
}

/** Names stand apart by semicolons or on lines of their own: a comma may be part of a name. */
function namesIn(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** People type names of files in small and capital letters, and telephones compose letters otherwise. */
export function fileKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^.*[/\\]/s, '')
    .trim()
}
