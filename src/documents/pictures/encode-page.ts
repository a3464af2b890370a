import type { Sharp } from 'sharp'
import { LONGEST, rasterOf } from './straighten.ts'
import type { Raster } from './warp.ts'

/** A page stays readable below this. */
export const MOST_PAGE_BYTES = 300 * 1024

const QUALITIES = [72, 65, 58, 52, 46, 36]
/** Small print and the marks of Vietnamese letters do not outlive the smoothing of grain: it is done where nothing else fits. */
const LEAST_QUALITY_WITH_GRAIN = 46
const SCALES = [1, 0.85, 0.7]
/** Of 255: ink of a stamp or a pen has more, paper in lamplight less. */
const COLOURFUL = 42
const LEAST_COLOURED = 0.001
type Way = { scale: number; isSmooth: boolean; qualities: readonly number[] }
const WAYS: readonly Way[] = [
  { scale: 1, isSmooth: false, qualities: QUALITIES.filter((quality) => quality >= LEAST_QUALITY_WITH_GRAIN) },
  ...SCALES.map((scale) => ({ scale, isSmooth: true, qualities: QUALITIES })),
]

export type EncodedPage = { jpeg: Buffer; width: number; height: number; dpi: number }

/** A JPEG of at most 300 KB: the best quality that fits, grey when nothing on the sheet is coloured. */
export async function encodePage(raster: Raster, most = LONGEST): Promise<EncodedPage> {
  const grey = !(await isColoured(raster))
  let smallest: EncodedPage | undefined
  for (const { qualities, ...size } of WAYS) {
    const page = await madeSmall(raster, most, size)
    for (const quality of qualities) {
      const encoded = await encodeAt(grey ? rasterOf(page).greyscale().toColourspace('b-w') : rasterOf(page), quality)
      if (encoded.jpeg.length <= MOST_PAGE_BYTES) return encoded
      smallest = encoded
    }
  }
  if (!smallest) throw new Error('a page was not encoded')
  return smallest
}

/** It is made once and tried in several qualities. */
async function madeSmall(raster: Raster, most: number, { scale, isSmooth }: Omit<Way, 'qualities'>): Promise<Raster> {
  const longest = Math.round(Math.min(most, Math.max(raster.width, raster.height)) * scale)
  const page = rasterOf(raster).resize({ width: longest, height: longest, fit: 'inside' })
  const { data, info } = await (isSmooth ? page.median(3) : page).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function encodeAt(page: Sharp, quality: number): Promise<EncodedPage> {
  const { data, info } = await page.jpeg({ quality, mozjpeg: true }).toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { jpeg: data, width, height, dpi: dpiOnA4(width, height) }
}

/** As if the sheet were A4: what it is printed on. */
export function dpiOnA4(width: number, height: number): number {
  return Math.round(Math.max(width, height) / (297 / 25.4))
}

/** The light's own colour is taken off first: a yellow lamp makes no page coloured. Made small, noise is none either. */
async function isColoured(raster: Raster): Promise<boolean> {
  const data = await rasterOf(raster).resize({ width: 500, height: 500, fit: 'inside' }).raw().toBuffer()
  let [red, green, blue] = [0, 0, 0]
  for (let at = 0; at < data.length; at += 3) {
    red += data[at] ?? 0
    green += data[at + 1] ?? 0
    blue += data[at + 2] ?? 0
  }
  let coloured = 0
  for (let at = 0; at < data.length; at += 3) {
    const r = ((data[at] ?? 0) * green) / (red || 1)
    const g = data[at + 1] ?? 0
    const b = ((data[at + 2] ?? 0) * green) / (blue || 1)
    if (Math.max(r, g, b) - Math.min(r, g, b) > COLOURFUL) coloured += 1
  }
  return coloured / (data.length / 3) > LEAST_COLOURED
}
