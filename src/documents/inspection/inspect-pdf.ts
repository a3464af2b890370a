import {
  EncryptedPDFError,
  PDFArray,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFContext,
} from '@cantoo/pdf-lib'
import { MOST_PIXELS } from '../file.ts'
import { refuseActions, refuseTellingNames, withPlainNames } from './pdf-actions.ts'
import { unpackStreams } from './pdf-streams.ts'
import { Objected } from './verdict.ts'

const MOST_FILTERS = 2
// Viewers look for the end mark in the last kilobyte.
const END_MARK_WITHIN = 1024

/** Checks a PDF without changing a byte of it, so that signatures stay valid. Answers its number of pages. */
export async function inspectPdf(content: Buffer, mostPages: number): Promise<number> {
  refuseCut(content)
  refuseEncrypted(content)
  refuseTellingNames(withPlainNames(content))
  unpackStreams(content, refuseTellingNames)
  const document = await load(content)
  refuseActions(document.context)
  refuseHeavyStreams(document.context)
  return countPages(document, mostPages)
}

function refuseCut(content: Buffer): void {
  const tail = content.subarray(-END_MARK_WITHIN).toString('latin1')
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(tail)
  if (!start || Number(start[1]) >= content.length) throw new Objected('documents.pdf-broken')
}

/** The entry stands in the trailer or in the head of a cross-reference stream, both never encrypted themselves. */
function refuseEncrypted(content: Buffer): void {
  if (!content.includes('/Encrypt')) return
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(content.toString('latin1'))) throw new Objected('documents.pdf-encrypted')
}

async function load(content: Buffer): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(content, {
      updateMetadata: false,
      throwOnInvalidObject: true,
      parseSpeed: Number.POSITIVE_INFINITY,
    })
  } catch (error) {
    throw new Objected(error instanceof EncryptedPDFError ? 'documents.pdf-encrypted' : 'documents.pdf-broken')
  }
}

function refuseHeavyStreams(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    const filters = object.dict.lookup(PDFName.of('Filter'))
    if (filters instanceof PDFArray && filters.size() > MOST_FILTERS) throw new Objected('documents.too-complex')
    const [width, height] = ['Width', 'Height'].map((name) => object.dict.lookup(PDFName.of(name)))
    if (
      width instanceof PDFNumber &&
      height instanceof PDFNumber &&
      width.asNumber() * height.asNumber() > MOST_PIXELS
    ) {
      throw new Objected('documents.image-too-large')
    }
  }
}

function countPages(document: PDFDocument, mostPages: number): number {
  const pages = pagesOf(document)
  if (pages.length === 0) throw new Objected('documents.pdf-broken')
  if (pages.length > mostPages) throw new Objected('documents.too-many-pages', { pages: pages.length, most: mostPages })
  for (const page of pages) {
    const contents = page.node.get(PDFName.of('Contents'))
    if (contents instanceof PDFRef && !document.context.lookup(contents)) throw new Objected('documents.pdf-broken')
  }
  return pages.length
}

/** A page tree that loops or leads nowhere makes the library fail in many ways: the file is broken in each. */
function pagesOf(document: PDFDocument) {
  try {
    return document.getPages()
  } catch {
    throw new Objected('documents.pdf-broken')
  }
}
