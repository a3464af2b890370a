import { strToU8, zipSync } from 'fflate'
import { columnLetters } from './cell.ts'
import { MARK } from './read-workbook.ts'
import { STYLES, STYLE_NO, type CellStyle } from './workbook-styles.ts'
import { xmlText } from './xml-tags.ts'

export type WrittenCell = string | { text: string; style: CellStyle }

export type WrittenSheet = {
  name: string
  /** Width in letters, and how cells look that nobody has filled in. */
  columns: { width: number; style?: CellStyle }[]
  rows: WrittenCell[][]
  /** The first row stays in view. */
  frozen?: boolean
  hidden?: boolean
  /** Lists to choose from: cells of a column, from the second row to `lines`, take one of the cells of another sheet. */
  lists?: {
    column: number
    lines: number
    from: { sheet: string; column: number; first: number; last: number }
    isOpen: boolean
  }[]
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook (.xlsx) of text cells: what is typed stays as typed, numbers with a leading 0 and days included. */
export function writeWorkbook(sheets: readonly WrittenSheet[], mark?: string): Uint8Array {
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)])
  const files = Object.fromEntries([
    ['[Content_Types].xml', typesXml(sheets.length)],
    ['_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets, mark)],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...parts,
  ])
  // The same content is the same file, whenever it is made.
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(String(xml))])), {
    mtime: '2026-01-01',
  })
}

function workbookXml(sheets: readonly WrittenSheet[], mark: string | undefined): string {
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  )
  const named =
    mark === undefined
      ? ''
      : `<definedNames><definedName name="${MARK}" hidden="1">"${xmlText(mark).replaceAll('&quot;', '&quot;&quot;')}"</definedName></definedNames>`
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets>${named}</workbook>`
}

function relationsXml(relations: readonly (readonly [string, string])[]): string {
  const listed = relations.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`
}

function typesXml(sheets: number): string {
  const listed = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  )
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${listed.join('')}</Types>`
}

function sheetXml({ columns, rows, frozen, lists = [] }: WrittenSheet): string {
  const view = frozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : ''
  const widths = columns.map(
    ({ width, style = 'text' }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${STYLE_NO[style]}" customWidth="1"/>`,
  )
  const lines = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, column, index + 1)).join('')}</row>`,
  )
  const choices = lists.map(({ column, lines: last, from, isOpen }) => {
    const letters = columnLetters(from.column)
    const where = `'${from.sheet.replaceAll("'", "''")}'!$${letters}$${from.first}:$${letters}$${from.last}`
    const own = columnLetters(column)
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="${isOpen ? 0 : 1}" sqref="${own}2:${own}${last}"><formula1>${xmlText(where)}</formula1></dataValidation>`
  })
  const validations =
    choices.length === 0 ? '' : `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>`
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData>${validations}</worksheet>`
}

function cellXml(cell: WrittenCell, column: number, line: number): string {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'text' as const } : cell
  const reference = `${columnLetters(column)}${line}`
  if (text === '') return `<c r="${reference}" s="${STYLE_NO[style]}"/>`
  return `<c r="${reference}" s="${STYLE_NO[style]}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}
