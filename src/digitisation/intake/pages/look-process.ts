import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { serveWork } from '../../../platform/bounded-process.ts'
import { readCodesOn, type ReadCode } from '../../reading/codes.ts'
import type { GreyPage } from '../../reading/marks.ts'
import { judgePage, type Judged } from '../quality/judge-page.ts'
import { sampleOf } from './sample.ts'

export type LookWork = {
  /** The picture the page was made of, and by how much it was turned. */
  path: string
  turn: 0 | 90 | 180 | 270
  /** Brightness of the page before it was made small: one byte a point. */
  grey: { data: Uint8Array; width: number; height: number }
  hasCorners: boolean
  /** Of the picture that came; nothing when it does not say. */
  dpi: number | undefined
  longInches: number
}
/** `sample`: some of its writing, turned as it is thought to stand, when reading must tell which way up it is. */
export type LookedAt = Judged & { codes: ReadCode[]; sample: Buffer | undefined }

const MOST_MEMORY = 900 * 1024 * 1024
/** Points an inch at which a page is judged, as it is read. */
const JUDGED_AT = 200

// A picture comes once: what libvips would keep for the next time is memory nobody uses.
sharp.cache(false)

serveWork(MOST_MEMORY, async (work: LookWork): Promise<LookedAt> => {
  const { longInches, hasCorners } = work
  const { data, width, height } = work.grey
  const raw: GreyPage = { data, width, height, dpi: Math.max(width, height) / longInches }
  const longest = Math.round(longInches * JUDGED_AT)
  const inside = { width: longest, height: longest, fit: 'inside', withoutEnlargement: true } as const
  const page = await grey(
    sharp(data, { raw: { width, height, channels: 1 } })
      .resize(inside)
      .median(3),
    longInches,
  )
  const came = sharp(await readFile(work.path))
    .autoOrient()
    .greyscale()
    .resize(inside)
    .rotate(work.turn)
  // A photo only its own decoder opens is judged without it.
  const whole = hasCorners ? undefined : await grey(came, longInches).catch(() => undefined)
  const judged = judgePage({ page, raw, dpi: work.dpi ?? raw.dpi, whole })
  const { orientation } = judged
  return {
    ...judged,
    codes: await codesOn(raw),
    sample: orientation && !orientation.sure ? await sampleOf(page, orientation.turn) : undefined,
  }
})

/** Without their places: those are in points of this picture, not of the page. */
async function codesOn(raw: GreyPage): Promise<ReadCode[]> {
  return (await readCodesOn(raw)).map(({ format, text }) => ({ format, text }))
}

async function grey(image: Sharp, longInches: number): Promise<GreyPage> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { data, width, height, dpi: Math.max(width, height) / longInches }
}
