import { parentPort, workerData } from 'node:worker_threads'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { limitedPdfium } from '../../platform/limited-pdfium.ts'

/** `signedBytes`: how much of the file was there when it was signed. Pages count from 1. */
export type DrawWork = { bytes: Uint8Array; pages: { page: number; signedBytes: number }[] }
export type DrawnPage = { page: number; signed: Uint8Array | null; now: Uint8Array | null }

/** Pixels: enough to read the text of a page, whatever size the file claims for it. */
const MOST_WIDE = 700
const MOST_HIGH = 1000

const { bytes, pages } = workerData as DrawWork
const library = await limitedPdfium()
const now = await library.loadDocument(bytes)
const drawn: DrawnPage[] = []
for (const { page, signedBytes } of pages) {
  const signed = await library.loadDocument(bytes.subarray(0, signedBytes))
  drawn.push({ page, signed: await picture(signed, page), now: await picture(now, page) })
  signed.destroy()
}
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
parentPort?.postMessage(drawn)

async function picture(document: PDFiumDocument, number: number): Promise<Uint8Array | null> {
  if (number > document.getPageCount()) return null
  const page = document.getPage(number - 1)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(MOST_WIDE / originalWidth, MOST_HIGH / originalHeight)
  const { data } = await page.render({ scale, renderFormFields: true, render: encode })
  return data
}

function encode({ data, width, height }: { data: Uint8Array; width: number; height: number }): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: 64 })
    .toBuffer()
}
