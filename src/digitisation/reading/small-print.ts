import sharp from 'sharp'
import type { PreparedPage } from './prepare-page.ts'
import type { Box, ReadLine, Recogniser } from './recogniser.ts'
import { around } from './tsv.ts'

/** In inches: words of less are small print (5 points and the like), which recognisers read when it is enlarged. */
const SMALL = 0.1
/** Fewer small words than these are specks and marks. */
const LEAST_WORDS = 8
const ENLARGED_TO = 330
/** Of the picture that is enlarged, as much as a page of 300 dpi has. */
const MOST_PIXELS = 9_000_000
/** In inches: neighbours of small print are as small, whatever was made of them. */
const AROUND = 0.3

/** Reads what is printed small a second time, enlarged, as Vietnamese and English: a card copied in true size loses half its letters as it is. */
export async function readSmallPrint(
  recogniser: Recogniser,
  page: PreparedPage,
  lines: readonly ReadLine[],
): Promise<ReadLine[]> {
  const small = lines.filter((line) => isSmall(line, page.dpi))
  if (small.reduce((sum, { words }) => sum + words.length, 0) < LEAST_WORDS) return [...lines]
  const box = rowsAround(around(small.map((line) => line.box)), page)
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const scale = Math.min(ENLARGED_TO / page.dpi, Math.sqrt(MOST_PIXELS / (width * height)))
  const enlarged = sharp(page.png)
    .extract({ left: box.left, top: box.top, width, height })
    .resize({ width: Math.round(width * scale), kernel: 'lanczos3' })
    .withMetadata({ density: Math.round(page.dpi * scale) })
  const read = await recogniser
    .read(await enlarged.png({ compressionLevel: 1 }).toBuffer(), 'small-print')
    .catch(() => [])
  const before = lines.filter((line) => isIn(line.box, box))
  if (legible(read) <= legible(before)) return [...lines]
  return [...lines.filter((line) => !before.includes(line)), ...read.map((line) => moved(line, scale, box))]
}

/** How many letters were read that the recogniser rather believes than not. */
function legible(lines: readonly ReadLine[]): number {
  const words = lines.flatMap((line) => line.words)
  return words.reduce((sum, { text, confidence }) => sum + text.length * (confidence - 0.5), 0)
}

function isSmall({ words }: ReadLine, dpi: number): boolean {
  const heights = words.map(({ box }) => box.bottom - box.top).toSorted((a, b) => a - b)
  return (heights[Math.floor(heights.length / 2)] ?? 0) < SMALL * dpi
}

/** The rows of a page from the first small one to the last, over all its width. */
function rowsAround({ top, bottom }: Box, { width, height, dpi }: PreparedPage): Box {
  const room = Math.round(AROUND * dpi)
  return { left: 0, top: Math.max(0, top - room), right: width, bottom: Math.min(height, bottom + room) }
}

function moved({ words, box }: ReadLine, scale: number, { left, top }: Box): ReadLine {
  const back = (one: Box): Box => ({
    left: left + Math.round(one.left / scale),
    top: top + Math.round(one.top / scale),
    right: left + Math.round(one.right / scale),
    bottom: top + Math.round(one.bottom / scale),
  })
  return { words: words.map((word) => ({ ...word, box: back(word.box) })), box: back(box) }
}

function isIn(one: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}
