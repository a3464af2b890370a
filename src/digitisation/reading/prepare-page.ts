import sharp from 'sharp'
import { withEvenLight } from './even-light.ts'
import { withoutLeaders } from './leaders.ts'

/** A page as recognisers read it best: grey, in even light, without leaders, never made black and white. Points stay where they were. */
export type PreparedPage = { png: Buffer; width: number; height: number; dpi: number }

const LONG_SIDE_OF_A4 = 297 / 25.4

export async function preparePage(jpeg: Uint8Array): Promise<PreparedPage> {
  const { data, info } = await sharp(jpeg).greyscale().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const dpi = Math.round(Math.max(width, height) / LONG_SIDE_OF_A4)
  const page = withoutLeaders(withEvenLight({ data, width, height, dpi }))
  const image = sharp(page.data, { raw: { width, height, channels: 1 } }).withMetadata({ density: dpi })
  return { png: await image.png({ compressionLevel: 1 }).toBuffer(), width, height, dpi }
}
