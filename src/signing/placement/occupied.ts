import type { Rect } from '../pdf/form.ts'

/** Points; finer than anything people see, coarse enough to search quickly. */
const CELL = 2

/** Which parts of a page are taken, as squares; asking for a rectangle costs the same whatever its size. */
export type Occupied = { isFree(rect: Rect): boolean }

/** `rects` lie on a page of this size whose lower left corner is the origin. */
export function occupied(page: { width: number; height: number }, rects: readonly Rect[]): Occupied {
  const columns = Math.max(1, Math.ceil(page.width / CELL))
  const rows = Math.max(1, Math.ceil(page.height / CELL))
  const taken = new Uint8Array(columns * rows)
  const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
  const cells = ([left, bottom, right, top]: Rect) => ({
    fromColumn: clamp(Math.floor(left / CELL), columns),
    toColumn: clamp(Math.ceil(right / CELL), columns),
    fromRow: clamp(Math.floor(bottom / CELL), rows),
    toRow: clamp(Math.ceil(top / CELL), rows),
  })
  for (const rect of rects) {
    const { fromColumn, toColumn, fromRow, toRow } = cells(rect)
    for (let row = fromRow; row < toRow; row++) taken.fill(1, row * columns + fromColumn, row * columns + toColumn)
  }
  // Sums of everything below and to the left: four of them give the count inside any rectangle.
  const sums = new Uint32Array((columns + 1) * (rows + 1))
  const at = (column: number, row: number) => row * (columns + 1) + column
  for (let row = 1; row <= rows; row++) {
    let inRow = 0
    for (let column = 1; column <= columns; column++) {
      inRow += taken[(row - 1) * columns + column - 1] ?? 0
      sums[at(column, row)] = (sums[at(column, row - 1)] ?? 0) + inRow
    }
  }
  const sum = (column: number, row: number) => sums[at(column, row)] ?? 0
  return {
    isFree(rect) {
      if (rect[0] < 0 || rect[1] < 0 || rect[2] > page.width || rect[3] > page.height) return false
      const { fromColumn, toColumn, fromRow, toRow } = cells(rect)
      return sum(toColumn, toRow) - sum(fromColumn, toRow) - sum(toColumn, fromRow) + sum(fromColumn, fromRow) === 0
    },
  }
}
