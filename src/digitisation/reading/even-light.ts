import type { GreyPage } from './marks.ts'

/** Points a side of the tiles in which the paper's own brightness is looked for. */
const TILE = 48
/** The brightest tenth of a tile is paper, as long as it is not all print. */
const PAPER = 0.9
/** A page whose darkest paper is this share of its brightest needs no mending; mending costs a little where there is none to do. */
const EVEN = 0.9
const WHITE = 245

/**
 * Takes a shadow off a page: recognisers draw one line between black and white for a whole page, and lose every word in its dark
 * part without a sign. Left as it is where the light is even.
 */
export function withEvenLight(page: GreyPage): GreyPage {
  const { data, width, height } = page
  const tiles = paperTones(page)
  const tones = tiles.tones.toSorted((a, b) => a - b)
  const [dark = 0, bright = 255] = [tones[Math.floor(tones.length * 0.05)], tones[Math.floor(tones.length * 0.95)]]
  if (dark >= bright * EVEN) return page
  const out = new Uint8Array(data.length)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 1)
      out[at] = Math.min(255, ((data[at] ?? 0) * WHITE) / Math.max(40, toneAt(tiles, x, y)))
  return { ...page, data: out }
}

type Tiles = { tones: Float64Array; across: number; down: number }

function paperTones({ data, width, height }: GreyPage): Tiles {
  const [across, down] = [Math.ceil(width / TILE), Math.ceil(height / TILE)]
  const tones = new Float64Array(across * down)
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      const counts = new Uint32Array(256)
      let all = 0
      for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y += 1)
        for (let x = column * TILE; x < Math.min(width, (column + 1) * TILE); x += 1, all += 1)
          counts[data[y * width + x] ?? 0]! += 1
      let tone = 255
      for (let above = 0; tone > 0 && above < all * (1 - PAPER); tone -= 1) above += counts[tone] ?? 0
      tones[row * across + column] = tone
    }
  return { tones, across, down }
}

/** Between the middles of the four tiles around. */
function toneAt({ tones, across, down }: Tiles, x: number, y: number): number {
  const [fx, fy] = [Math.min(across - 1, Math.max(0, x / TILE - 0.5)), Math.min(down - 1, Math.max(0, y / TILE - 0.5))]
  const [x0, y0] = [Math.floor(fx), Math.floor(fy)]
  const [x1, y1] = [Math.min(across - 1, x0 + 1), Math.min(down - 1, y0 + 1)]
  const at = (column: number, row: number) => tones[row * across + column] ?? 255
  const [dx, dy] = [fx - x0, fy - y0]
  return (at(x0, y0) * (1 - dx) + at(x1, y0) * dx) * (1 - dy) + (at(x0, y1) * (1 - dx) + at(x1, y1) * dx) * dy
}
