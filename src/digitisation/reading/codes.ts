import sharp from 'sharp'
import type { ReadResult } from 'zxing-wasm/reader'
import { readBarCodes } from '../../platform/read-bar-codes.ts'
import { nfc } from '../../platform/text.ts'
import type { Box } from './recogniser.ts'

/** Mã vạch, mã QR: what a code says; `box` is missing when only the picture as it came showed it. */
export type ReadCode = { format: string; text: string; box?: Box }

const FORMATS = ['QRCode', 'Code128', 'DataMatrix'] as const
/** Codes of cards in true size, 45 modules on 13 mm, are seen when the page is twice as large. */
const SCALES = [1, 2]
const MOST_PIXELS = 60_000_000

/** The codes on a page and on the picture it was made of, each once: what makes a page small can cost the smallest codes. */
export async function readCodes(page: Uint8Array, original: Uint8Array): Promise<ReadCode[]> {
  const found = new Map<string, ReadCode>()
  for (const picture of [page, original]) {
    for (const code of await codesOf(picture)) {
      const key = `${code.format} ${code.text}`
      const { box: _, ...withoutBox } = code
      if (!found.has(key)) found.set(key, picture === page ? code : withoutBox)
    }
  }
  return [...found.values()]
}

/** Twice as large only when nothing was found: that takes four times as long. */
async function codesOf(picture: Uint8Array): Promise<ReadCode[]> {
  const { autoOrient } = await sharp(picture, { limitInputPixels: MOST_PIXELS }).metadata()
  for (const scale of SCALES) {
    if (autoOrient.width * autoOrient.height * scale * scale > MOST_PIXELS) break
    const larger = sharp(picture)
      .autoOrient()
      .greyscale()
      .resize({ width: autoOrient.width * scale })
    const codes = await readBarCodes(await larger.png({ compressionLevel: 1 }).toBuffer(), [...FORMATS])
    const valid = codes.filter(({ isValid }) => isValid)
    if (valid.length > 0)
      return valid.map((code) => ({ format: code.format, text: nfc(code.text), box: boxOf(code, scale) }))
  }
  return []
}

function boxOf({ position }: ReadResult, scale: number): Box {
  const corners = Object.values(position)
  const xs = corners.map(({ x }) => Math.round(x / scale))
  const ys = corners.map(({ y }) => Math.round(y / scale))
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}
