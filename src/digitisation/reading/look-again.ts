import sharp from 'sharp'
import { cellsOn } from '../pairs/cells.ts'
import { pairsOn } from '../pairs/pairs.ts'
import { DATE_LINE, rowsOf, sureness, textOf } from '../pairs/segments.ts'
import type { PreparedPage } from './prepare-page.ts'
import type { Box, ReadLine, ReadWord, Recogniser } from './recogniser.ts'
import { around } from './tsv.ts'

/** Values the recogniser is this sure of are as good as always right: not read a second time. */
const SURE_ENOUGH = 0.94
/** Strips are read at another size than the page, else the second look would see what the first one saw. */
const DPI = 280
const GAP = 36
const MARGIN = 24

/** What of the colon before it comes into the cut. */
const BEFORE_VALUE = /^[\s:;.,'’"]+/

type Strip = { words: ReadWord[]; box: Box; top: number; png: Buffer; width: number; height: number }

/** Reads doubtful values a second time, cut out and stacked on one sheet; what comes of it stands beside their words. */
export async function lookAgain(
  recogniser: Recogniser,
  page: PreparedPage,
  lines: readonly ReadLine[],
): Promise<ReadLine[]> {
  const strips = await cutStrips(page, stretches(lines))
  if (strips.length === 0) return [...lines]
  // Without a second look the first one stands: a page that was read is not lost for it.
  const read = await recogniser.read(await sheetOf(strips), 'strips').catch(() => undefined)
  if (!read) return [...lines]
  const seen = new Map(strips.map((strip) => [strip.words[0], seenOn(strip, read)]))
  const word = (one: ReadWord): ReadWord => {
    const again = seen.get(one)
    return again ? { ...one, again } : one
  }
  return lines.map((line) => ({ ...line, words: line.words.map(word) }))
}

/** The doubtful values of a page, each cut at the ends of its rows. */
function stretches(lines: readonly ReadLine[]): ReadWord[][] {
  const rows = rowsOf(lines)
  const dates = rows.flat().filter(({ words }) => DATE_LINE.test(textOf(words)))
  const values = [...pairsOn(rows), ...cellsOn(rows), ...dates].map(({ words }) => words)
  const original = new Set(lines.flatMap(({ words }) => words))
  return values
    .filter((words) => words.length > 0 && sureness(words) < SURE_ENOUGH && words.every((word) => original.has(word)))
    .flatMap(rowsIn)
}

function rowsIn(words: readonly ReadWord[]): ReadWord[][] {
  return words.reduce<ReadWord[][]>((rows, word) => {
    const last = rows.at(-1)?.at(-1)
    if (last && word.box.left >= last.box.left && word.box.top < last.box.bottom) rows.at(-1)?.push(word)
    else rows.push([word])
    return rows
  }, [])
}

async function cutStrips({ png, width, height, dpi }: PreparedPage, all: ReadWord[][]): Promise<Strip[]> {
  const scale = DPI / dpi
  const strips: Strip[] = []
  if (all.length === 0) return strips
  // Unpacked once, not once for each strip.
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  let top = MARGIN
  for (const words of all) {
    const tight = around(words.map(({ box }) => box))
    const room = Math.round((tight.bottom - tight.top) * 0.2)
    const box = {
      left: Math.max(0, tight.left - Math.round(room / 2)),
      top: Math.max(0, tight.top - room),
      right: Math.min(width, tight.right + room * 2),
      bottom: Math.min(height, tight.bottom + room),
    }
    const size = {
      width: Math.round((box.right - box.left) * scale),
      height: Math.round((box.bottom - box.top) * scale),
    }
    if (size.width < 4 || size.height < 4) continue
    const cut = sharp(data, { raw })
      .extract({ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top })
      .resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
    strips.push({ words, box, top, png: await cut.png({ compressionLevel: 1 }).toBuffer(), ...size })
    top += size.height + GAP
  }
  return strips
}

function sheetOf(strips: readonly Strip[]): Promise<Buffer> {
  const last = strips.at(-1)
  const width = Math.max(...strips.map((strip) => strip.width)) + 2 * MARGIN
  const height = (last ? last.top + last.height : 0) + MARGIN
  return sharp({ create: { width, height, channels: 3, background: '#fff' } })
    .composite(strips.map(({ png, top }) => ({ input: png, top, left: MARGIN })))
    .greyscale()
    .withMetadata({ density: DPI })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

function seenOn({ top, height }: Strip, read: readonly ReadLine[]): { text: string; confidence: number } {
  const words = read
    .flatMap((line) => line.words)
    .filter(
      ({ box }) => (box.top + box.bottom) / 2 >= top - GAP / 2 && (box.top + box.bottom) / 2 < top + height + GAP / 2,
    )
    .toSorted((a, b) => a.box.left - b.box.left)
  return { text: textOf(words).replace(BEFORE_VALUE, ''), confidence: sureness(words) }
}
