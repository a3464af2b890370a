import sharp from 'sharp'
import { seededRandom } from '../support/seeded-random.ts'
import { draw } from './draw.ts'
import { KNOWN } from './kinds/index.ts'
import type { Paper, Style } from './paper.ts'
import { between, pick, type Random } from './people.ts'
import { aStyle } from './sets.ts'
import { wear } from './wear.ts'

export type SpoiltScan = { paper: Paper; jpeg: Buffer }
type Setting = { fonts: string[]; hands: string[]; seed: number }
type Spoil = (
  paper: (style?: Partial<Style>) => Promise<Paper>,
  random: Random,
  setting: Setting,
) => Promise<SpoiltScan>

/** What papers are tried with, and others the probabilities are fitted on. */
const SETTINGS = {
  tried: {
    fonts: ['Libertinus Serif', 'DejaVu Serif', 'DejaVu Sans', 'Tinos'],
    hands: ['Dancing Script', 'Patrick Hand'],
    seed: 31_012_026,
  },
  training: { fonts: ['Tinos', 'New Computer Modern'], hands: ['Pangolin', 'Sriracha'], seed: 12_102_025 },
} satisfies Record<string, Setting>

/** What people put on a scanner and should not, or cannot help. */
export const SPOILT: Record<string, Spoil> = {
  'filled in by hand': async (paper, random, { hands }) =>
    office(await paper({ valueFont: pick(random, hands), bold: 'none' }), random),
  'stamps over the letters': async (paper, random) => {
    const one = await paper()
    return { paper: one, jpeg: await wear(await stamped((await draw(one, 200, random)).png, random), 'office', random) }
  },
  'a photocopy of a photocopy of a photocopy': async (paper, random) => {
    const one = await paper()
    const twice = await wear((await draw(one, 200, random)).png, 'copied', random)
    return { paper: one, jpeg: await wear(twice, 'copied', random) }
  },
  'two papers on one glass': async (paper, random) => {
    const [one, other] = [await paper(), await paper()]
    const sheets = await Promise.all([one, other].map(async (each) => half((await draw(each, 200, random)).png)))
    const [{ width = 0, height = 0 } = {}] = await Promise.all(sheets.map((sheet) => sharp(sheet).metadata()))
    const beside = sheets.map((input, at) => ({ input, left: 60 + at * (width + 90), top: 60 + at * 40 }))
    const glass = { width: width * 2 + 210, height: height + 160, channels: 3 as const, background: '#eceae4' }
    const png = await sharp({ create: glass }).composite(beside).png().toBuffer()
    return { paper: one, jpeg: await wear(png, 'office', random) }
  },
  'upside down': async (paper, random) => {
    const { paper: one, jpeg } = await office(await paper(), random)
    return { paper: one, jpeg: await sharp(jpeg).rotate(180).jpeg({ quality: 80 }).toBuffer() }
  },
  '600 dpi on the glass of an A3 scanner': async (paper, random) => {
    const one = await paper()
    const { png } = await draw(one, 600, random)
    const glass = { width: 7_016, height: 9_921, channels: 3 as const, background: '#f4f4f2' }
    const laid = sharp({ create: glass }).composite([{ input: png, left: 900, top: 1_200 }])
    return { paper: one, jpeg: await laid.withMetadata({ density: 600 }).jpeg({ quality: 80 }).toBuffer() }
  },
  'the photo of a screen': async (paper, random) => {
    const one = await paper()
    return { paper: one, jpeg: await onScreen((await draw(one, 200, random)).png, random) }
  },
  'nothing on it': async (paper, random) => {
    const one = await paper()
    const plain = { width: 1_654, height: 2_339, channels: 3 as const, background: '#f2f0ea' }
    return { paper: one, jpeg: await wear(await sharp({ create: plain }).png().toBuffer(), 'office', random) }
  },
}

/** Papers of the first kinds, each spoilt in one way; always the same. */
export async function* spoiltScans(
  way: string,
  papers: number,
  set: keyof typeof SETTINGS = 'tried',
): AsyncGenerator<SpoiltScan> {
  const spoil = SPOILT[way]
  const setting = SETTINGS[set]
  const wayNo = Object.keys(SPOILT).indexOf(way)
  for (let no = 0; no < papers; no += 1) {
    const random = seededRandom(setting.seed + wayNo * 100 + no)
    const style = aStyle(random, setting.fonts)
    let kind = no
    const paper = async (more: Partial<Style> = {}) =>
      (KNOWN[kind++ % KNOWN.length] as (typeof KNOWN)[number])(random, { ...style, ...more })
    if (spoil) yield await spoil(paper, random, setting)
  }
}

async function office(paper: Paper, random: Random): Promise<SpoiltScan> {
  return { paper, jpeg: await wear((await draw(paper, 200, random)).png, 'office', random) }
}

/** Three seals across what is printed, red and blue, and a signature through it. */
async function stamped(png: Buffer, random: Random): Promise<Buffer> {
  const { width, height } = await sharp(png).metadata()
  const seals = Array.from({ length: 3 }, () => {
    const [x, y] = [between(random, width * 0.25, width * 0.75), between(random, height * 0.2, height * 0.6)]
    const colour = pick(random, ['#c8102e', '#24408e'])
    return `<g fill="none" stroke="${colour}" stroke-opacity="0.85"><circle cx="${x}" cy="${y}" r="135" stroke-width="11"/>
      <circle cx="${x}" cy="${y}" r="95" stroke-width="5"/><path stroke-width="7" d="M${x - 120} ${y + 30} q60 -150 110 0 t110 -20 t60 10"/></g>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${seals.join('')}</svg>`
  return sharp(png)
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer()
}

/** A sheet at 70 %, so that two lie on one glass. */
async function half(png: Buffer): Promise<Buffer> {
  const { width } = await sharp(png).metadata()
  return sharp(png)
    .resize({ width: Math.round(width * 0.7) })
    .png()
    .toBuffer()
}

/** The screen's own points and the camera's make a grid that neither has. */
async function onScreen(png: Buffer, random: Random): Promise<Buffer> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const [lean, wide, high] = [0.04 + random() * 0.06, 3.1 + random() * 0.6, 3.1 + random() * 0.6]
  for (let y = 0, at = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1, at += info.channels) {
      const [along, across] = [x + y * lean, y - x * lean]
      const grid = 0.86 + 0.07 * Math.cos((2 * Math.PI * along) / wide) + 0.05 * Math.cos((2 * Math.PI * across) / high)
      data[at] = Math.min(255, (data[at] ?? 0) * grid)
    }
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 82 }).toBuffer()
}
