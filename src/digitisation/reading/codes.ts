import sharp from 'sharp'
import type { ReadResult } from 'zxing-wasm/reader'
import { readBarCodes } from '../../platform/read-bar-codes.ts'
import { nfc } from '../../platform/text.ts'
import { codePlaces, type Grey } from './code-places.ts'
import type { Box } from './recogniser.ts'

/** Mã vạch, mã QR: what a code says; `box` is missing when only the picture as it came showed it. */
export type ReadCode = { format: string; text: string; box?: Box }

const FORMATS = ['QRCode', 'Code128', 'DataMatrix'] as const
const MOST_PIXELS = 60_000_000
/** QR codes of cards in true size, 45 modules on 13 mm, are seen when a page of 200 dpi is twice as large; no other code is so small. */
const LARGER = 2
/** A whole page is looked at no larger than A4 at 200 dpi: the reader takes twenty bytes a point, and keeps them. */
const LONGEST = 2_400

/**
 * The codes on a page and on the picture it was made of, each once: what makes a page small can cost the smallest codes. Places of the
 * original that may be one are looked at enlarged: where it is larger than the page, or nothing was found. Without the original, whoever
 * made the page of it has looked there, and only what the page itself shows is told.
 */
export async function readCodes(page: Uint8Array, original: Uint8Array | undefined): Promise<ReadCode[]> {
  const onPage = await greyOf(page)
  const found = onPage ? await codesOn(onPage) : []
  if (!original) return each(found)
  const isOther = Buffer.compare(page, original) !== 0
  const came = isOther ? await greyOf(original) : onPage
  const told = isOther ? withoutBoxes : (codes: ReadCode[]) => codes
  if (came && isOther) found.push(...told(await codesOn(came)))
  if (came && (isOther || found.length === 0)) found.push(...told(await smallCodesOn(came)))
  return each(found)
}

const each = (codes: readonly ReadCode[]): ReadCode[] =>
  [...new Map(codes.toReversed().map((code) => [`${code.format} ${code.text}`, code])).values()].toReversed()

/** The codes on a picture that is in memory already. */
export async function readCodesOn(grey: Grey): Promise<ReadCode[]> {
  const found = await codesOn(grey)
  const isWhole = Math.max(grey.width, grey.height) <= LONGEST
  return each(isWhole && found.length > 0 ? found : [...found, ...(await smallCodesOn(grey))])
}

const withoutBoxes = (codes: readonly ReadCode[]): ReadCode[] => codes.map(({ format, text }) => ({ format, text }))

/** Nothing of a picture larger than is looked at. */
async function greyOf(picture: Uint8Array): Promise<Grey | undefined> {
  const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata()
  if (width * height > MOST_PIXELS) return undefined
  const image = sharp(picture).autoOrient().greyscale().toColourspace('b-w').extractChannel(0)
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function codesOn(grey: Grey): Promise<ReadCode[]> {
  const scale = Math.max(1, Math.max(grey.width, grey.height) / LONGEST)
  const whole = scale === 1 ? opened(grey) : opened(grey).resize({ width: Math.round(grey.width / scale) })
  const png = await whole.toColourspace('b-w').png({ compressionLevel: 0 }).toBuffer()
  return toldBy(await readBarCodes(png, FORMATS), ({ x, y }) => ({ x: x * scale, y: y * scale }))
}

async function smallCodesOn(grey: Grey): Promise<ReadCode[]> {
  const found: ReadCode[] = []
  for (const { left, top, right, bottom } of await codePlaces(grey)) {
    const size = { width: right - left, height: bottom - top }
    const place = opened(grey).extract({ left, top, ...size })
    const larger = await place
      .resize({ width: Math.round(size.width * LARGER) })
      .png({ compressionLevel: 0 })
      .toBuffer()
    const codes = await readBarCodes(larger, ['QRCode'])
    found.push(...toldBy(codes, ({ x, y }) => ({ x: left + x / LARGER, y: top + y / LARGER })))
  }
  return found
}

const opened = ({ data, width, height }: Grey) => sharp(data, { raw: { width, height, channels: 1 } })

type Point = { x: number; y: number }

function toldBy(codes: readonly ReadResult[], onPage: (point: Point) => Point): ReadCode[] {
  return codes
    .filter(({ isValid }) => isValid)
    .map(({ format, text, position }) => {
      const corners = Object.values(position).map(onPage)
      const [xs, ys] = [corners.map(({ x }) => Math.round(x)), corners.map(({ y }) => Math.round(y))]
      const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
      return { format, text: nfc(text), box }
    })
}
