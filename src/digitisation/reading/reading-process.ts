import sharp from 'sharp'
import { serveWork } from '../../platform/bounded-process.ts'
import { readCodes, type ReadCode } from './codes.ts'
import { preparePage, type PreparedPage } from './prepare-page.ts'

/** The page, and the picture it was made of unless its codes were read before. */
export type PageToPrepare = { jpeg: Uint8Array; original?: Uint8Array | undefined }
export type PageForReading = PreparedPage & { codes: ReadCode[] }

const MOST_MEMORY = 700 * 1024 * 1024

// A page comes once: what libvips would keep for the next time is memory nobody uses.
sharp.cache(false)

serveWork(MOST_MEMORY, async ({ jpeg, original }: PageToPrepare): Promise<PageForReading> => {
  const page = await preparePage(jpeg)
  return { ...page, codes: await readCodes(jpeg, original) }
})
