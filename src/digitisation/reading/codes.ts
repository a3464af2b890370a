import sharp from 'sharp'
import type { ReadResult } from 'zxing-wasm/reader'
import { readBarCodes } from '../../platform/read-bar-codes.ts'
import { nfc } from '../../platform/text.ts'
import type { Box } from './recogniser.ts'

/** Mã vạch, mã QR: what a code says; `box` is missing when only the picture as it came showed it. */
export type ReadCode = { format: string; text: string; box?: Box }

const FORMATS = ['QRCode', 'Code128', 'DataMatrix'] as const
const MOST_PIXELS = 60_000_000
/** QR codes of cards in true size, 45 modules on 13 mm, are seen when a page of 200 dpi is twice as large; no other code is so small. */
const LARGER = 2
/** Of an enlarged page: twice A4 at 200 dpi. */
const MOST_ENLARGED = 16_000_000
/** A page of more points, as A4 at 300 dpi, shows its codes as it is. */
const MOST_TO_ENLARGE = 7_000_000

/**
 * The codes on a page and on the picture it was made of, each once: what makes a page small can cost the smallest codes. Enlarged
 * only when nothing was found, and only the original then.
 */
export async function readCodes(page: Uint8Array, original: Uint8Array): Promise<ReadCode[]> {
  const pixels = await pixelsOf(original)
  const onPage = await codesOf(page)
  const isOther = Buffer.compare(page, original) !== 0 && pixels <= MOST_PIXELS
  const onOriginal = isOther ? await codesOf(original) : []
  const isLooked = onPage.length + onOriginal.length > 0 || pixels > MOST_TO_ENLARGE
  const enlarged = isLooked ? [] : await smallCodesOf(original, Math.min(LARGER, Math.sqrt(MOST_ENLARGED / pixels)))
  const found = new Map<string, ReadCode>()
  for (const code of [...onPage, ...[...onOriginal, ...enlarged].map(isOther ? withoutBox : (one: ReadCode) => one)]) {
    const key = `${code.format} ${code.text}`
    if (!found.has(key)) found.set(key, code)
  }
  return [...found.values()]
}

const withoutBox = ({ format, text }: ReadCode): ReadCode => ({ format, text })

async function pixelsOf(picture: Uint8Array): Promise<number> {
  const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata()
  return width * height
}

async function codesOf(picture: Uint8Array): Promise<ReadCode[]> {
  return toldBy(await readBarCodes(await greyPng(picture, 1), FORMATS), 1)
}

async function smallCodesOf(picture: Uint8Array, scale: number): Promise<ReadCode[]> {
  const once = { tryRotate: false, tryDownscale: false }
  return toldBy(await readBarCodes(await greyPng(picture, scale), ['QRCode'], once), scale)
}

async function greyPng(picture: Uint8Array, scale: number): Promise<Buffer> {
  const { autoOrient } = await sharp(picture, { limitInputPixels: MOST_PIXELS }).metadata()
  const width = Math.round(autoOrient.width * scale)
  return sharp(picture).autoOrient().greyscale().resize({ width }).png({ compressionLevel: 0 }).toBuffer()
}

const toldBy = (codes: readonly ReadResult[], scale: number): ReadCode[] =>
  codes
    .filter(({ isValid }) => isValid)
    .map((code) => ({ format: code.format, text: nfc(code.text), box: boxOf(code, scale) }))

function boxOf({ position }: ReadResult, scale: number): Box {
  const corners = Object.values(position)
  const xs = corners.map(({ x }) => Math.round(x / scale))
  const ys = corners.map(({ y }) => Math.round(y / scale))
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
