import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** `signedBytes`: how much of the file was there when it was signed. Pages count from 1. */
export type DrawWork = { bytes: Uint8Array; pages: { page: number; signedBytes: number }[] }
export type DrawnPage = { page: number; signed: Uint8Array | null; now: Uint8Array | null }

/** Pixels: enough to read the text of a page, whatever size the file claims for it. */
const MOST_WIDE = 700
const MOST_HIGH = 1000
/** 64 KB each: 192 MB, twice what honest pages of scans take. */
const MOST_MEMORY_PAGES = 3072

// What the renderer asks for beyond this it does not get: a file made to use up memory is not drawn.
const { grow } = WebAssembly.Memory.prototype
WebAssembly.Memory.prototype.grow = function (delta: number) {
  if (this.buffer.byteLength / 65_536 + delta > MOST_MEMORY_PAGES) throw new RangeError('too much memory for a page')
  return grow.call(this, delta)
}

const { bytes, pages } = workerData as DrawWork
const library = await PDFiumLibrary.init()
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
