import type { GreyPage } from '../../reading/marks.ts'

const TILE_MM = 1.5
/** The edge of a page is shadow and the scanner's own. */
const MARGIN = 0.03
/** What is written, however blurred, makes tiles darker than their neighbours by more than this share. */
const LEAST_DARKER = 0.045
const MOST_SUCH = 0.0015
const LEAST_BRIGHT = 120

/**
 * Whether a sheet has nothing on it. Blurred writing is no blank sheet: brightness is compared tile by tile, which needs no sharp
 * edges. A dark picture is none either: something else lies there.
 */
export function looksBlank(page: GreyPage): boolean {
  const tile = Math.max(4, Math.round((TILE_MM * page.dpi) / 25.4))
  const { tiles, columns, rows } = tilesOf(page, tile)
  if (Math.max(...tiles) < LEAST_BRIGHT) return false
  let darker = 0
  for (let row = 1; row < rows - 1; row += 1) {
    for (let column = 1; column < columns - 1; column += 1) {
      const at = row * columns + column
      const around = [at - 1, at + 1, at - columns, at + columns].map((near) => tiles[near] ?? 0)
      if ((tiles[at] ?? 0) < Math.max(...around) * (1 - LEAST_DARKER)) darker += 1
    }
  }
  return darker / tiles.length <= MOST_SUCH
}

function tilesOf({ data, width, height }: GreyPage, tile: number) {
  const [x0, y0] = [Math.round(width * MARGIN), Math.round(height * MARGIN)]
  const columns = Math.floor((width - 2 * x0) / tile)
  const rows = Math.floor((height - 2 * y0) / tile)
  const tiles = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let y = 0; y < tile; y += 1) {
        const from = (y0 + row * tile + y) * width + x0 + column * tile
        for (let x = 0; x < tile; x += 1) sum += data[from + x] ?? 0
      }
      tiles[row * columns + column] = sum / (tile * tile)
    }
  }
  return { tiles, columns, rows }
}
