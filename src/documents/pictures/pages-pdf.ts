import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import type { Turn } from './page.ts'

/** Long side of A4 in points of 1/72 inch. */
const A4_LONG = 841.89

/** One PDF of JPEG pages, each as they are; a turned page is turned by its viewer, so nothing is lost. */
export async function pagesPdf(
  pages: readonly { jpeg: Uint8Array; width: number; height: number; turn: Turn }[],
  { title, now }: { title: string; now: Date },
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  document.setCreationDate(now)
  document.setModificationDate(now)
  for (const { jpeg, width, height, turn } of pages) {
    const scale = A4_LONG / Math.max(width, height)
    const page = document.addPage([width * scale, height * scale])
    page.drawImage(await document.embedJpg(jpeg), { x: 0, y: 0, width: width * scale, height: height * scale })
    if (turn !== 0) page.setRotation(degrees(turn))
  }
  return document.save({ useObjectStreams: false })
}
