import type { RegisterLine } from './register.ts'
import { lineWords } from './line-words.ts'
import { columnWords as words } from './texts.ts'

const HEAD = [
  words.line,
  words.code,
  words.procedureCode,
  words.procedure,
  words.sets,
  words.applicant,
  words.address,
  words.phone,
  words.agency,
  words.received,
  words.due,
  words.returned,
  words.delivery,
  words.note,
]

/** The register as CSV (RFC 4180, UTF-8 with its mark, so that spreadsheets read Vietnamese), line by line. */
export async function* registerCsv(chunks: AsyncIterable<RegisterLine[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(HEAD)}`
  for await (const lines of chunks) yield lines.map((line) => csvLine(cellsOf(line))).join('')
}

function cellsOf(line: RegisterLine): string[] {
  const { received, due, returned, note } = lineWords(line)
  return [
    String(line.lineNo),
    line.dossierCode,
    line.procedure.code,
    line.procedure.name,
    String(line.sets),
    line.applicant,
    line.address ?? '',
    line.phone ?? '',
    line.agency,
    received,
    due,
    returned,
    line.delivery,
    note,
  ]
}

/** A cell that a spreadsheet would compute is made text by an apostrophe. */
function csvLine(cells: readonly string[]): string {
  const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
  return `${safe.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
