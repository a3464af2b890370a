import { createHash } from 'node:crypto'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import fontkit from '@cantoo/fontkit'
import { dict, isStream, name, withEntries } from '../pdf/objects.ts'
import type { PdfDict, PdfRef, PdfStream, PdfValue } from '../pdf/objects.ts'
import { copyInto } from '../pdf/copy.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { Increment } from '../pdf/increment.ts'
import { fontBytes } from './font.ts'

/** What a widget shows. Sizes in points (1/72 inch); lengths from the lower left corner. */
export type AppearanceSpec = {
  width: number
  height: number
  /** PNG, drawn as large as fits, in the middle. */
  image?: Uint8Array
  text?: { lines: string[]; size: number; align?: 'left' | 'centre'; colour?: 'black' | 'red' | 'blue' }
}

/** Drawn once as a page of its own; copied into each file that shows it. */
export type Appearance = { page: PdfFile; content: PdfStream; resources: PdfValue; width: number; height: number }

const CACHE_SIZE = 200
const cache = new Map<string, Promise<Appearance>>()

/** Prepared appearances are kept, so that signing many results with one seal draws it once. */
export function prepareAppearance(spec: AppearanceSpec): Promise<Appearance> {
  const image = spec.image ? createHash('sha256').update(spec.image).digest('hex') : ''
  const key = JSON.stringify([spec.width, spec.height, image, spec.text ?? null])
  let found = cache.get(key)
  if (found) cache.delete(key)
  else {
    found = drawAppearance(spec)
    found.catch(() => cache.delete(key))
  }
  cache.set(key, found)
  for (const oldest of cache.keys()) {
    if (cache.size <= CACHE_SIZE) break
    cache.delete(oldest)
  }
  return found
}

const COLOURS = { black: rgb(0, 0, 0), red: rgb(0.835, 0.09, 0.118), blue: rgb(0.106, 0.247, 0.627) }

async function drawAppearance(spec: AppearanceSpec): Promise<Appearance> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const page = document.addPage([spec.width, spec.height])
  if (spec.image) {
    const image = await document.embedPng(spec.image)
    const scale = Math.min(spec.width / image.width, spec.height / image.height)
    const [width, height] = [image.width * scale, image.height * scale]
    page.drawImage(image, { x: (spec.width - width) / 2, y: (spec.height - height) / 2, width, height })
  }
  if (spec.text) {
    document.registerFontkit(fontkit)
    const font = await document.embedFont(fontBytes('regular'), { subset: true })
    const { lines, size, align = 'left', colour = 'black' } = spec.text
    const leading = size * 1.2
    const top = (spec.height + leading * lines.length) / 2 - size * 0.95
    lines.forEach((line, index) => {
      const text = line.normalize('NFC')
      const free = spec.width - font.widthOfTextAtSize(text, size)
      page.drawText(text, {
        x: align === 'centre' ? free / 2 : 1,
        y: top - index * leading,
        size,
        font,
        color: COLOURS[colour],
      })
    })
  }
  return readAppearance(await document.save({ useObjectStreams: false, addDefaultPage: false }), spec)
}

function readAppearance(bytes: Uint8Array, { width, height }: AppearanceSpec): Appearance {
  const page = readPdf(bytes)
  const pageDict = firstPage(page)
  const contents = page.resolve(pageDict.entries.get('Contents'))
  const [content, more] = (Array.isArray(contents) ? contents : [contents]).map(page.resolve).filter(isStream)
  if (more) throw new Error('one content stream expected')
  const empty: PdfStream = { kind: 'stream', dict: dict({}), data: Buffer.alloc(0) }
  return { page, content: content ?? empty, resources: page.resolve(pageDict.entries.get('Resources')), width, height }
}

export function firstPage(file: PdfFile): PdfDict {
  const kids = file.resolve(file.dict(file.dict(file.rootRef)?.entries.get('Pages'))?.entries.get('Kids'))
  const page = file.dict(Array.isArray(kids) ? kids[0] : undefined)
  if (!page) throw new Error('a drawn page expected')
  return page
}

/** Turns what is drawn upright back against the turning of its page; readers then fit it into its rectangle. */
const TURNED_BACK = { 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] }

/** Copies the appearance into the increment as a form XObject, for a page shown turned clockwise by `rotate`. */
export function placeAppearance(
  increment: Increment,
  appearance: Appearance,
  rotate: 0 | keyof typeof TURNED_BACK = 0,
): PdfRef {
  const resources = copyInto(increment, appearance.page, appearance.resources)
  const form = formXObject(appearance, resources, appearance.content)
  return increment.add(rotate === 0 ? form : { ...form, dict: withEntries(form.dict, { Matrix: TURNED_BACK[rotate] }) })
}

export function formXObject(
  size: { width: number; height: number },
  resources: PdfValue,
  content: PdfStream,
): PdfStream {
  const entries = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, size.width, size.height],
    Resources: resources,
    Filter: content.dict.entries.get('Filter'),
  })
  return { kind: 'stream', dict: entries, data: content.data }
}
