import { PDFiumLibrary } from '@hyzyla/pdfium'

/** 64 KB each: 192 MB, twice what honest pages of scans take. */
const MOST_MEMORY_PAGES = 3072

/** What the renderer asks for beyond this it does not get: a file made to use up memory is not drawn. */
export function limitedPdfium(): Promise<PDFiumLibrary> {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function (delta: number) {
    if (this.buffer.byteLength / 65_536 + delta > MOST_MEMORY_PAGES) throw new RangeError('too much memory for a page')
    return grow.call(this, delta)
  }
  return PDFiumLibrary.init()
}
