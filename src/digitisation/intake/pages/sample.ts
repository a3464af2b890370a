import sharp from 'sharp'
import type { GreyPage } from '../../reading/marks.ts'
import { lettersOf } from '../quality/letters.ts'

/** Share of the page's height that is read to see which way up it stands. */
const SHARE = 0.3

/** The stretch of a page with the most letters, as a PNG, after the page was turned. */
export async function sampleOf(page: GreyPage, turn: 0 | 90 | 180 | 270): Promise<Buffer> {
  const { data, width, height } = page
  const turned = await sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(turn)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [wide, high] = [turned.info.width, turned.info.height]
  const { marks } = lettersOf({ data: turned.data, width: wide, height: high, dpi: page.dpi })
  const stretch = Math.round(high * SHARE)
  const tops = Array.from({ length: 15 }, (_, at) => Math.round(((high - stretch) * at) / 14))
  const lettersBelow = (top: number) => marks.filter((mark) => mark.top >= top && mark.bottom < top + stretch).length
  const top = tops.reduce((best, one) => (lettersBelow(one) > lettersBelow(best) ? one : best))
  return sharp(turned.data, { raw: { width: wide, height: high, channels: 1 } })
    .extract({ left: 0, top, width: wide, height: stretch })
    .withMetadata({ density: Math.round(page.dpi) })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
