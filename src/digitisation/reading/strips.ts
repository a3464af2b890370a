import sharp from 'sharp'
import type { PreparedPage } from './prepare-page.ts'
import type { Box, ReadLine, ReadWord, Recogniser, Script } from './recogniser.ts'
import { around } from './tsv.ts'

/** Strips are read at another size than the page, else the second look would see what the first one saw. */
const DPI = 280
const GAP = 36
const MARGIN = 24

type Strip = { first: ReadWord; box: Box; top: number; png: Buffer; width: number; height: number }

/**
 * Reads stretches of a page cut out and stacked on one sheet: the words seen on each, where they stand on the page, by the stretch's first
 * word. Nothing where the sheet could not be read.
 */
export async function readStrips(
  recogniser: Recogniser,
  page: PreparedPage,
  stretches: readonly (readonly ReadWord[])[],
  script: Script,
): Promise<Map<ReadWord, ReadWord[]>> {
  const strips = await cutStrips(page, stretches)
  if (strips.length === 0) return new Map()
  // Without a second look the first one stands: a page that was read is not lost for it.
  const read = await recogniser.read(await sheetOf(strips), script).catch(() => undefined)
  return new Map(read ? strips.map((strip) => [strip.first, seenOn(strip, read)]) : [])
}

async function cutStrips(
  { png, width, height, dpi }: PreparedPage,
  all: readonly (readonly ReadWord[])[],
): Promise<Strip[]> {
  const scale = DPI / dpi
  const strips: Strip[] = []
  if (all.length === 0) return strips
  // Unpacked once, not once for each strip.
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  let top = MARGIN
  for (const words of all) {
    const [first] = words
    if (!first) continue
    const box = roomAround(around(words.map((word) => word.box)), { width, height })
    const { left } = box
    const [wide, high] = [box.right - left, box.bottom - box.top]
    const size = { width: Math.round(wide * scale), height: Math.round(high * scale) }
    if (size.width < 4 || size.height < 4) continue
    const cut = sharp(data, { raw })
      .extract({ left, top: box.top, width: wide, height: high })
      .resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
    strips.push({ first, box, top, png: await cut.png({ compressionLevel: 1 }).toBuffer(), ...size })
    top += size.height + GAP
  }
  return strips
}

function roomAround(tight: Box, { width, height }: { width: number; height: number }): Box {
  const room = Math.round((tight.bottom - tight.top) * 0.2)
  return {
    left: Math.max(0, tight.left - Math.round(room / 2)),
    top: Math.max(0, tight.top - room),
    right: Math.min(width, tight.right + room * 2),
    bottom: Math.min(height, tight.bottom + room),
  }
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

function seenOn({ box: { left, ...on }, top, width, height }: Strip, read: readonly ReadLine[]): ReadWord[] {
  const scale = width / (on.right - left)
  const there = read.filter(
    ({ box }) => (box.top + box.bottom) / 2 >= top - GAP / 2 && (box.top + box.bottom) / 2 < top + height + GAP / 2,
  )
  // Of a row that is not quite level, the cut holds pieces of its neighbours.
  const middle = top + height / 2
  const own = there.filter(({ box }) => box.top < middle && box.bottom > middle)
  return (own.length > 0 ? own : there)
    .flatMap((line) => line.words)
    .toSorted((a, b) => a.box.left - b.box.left)
    .map((word) => ({ ...word, box: moved(word.box, { scale, left, top: on.top, from: top }) }))
}

function moved(box: Box, { scale, left, top, from }: { scale: number; left: number; top: number; from: number }): Box {
  const [x, y] = [
    (at: number) => left + Math.round((at - MARGIN) / scale),
    (at: number) => top + Math.round((at - from) / scale),
  ]
  return { left: x(box.left), right: x(box.right), top: y(box.top), bottom: y(box.bottom) }
}
