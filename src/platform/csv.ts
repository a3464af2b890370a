import { readFile } from 'node:fs/promises'
import { nfc } from './text.ts'

/** Reads a CSV file with a header row (RFC 4180 quoting, UTF-8, LF); values are composed to NFC. */
export async function readCsv<Column extends string>(path: string): Promise<Record<Column, string>[]> {
  return csvRows(await readFile(path, 'utf8'))
}

/** The rows of a CSV text with a header row, by the names of its columns. */
export function csvRows<Column extends string>(text: string): Record<Column, string>[] {
  const [header = [], ...lines] = parseCsv(nfc(text))
  return lines.map(
    (line) => Object.fromEntries(header.map((column, index) => [column, line[index] ?? ''])) as Record<Column, string>,
  )
}

/** Cells by line. What sets them apart is a comma unless told: spreadsheet programs write what the machine's region says. */
export function parseCsv(text: string, separator = ','): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  const cell = cellPattern(separator)
  while (cell.lastIndex < text.length) {
    const start = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`CSV breaks at character ${start}`)
    const [, value = '', end] = match
    line.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end === separator) continue
    lines.push(line)
    line = []
  }
  if (line.length > 0) lines.push([...line, ''])
  return lines
}

/** A cell: quoted with doubled quotes inside, or everything up to a separator or line end. */
function cellPattern(separator: string): RegExp {
  return new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n][^${separator}\\r\\n]*|)(${separator}|\\r?\\n|$)`, 'y')
}
