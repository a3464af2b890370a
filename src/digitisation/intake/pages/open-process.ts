import { readFile } from 'node:fs/promises'
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { serveWork } from '../../../platform/bounded-process.ts'
import { limitedPdfium } from '../../../platform/limited-pdfium.ts'

/** Pages count from 1; a picture has one. */
export type OpenWork = { path: string; mediaType: string; page: number }
export type OpenedPage = {
  /** The page drawn, when the file is no picture itself. */
  picture: Buffer | undefined
  /** Points an inch of the scan, where the file says it. */
  dpi: number | undefined
  longInches: number
}

const POINTS_AN_INCH = 72
const DRAWN_AT = 300
/** No page is drawn larger, whatever size it claims. */
const LONGEST = 3400
const MOST_MEMORY = 700 * 1024 * 1024

/** `drawn` is missing where the whole file would take the room its pages are drawn in. */
type Opened = { path: string; drawn: PDFiumDocument | undefined; parsed: PDFDocument }
/** Longer files, such as a whole register, are drawn page by page, each cut out of the file for itself. */
const DRAWN_WHOLE = 32 * 1024 * 1024
const library = await limitedPdfium()
// No page comes twice.
sharp.cache(false)
let last: Opened | undefined

serveWork(MOST_MEMORY, ({ path, mediaType, page }: OpenWork): Promise<OpenedPage> => {
  return mediaType === 'application/pdf' ? pageOfPdf(path, page) : sizeOfPicture(path)
})

const A4_LONG = 297 / 25.4
/** From a card to a sheet of A2. */
const INCHES = { least: 3, most: 24 }
const LEAST_DPI = 90

/** What a scanner writes down is believed; cameras and screens write 72, and then the sheet is taken for A4. */
async function sizeOfPicture(path: string): Promise<OpenedPage> {
  const { width, height, density = 0 } = await sharp(path).metadata()
  const longInches = Math.max(width, height) / density
  if (density < LEAST_DPI || longInches < INCHES.least || longInches > INCHES.most)
    return { picture: undefined, dpi: undefined, longInches: A4_LONG }
  return { picture: undefined, dpi: density, longInches }
}

async function pageOfPdf(path: string, number: number): Promise<OpenedPage> {
  const { drawn, parsed } = await opened(path)
  const alone = drawn ? undefined : await library.loadDocument(await cutOut(parsed, number))
  const page = alone ? alone.getPage(0) : drawn?.getPage(number - 1)
  if (!page) throw new Error(`there is no page ${number}`)
  try {
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const long = Math.max(originalWidth, originalHeight)
    const scale = Math.min(DRAWN_AT / POINTS_AN_INCH, LONGEST / long)
    const { data } = await page.render({ scale, renderFormFields: true, render: encode })
    const longInches = long / POINTS_AN_INCH
    return { picture: Buffer.from(data), dpi: scannedAt(parsed.getPage(number - 1), longInches), longInches }
  } finally {
    alone?.destroy()
  }
}

/** One page with all it needs. */
async function cutOut(parsed: PDFDocument, number: number): Promise<Uint8Array> {
  const alone = await PDFDocument.create({ updateMetadata: false })
  for (const page of await alone.copyPages(parsed, [number - 1])) alone.addPage(page)
  return alone.save({ useObjectStreams: false })
}

/** Pages of one file come one after the other: it is opened once. */
async function opened(path: string): Promise<Opened> {
  if (last?.path === path) return last
  last?.drawn?.destroy()
  last = undefined
  const bytes = await readFile(path)
  const parsed = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY })
  const drawn = bytes.length > DRAWN_WHOLE ? undefined : await library.loadDocument(bytes)
  last = { path, drawn, parsed }
  return last
}

/** A letterhead is no scan. */
const LEAST_SIDE = 500

/** Of the largest picture on a page, as if it filled the page. */
function scannedAt(page: PDFPage, longInches: number): number | undefined {
  const pictures = page.node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const sides = (pictures?.values() ?? []).flatMap((ref) => {
    const picture = page.doc.context.lookup(ref)
    if (!(picture instanceof PDFRawStream)) return []
    const [width, height] = ['Width', 'Height'].map((name) => picture.dict.lookup(PDFName.of(name)))
    return width instanceof PDFNumber && height instanceof PDFNumber
      ? [Math.max(width.asNumber(), height.asNumber())]
      : []
  })
  const largest = Math.max(0, ...sides)
  return largest < LEAST_SIDE ? undefined : Math.round(largest / longInches)
}

function encode({ data, width, height }: { data: Uint8Array; width: number; height: number }): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}
