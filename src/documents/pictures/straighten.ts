import sharp, { type Sharp } from 'sharp'
import { MOST_PIXELS } from '../file.ts'
import type { Grey } from './edges.ts'
import { findCorners } from './find-corners.ts'
import type { Corners } from './geometry.ts'
import { decodeHeic, isHeic } from './heic.ts'
import type { Turn } from './page.ts'
import { skewOf } from './skew.ts'
import { flatten, sheetSize, type Raster } from './warp.ts'

/** A4 at 200 dpi, as asked of digitised papers. */
export const LONGEST = 2339
const WORKED_ON = 3400
const LOOKED_AT = 480
const LEAST_SKEW = 0.3

export type Straightened = {
  picture: Raster
  /** Where the sheet's corners were seen, in points of the upright picture. */
  corners: Corners | undefined
  /** Whether the picture was cut along them; when not, nothing of it is cut away. */
  sure: boolean
  changed: 'flattened' | 'turned' | 'nothing'
}

/** The picture as its camera says it is to be held, without what is transparent. */
export async function upright(picture: Uint8Array): Promise<Raster> {
  const image = await opened(picture)
  const { data, info } = await image
    .autoOrient()
    .resize({ width: WORKED_ON, height: WORKED_ON, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function opened(picture: Uint8Array): Promise<Sharp> {
  if (isHeic(picture)) return rasterOf(await decodeHeic(picture))
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
}

/**
 * Lays a photographed sheet flat: upright, turned as asked, cut along its four corners, or at least turned so that its lines
 * run level. When the corners are not sure nothing is cut.
 */
export async function straighten(picture: Uint8Array, turn: Turn = 0): Promise<Straightened> {
  const whole = await quarterTurned(await upright(picture), turn)
  const grey = await greyOf(whole)
  const small = await greyAt(grey, LOOKED_AT, 1.2)
  const scale = whole.width / small.width
  const found = findCorners(small)
  const corners = found && scaled(found.corners, scale)
  if (corners && found.sure)
    return { picture: flatten(whole, corners, sheetSize(corners, LONGEST)), corners, sure: true, changed: 'flattened' }
  const skew = skewOf(await greyAt(grey, 2 * LOOKED_AT, 0.6))
  if (skew === undefined || Math.abs(skew) < LEAST_SKEW)
    return { picture: whole, corners, sure: false, changed: 'nothing' }
  return { picture: await turned(whole, skew), corners, sure: false, changed: 'turned' }
}

export const rasterOf = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } })

export async function greyOf(raster: Raster): Promise<Grey> {
  const data = await rasterOf(raster).greyscale().toColourspace('b-w').extractChannel(0).raw().toBuffer()
  return { data, width: raster.width, height: raster.height }
}

async function greyAt({ data: whole, width, height }: Grey, longest: number, blur: number): Promise<Grey> {
  const { data, info } = await sharp(whole, { raw: { width, height, channels: 1 } })
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .blur(blur)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Points have a middle: the first of a small picture lies between the first few of a large one. */
function scaled(corners: Corners, scale: number): Corners {
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: (x + 0.5) * scale, y: (y + 0.5) * scale }))
  if (!a || !b || !c || !d) throw new Error('a sheet has four corners')
  return [a, b, c, d]
}

async function quarterTurned(raster: Raster, turn: Turn): Promise<Raster> {
  if (turn === 0) return raster
  const { data, info } = await rasterOf(raster).rotate(turn).raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The whole picture stays on a larger white ground. */
async function turned(raster: Raster, degrees: number): Promise<Raster> {
  const { data, info } = await rasterOf(raster)
    .rotate(degrees, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
