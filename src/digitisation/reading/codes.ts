import sharp from 'sharp'
import type { ReadResult } from 'zxing-wasm/reader'
import { readBarCodes } from '../../platform/read-bar-codes.ts'
import { nfc } from '../../platform/text.ts'
import type { Box } from './recogniser.ts'

/** Mã vạch, mã QR: what a code says; `box` is missing when only the picture as it came showed it. */
export type ReadCode = { format: string; text: string; box?: Box }

const FORMATS = ['QRCode', 'Code128', 'DataMatrix'] as const
/** Codes of cards in true size, 45 modules on 13 mm, are seen when a page of 200 dpi is twice as large. */
const LARGER = 2
const MOST_PIXELS = 60_000_000
/** Of an enlarged page: twice A4 at 200 dpi. */
const MOST_ENLARGED = 16_000_000
/** What could be enlarged less, as A4 at 300 dpi, shows its codes as it is; enlarging it took the memory of the whole page. */
const LEAST_ENLARGING = 1.5

/**
 * The codes on a page and on the picture it was made of, each once: what makes a page small can cost the smallest codes. Twice as
 * large only when nothing was found, and only the original then: that takes four times as long.
 */
export async function readCodes(page: Uint8Array, original: Uint8Array): Promise<ReadCode[]> {
  const isTwo = Buffer.compare(page, original) !== 0 && (await pixelsOf(original)) <= MOST_PIXELS
  const pictures = isTwo ? [page, original] : [page]
  const found = new Map<string, ReadCode>()
  for (const isLarger of [false, true]) {
    for (const picture of isLarger ? pictures.slice(-1) : pictures) {
      const scale = isLarger ? Math.min(LARGER, Math.sqrt(MOST_ENLARGED / (await pixelsOf(picture)))) : 1
      for (const code of isLarger && scale < LEAST_ENLARGING ? [] : await codesOf(picture, scale)) {
        const key = `${code.format} ${code.text}`
        const { box: _, ...withoutBox } = code
        if (!found.has(key)) found.set(key, picture === page ? code : withoutBox)
      }
    }
    if (found.size > 0) break
  }
  return [...found.values()]
}

async function pixelsOf(picture: Uint8Array): Promise<number> {
  const { width, height } = await sharp(picture, { limitInputPixels: false }).metadata()
  return width * height
}

async function codesOf(picture: Uint8Array, scale: number): Promise<ReadCode[]> {
  const { autoOrient } = await sharp(picture, { limitInputPixels: MOST_PIXELS }).metadata()
  const larger = sharp(picture)
    .autoOrient()
    .greyscale()
    .resize({ width: Math.round(autoOrient.width * scale) })
  const codes = await readBarCodes(await larger.png({ compressionLevel: 0 }).toBuffer(), [...FORMATS])
  const valid = codes.filter(({ isValid }) => isValid)
  return valid.map((code) => ({ format: code.format, text: nfc(code.text), box: boxOf(code, scale) }))
}

function boxOf({ position }: ReadResult, scale: number): Box {
  const corners = Object.values(position)
  const xs = corners.map(({ x }) => Math.round(x / scale))
  const ys = corners.map(({ y }) => Math.round(y / scale))
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
