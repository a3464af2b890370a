import sharp from 'sharp'
import { lineText, type Box, type ReadLine } from './recogniser.ts'
import { around } from './tsv.ts'

/** How high letters of the zone are read best, in points; larger ones are read as others. */
const LINE_HEIGHT = 60
const MARGIN = 30
/** A reader for running text makes much of the letters into others, but fillers stay, or the first five letters do. */
const LOOKS_LIKE_A_ZONE = /IDVNM|[<«‹]{2,}|[<«‹K]{5,}/

/** Where a page seems to bear the machine readable zone of a card; undefined when nothing looks like one. */
export function findZone(lines: readonly ReadLine[]): (Box & { lines: ReadLine[] }) | undefined {
  const found = lines.filter((line) => LOOKS_LIKE_A_ZONE.test(lineText(line).replace(/\s/g, '')))
  if (found.length === 0) return undefined
  return { ...around(found.map(({ box }) => box)), lines: found }
}

/** The zone alone, with its neighbourhood where a line of it was missed, scaled to letters of one height. */
export async function cutZone(
  jpeg: Uint8Array,
  page: { width: number; height: number },
  zone: Box & { lines: readonly ReadLine[] },
): Promise<Buffer> {
  const count = zone.lines.length
  const lineHeight = (zone.bottom - zone.top) / count
  const missed = (3 - Math.min(3, count)) * lineHeight * 1.5
  const top = Math.max(0, Math.round(zone.top - missed - lineHeight / 3))
  const bottom = Math.min(page.height, Math.round(zone.bottom + missed + lineHeight / 3))
  const left = Math.max(0, Math.round(zone.left - lineHeight))
  const right = Math.min(page.width, Math.round(zone.right + lineHeight))
  const height = Math.round(((bottom - top) * LINE_HEIGHT) / lineHeight)
  return sharp(jpeg)
    .extract({ left, top, width: right - left, height: bottom - top })
    .greyscale()
    .resize({ height, kernel: 'cubic' })
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: '#fff' })
    .png()
    .toBuffer()
}
