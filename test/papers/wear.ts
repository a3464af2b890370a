import sharp, { type Sharp } from 'sharp'
import { carry, homography, type Corners } from '../../src/documents/pictures/geometry.ts'
import { inverse } from '../../src/documents/pictures/testing.ts'
import type { Random } from './people.ts'

/** What happens to a sheet between the printer and our scanner. */
export const LEVELS = ['office', 'poor', 'low', 'phone', 'copied', 'fine'] as const
export type Level = (typeof LEVELS)[number]
export const DPI: Record<Level, number> = { office: 200, poor: 200, low: 150, phone: 200, copied: 200, fine: 300 }

type Grey = { data: Uint8Array; width: number; height: number }

/** The picture a desk gets of a clean one. */
export async function wear(png: Buffer, level: Level, random: Random): Promise<Buffer> {
  if (level === 'phone') return photographed(png, random)
  const turn = { office: 0.8, poor: 2, low: 2, copied: 1.2, fine: 0.4 }[level] * (random() < 0.5 ? -1 : 1)
  const colour = level === 'office'
  let picture = sharp(png).rotate(turn * (0.6 + random() * 0.4), { background: '#fdfcf8' })
  if (!colour) picture = picture.greyscale()
  if (level === 'copied') return copiedTwice(await picture.png().toBuffer(), random)
  if (level === 'poor' || level === 'low') picture = picture.blur(0.5 + random() * 0.3)
  const noise = { office: 5, poor: 26, low: 16, fine: 8 }[level]
  const quality = { office: 75, poor: 42, low: 40, fine: 80 }[level]
  const worn = await grained(
    await picture.png().toBuffer(),
    noise,
    level === 'office' || level === 'fine' ? 0 : 140,
    random,
  )
  return worn.jpeg({ quality }).toBuffer()
}

/** Grain, specks and a shade from one side. */
async function grained(png: Buffer, noise: number, specks: number, random: Random): Promise<Sharp> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const shade = 18 * random()
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const change = (random() + random() - 1) * noise - (shade * x) / width
      for (let c = 0; c < channels; c += 1, at += 1) data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + change))
    }
  for (let no = 0; no < specks; no += 1) {
    const at = (Math.floor(random() * (height - 3)) * width + Math.floor(random() * (width - 3))) * channels
    data.fill(60, at, at + channels * (1 + Math.floor(random() * 2)))
  }
  return sharp(data, { raw: { width, height, channels } })
}

/** A photocopy of a photocopy: what is thin breaks, what is close runs together. */
async function copiedTwice(png: Buffer, random: Random): Promise<Buffer> {
  let picture = png
  for (const blur of [0.8, 0.9]) {
    const hard = await sharp(picture)
      .greyscale()
      .blur(blur)
      .linear(2.2, -150 + random() * 20)
      .png()
      .toBuffer()
    picture = await (await grained(hard, 20, 250, random)).png().toBuffer()
  }
  return sharp(picture).jpeg({ quality: 50 }).toBuffer()
}

/** On a dark table, held not quite straight, with a shadow across. */
async function photographed(png: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const page = { data, width: info.width, height: info.height }
  const [width, height] = [Math.round(page.width * 1.12), Math.round(page.height * 1.1)]
  const stray = () => (random() - 0.5) * 0.045 * width
  const [x, y] = [(width - page.width) / 2, (height - page.height) / 2]
  const corners: Corners = [
    { x: x + stray(), y: y + stray() },
    { x: width - x + stray(), y: y + stray() },
    { x: width - x + stray(), y: height - y + stray() },
    { x: x + stray(), y: height - y + stray() },
  ]
  const m = homography(1, 1, corners)
  const out = laid(page, m, { width, height, shadow: 0.25 + random() * 0.3, edge: 0.3 + random() * 0.4, random })
  return sharp(out, { raw: { width, height, channels: 3 } })
    .blur(0.6)
    .jpeg({ quality: 80 })
    .toBuffer()
}

type Table = { width: number; height: number; shadow: number; edge: number; random: Random }

function laid(page: Grey, m: Float64Array, { width, height, shadow, edge, random }: Table): Uint8Array {
  const out = new Uint8Array(width * height * 3)
  const back = inverse(m)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      const p = carry(back, x, y)
      const [px, py] = [p.x * page.width, p.y * page.height]
      const isOn = px >= 0 && py >= 0 && px < page.width - 1 && py < page.height - 1
      const light = 1 - shadow / (1 + Math.exp(-((x / width - edge + 0.2 * (y / height)) * 14)))
      for (let c = 0; c < 3; c += 1) {
        const tone = isOn ? between(page, px, py, c) : 70
        out[at + c] = Math.max(0, Math.min(255, tone * light * [1, 0.98, 0.94][c]! + (random() + random() - 1) * 7))
      }
    }
  return out
}

function between({ data, width }: Grey, px: number, py: number, c: number): number {
  const [x, y] = [px | 0, py | 0]
  const at = (row: number, column: number) => data[((y + row) * width + x + column) * 3 + c] ?? 255
  const [fx, fy] = [px - x, py - y]
  return (at(0, 0) * (1 - fx) + at(0, 1) * fx) * (1 - fy) + (at(1, 0) * (1 - fx) + at(1, 1) * fx) * fy
}
