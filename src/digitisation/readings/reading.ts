import type { Page, PreparedPage } from '../intake/scan.ts'
import { isPrepared } from '../intake/scan.ts'
import type { ReadCode } from '../reading/codes.ts'
import { readCardQr } from '../reading/identity-card.ts'
import type { ReadPage } from '../reading/read-page.ts'

/** Lượt đọc: what a machine made of one picture of a page, or why it made nothing. */
export type Reading = { pageId: string; pictureSha256: string; tries: number; tookMs: number; readAt: Date } & (
  | ({ state: 'read' } & ReadPage)
  | { state: 'failed'; failure: string }
)
export type PageRead = Extract<Reading, { state: 'read' }>

/** A page that fails so often is a failed page: its paper goes on without it. */
export const MOST_TRIES = 2

const keyOf = ({ id, pictureSha256 }: Pick<PreparedPage, 'id' | 'pictureSha256'>) => `${id} ${pictureSha256}`

/** Readings by the picture they are of: a page that was turned or scanned again is another picture. */
export function readingOfPage(
  { id, pictureSha256 }: Pick<Page, 'id' | 'pictureSha256'>,
  readings: readonly Reading[],
): Reading | undefined {
  return readings.find((one) => one.pageId === id && one.pictureSha256 === pictureSha256)
}

/** The pages that are still to be read, in their order: each picture is read once, and a failed one tried again. */
export function pagesToRead(pages: readonly Page[], readings: readonly Reading[]): PreparedPage[] {
  const settled = new Set(
    readings
      .filter(({ state, tries }) => state === 'read' || tries >= MOST_TRIES)
      .map(({ pageId: id, pictureSha256 }) => keyOf({ id, pictureSha256 })),
  )
  return pages.filter(isPrepared).filter((page) => page.role === 'page' && !settled.has(keyOf(page)))
}

/** What was read, with the codes that only the picture as it came showed. */
export function withCodes(read: ReadPage, codes: readonly ReadCode[]): ReadPage {
  const known = new Set(read.codes.map(({ format, text }) => `${format} ${text}`))
  const more = codes.filter(({ format, text }) => !known.has(`${format} ${text}`))
  const card = more.map(({ text }) => readCardQr(text)).find((found) => found !== undefined)
  const isBetter = card && read.card?.source !== 'qr'
  return { ...read, codes: [...read.codes, ...more], ...(isBetter ? { card: { ...card, source: 'qr' } } : {}) }
}
