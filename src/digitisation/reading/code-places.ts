import sharp from 'sharp'
import { marksOf } from './marks.ts'
import type { Box } from './recogniser.ts'

/** A picture, one byte a point. */
export type Grey = { data: Uint8Array; width: number; height: number }

/** Points a side of the cells a picture is looked at in, and cells a side of the least square a code fills. */
const CELL = 6
const LEAST = 9
/** A cell is dark when it is less than this of the brightest around it, so many cells away. */
const DARK = 0.9
const AROUND = 16
/** Of its cells; lines of text fill half, the white between them stays. */
const FULL = 0.85
/** Points kept around a place: a code needs white at its sides. */
const MARGIN = 72
/** What is longer, as the table around a sheet, is no code and no card that bears one. */
const LONGEST = 1_100

/** Where something fills a square as codes do: so little of a page that it can be looked at enlarged. */
export async function codePlaces(grey: Grey): Promise<Box[]> {
  const { data, info } = await sharp(grey.data, { raw: { width: grey.width, height: grey.height, channels: 1 } })
    .resize({ width: Math.ceil(grey.width / CELL), height: Math.ceil(grey.height / CELL), fit: 'fill' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const cells = { data, width: info.width, height: info.height }
  return marksOf(fullSquares(darkCells(cells), cells), cells)
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, left * CELL - MARGIN),
      top: Math.max(0, top * CELL - MARGIN),
      right: Math.min(grey.width, (right + LEAST) * CELL + MARGIN),
      bottom: Math.min(grey.height, (bottom + LEAST) * CELL + MARGIN),
    }))
    .filter(({ left, top, right, bottom }) => Math.max(right - left, bottom - top) <= LONGEST)
}

function darkCells({ data, width, height }: Grey): Uint8Array {
  const across = brightest(data, width, height, { step: 1, line: width })
  const around = brightest(across, height, width, { step: width, line: 1 })
  return data.map((tone, at) => (tone < around[at]! * DARK ? 1 : 0))
}

/** The brightest within reach along each line. */
function brightest(data: Uint8Array, length: number, lines: number, way: { step: number; line: number }): Uint8Array {
  const out = new Uint8Array(data.length)
  for (let no = 0; no < lines; no += 1)
    for (let at = 0; at < length; at += 1) {
      let most = 0
      for (let near = Math.max(0, at - AROUND); near <= Math.min(length - 1, at + AROUND); near += 1)
        most = Math.max(most, data[no * way.line + near * way.step]!)
      out[no * way.line + at * way.step] = most
    }
  return out
}

/** The upper left cells of squares that are full. */
function fullSquares(dark: Uint8Array, { width, height }: Omit<Grey, 'data'>): Uint8Array {
  const sums = new Uint32Array((width + 1) * (height + 1))
  const sum = (x: number, y: number) => sums[y * (width + 1) + x]!
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      sums[(y + 1) * (width + 1) + x + 1] = dark[y * width + x]! + sum(x, y + 1) + sum(x + 1, y) - sum(x, y)
  const full = new Uint8Array(dark.length)
  for (let y = 0; y + LEAST <= height; y += 1)
    for (let x = 0; x + LEAST <= width; x += 1) {
      const inside = sum(x + LEAST, y + LEAST) - sum(x, y + LEAST) - sum(x + LEAST, y) + sum(x, y)
      if (inside >= LEAST * LEAST * FULL) full[y * width + x] = 1
    }
  return full
}
