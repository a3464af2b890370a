import sharp from 'sharp'
import type { Rect } from '../pdf/form.ts'
import { nameOf } from '../pdf/objects.ts'
import type { PdfStream } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'

/** Squares along the longer side of a scan. */
const SQUARES = 280
/** Below this the paper is written on; scans are grey at the edges and between lines. */
const INK = 150
const MAX_PIXELS = 100_000_000

/** Where a picture of a whole page carries ink; undefined for kinds of pictures that are not looked into. */
export async function inkOf(file: PdfFile, image: PdfStream, place: Rect): Promise<Rect[] | undefined> {
  const filter = file.resolve(image.dict.entries.get('Filter'))
  const kind = nameOf(Array.isArray(filter) && filter.length === 1 ? file.resolve(filter[0]) : filter)
  if (kind !== 'DCTDecode') return undefined
  const shrunk = sharp(image.data, { limitInputPixels: MAX_PIXELS })
    .greyscale()
    .resize({ width: SQUARES, height: SQUARES, fit: 'inside' })
    // A thin stroke must not fade away in its square.
    .linear(1.6, -80)
  const pixels = await shrunk
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!pixels) return undefined
  const { width, height } = pixels.info
  const [stepX, stepY] = [(place[2] - place[0]) / width, (place[3] - place[1]) / height]
  const rects: Rect[] = []
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((pixels.data[row * width + column] ?? 255) >= INK) continue
      const [left, top] = [place[0] + column * stepX, place[3] - row * stepY]
      rects.push([left, top - stepY, left + stepX, top])
    }
  }
  return rects
}
