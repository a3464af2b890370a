import { parseCsv } from '../csv.ts'
import { Refusal } from '../refusal.ts'
import { nfc } from '../text.ts'
import type { Cell, SheetTable } from './cell.ts'

/** Reads a text whose columns are set apart by commas, semicolons or tabs, in UTF-8, UTF-16 or the Windows code page of Vietnamese. */
export function readTextTable(bytes: Uint8Array): SheetTable {
  const text = nfc(decoded(bytes))
  // A picture or a program has zero bytes; nobody types those.
  if (text.includes('\0')) throw new Refusal('platform.sheet-not-a-sheet')
  const rows = linesOf(text).map((line, index) => ({ line: index + 1, cells: cellsOf(line) }))
  return { rows: rows.filter(({ cells }) => cells.size > 0), mark: undefined }
}

function linesOf(text: string): string[][] {
  try {
    return parseCsv(text, separatorOf(text))
  } catch {
    // A quotation mark without its partner.
    throw new Refusal('platform.sheet-broken')
  }
}

function cellsOf(line: readonly string[]): Map<number, Cell> {
  return new Map(
    line.flatMap((text, index): [number, Cell][] =>
      text.trim() === '' ? [] : [[index, { kind: 'text', text: text.trim() }]],
    ),
  )
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1258').decode(bytes)
  }
}

/** What sets the columns of the first line apart, outside quotes: Excel takes what the machine's region says. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1)
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
