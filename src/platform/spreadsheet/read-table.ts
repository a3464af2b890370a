import type { SheetTable } from './cell.ts'
import { Refusal } from '../refusal.ts'
import { readTextTable } from './read-text-table.ts'
import { readWorkbook } from './read-workbook.ts'
import { isZip } from './unpack.ts'

const OLD_WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * A sheet as somebody sent it, whatever it is called: a workbook (.xlsx), or a text with its columns apart (.csv). The content decides.
 * @throws Refusal `platform.sheet-old`, `-empty`, `-broken`, `-with-macros`, `-too-large`, `-not-a-sheet`
 */
export function readTable(bytes: Uint8Array, wanted: { sheet: string; mostRows: number }): SheetTable {
  if (bytes.length === 0) throw new Refusal('platform.sheet-empty')
  if (OLD_WORKBOOK.every((byte, index) => bytes[index] === byte)) throw new Refusal('platform.sheet-old')
  const table = isZip(bytes) ? readWorkbook(bytes, wanted) : readTextTable(bytes)
  if (table.rows.length === 0) throw new Refusal('platform.sheet-empty')
  if (table.rows.length > wanted.mostRows) {
    throw new Refusal('platform.sheet-too-many-rows', { count: table.rows.length - 1, limit: wanted.mostRows - 1 })
  }
  return table
}

/** A further sheet of a workbook by its name; without rows where there is none. The first was read and found sound. */
export function readFurtherTable(bytes: Uint8Array, wanted: { sheet: string; mostRows: number }): SheetTable {
  return isZip(bytes) ? readWorkbook(bytes, { ...wanted, byName: true }) : { rows: [], mark: undefined }
}
