import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../../test/support/seeded-random.ts'
import { carry, homography, type Corners } from './geometry.ts'
import type { Raster } from './warp.ts'

export type Photo = Raster & { corners: Corners }

/** An invented paper as an iPhone keeps it: HEVC in HEIC, lying on its side with a note how it is to be held. 360 × 480 when upright. */
export function aHeicPhoto(): Buffer {
  return readFileSync(join(import.meta.dirname, 'samples/invented-paper.heic'))
}

type PhotoOptions = {
  seed: number
  /** Of the long side, in points. */
  size?: number
  /** How far corners stray from an upright rectangle, as a share of the picture. */
  stray?: number
  /** Degrees the sheet lies turned. */
  turned?: number
  noise?: number
  /** How dark the shadow across the picture is, 0 to 1. */
  shadow?: number
  /** Brightness of what the sheet lies on. */
  ground?: number
  /** A printed frame near the edge of the sheet. */
  framed?: boolean
}

const A4 = { width: 210, height: 297 }
/** Where in a point its quarters are looked at. */
const SHARES = [0.25, 0.75]
/** Of lamplight: red, green and blue. */
const TINTS = [1, 0.985, 0.95]

/** A photo of a printed sheet on a table, drawn point by point: where its corners are is known exactly. */
export function aPhoto(options: PhotoOptions): Photo {
  const { seed, size = 480, stray = 0.06, turned = 0, noise = 6, shadow = 0.4, ground = 90, framed = false } = options
  const random = seededRandom(seed)
  const [width, height] = [Math.round(size * 0.75), size]
  const corners = strayed(width, height, stray, turned, random)
  const toPage = inverse(homography(A4.width, A4.height, corners))
  const page = printed(random, framed)
  const data = new Uint8Array(width * height * 3)
  const edge = { slope: random() - 0.5, at: 0.3 + random() * 0.4, soft: 0.02 + random() * 0.1 }
  const grain = Array.from({ length: 64 }, () => (random() - 0.5) * 30)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const light = 1 - shadow * soft((x / width - edge.at - edge.slope * (y / height - 0.5)) / edge.soft)
      const table = ground + (grain[(Math.floor(x / 7) + Math.floor(y / 23) * 5) % 64] ?? 0)
      let bright = 0
      for (let share = 0; share < 4; share += 1) {
        const { x: px, y: py } = carry(toPage, x + SHARES[share & 1]!, y + SHARES[share >> 1]!)
        bright += px >= 0 && py >= 0 && px <= A4.width && py <= A4.height ? page(px, py) : table
      }
      for (let c = 0; c < 3; c += 1) {
        const tone = (bright / 4) * light * TINTS[c]! + (random() + random() - 1) * noise
        data[at + c] = Math.max(0, Math.min(255, tone))
      }
    }
  }
  return { data, width, height, corners }
}

const soft = (t: number) => 1 / (1 + Math.exp(-t * 4))

function strayed(width: number, height: number, stray: number, turned: number, random: () => number): Corners {
  const [cx, cy] = [width / 2, height / 2]
  const x = width * (Math.abs(turned) > 12 ? 0.31 : 0.38)
  const half = { x, y: x * Math.SQRT2 }
  const radians = (turned * Math.PI) / 180
  const place = (sx: number, sy: number) => {
    const px = sx * half.x + (random() * 2 - 1) * stray * width
    const py = sy * half.y + (random() * 2 - 1) * stray * width
    return {
      x: cx + px * Math.cos(radians) - py * Math.sin(radians),
      y: cy + px * Math.sin(radians) + py * Math.cos(radians),
    }
  }
  return [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)]
}

/** Brightness of a printed page at a place in mm: lines of words, a heading, perhaps a frame. */
function printed(random: () => number, framed: boolean): (x: number, y: number) => number {
  const rows = Array.from({ length: 34 }, (_, row) => ({
    y: 25 + row * 7.4,
    words: Array.from({ length: 14 }, () => 4 + random() * 9),
  }))
  return (x, y) => {
    if (framed && x > 8 && x < 202 && y > 8 && y < 289 && (x < 8.7 || x > 201.3 || y < 8.7 || y > 288.3)) return 60
    if (x < 22 || x > 190) return 235
    const row = rows[Math.round((y - 25) / 7.4)]
    if (!row || Math.abs(y - row.y) > 1.5) return 235
    let at = 22
    for (const word of row.words) {
      if (x < at + word) return x > at + word - 1.6 ? 235 : Math.floor(x * 3) % 3 === 0 ? 190 : 70
      at += word
    }
    return 235
  }
}

/** Of a homography given by eight numbers; the last is one. */
export function inverse(m: Float64Array): Float64Array {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = m
  const w = a * e - b * d
  return Float64Array.of(
    (e - f * h) / w,
    (c * h - b) / w,
    (b * f - c * e) / w,
    (f * g - d) / w,
    (a - c * g) / w,
    (c * d - a * f) / w,
    (d * h - e * g) / w,
    (b * g - a * h) / w,
  )
}

export function greyOf({ data, width, height }: Raster) {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at += 1) grey[at] = (data[at * 3]! + data[at * 3 + 1]! + data[at * 3 + 2]!) / 3
  return { data: grey, width, height }
}
