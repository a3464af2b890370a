import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadLine } from '../reading/recogniser.ts'
import { aPaper, jpegOf, scanned } from '../intake/testing.ts'
import { archivalPdf, type ArchivePage } from './archival-pdf.ts'

const madeAt = new Date('2026-11-20T02:00:00Z')
const A5 = { width: 148, height: 210, size: 10, lines: 6 }

let pages: ArchivePage[]
let bytes: Uint8Array
beforeAll(async () => {
  const page = await scanned(await aPaper({ ...A5, sheets: ['GIẤY KHAI SINH'] }))
  const { width, height, dpi } = page
  const jpeg = await jpegOf(page)
  const lines = [
    aLine(200, ['Nguyễn', 'Thị', 'Hoài', 'Thương'], 150),
    aLine(900, ['Ủy', 'ban', 'nhân', 'dân', 'xã', 'Hoành', 'Mô'], 300),
  ]
  pages = [
    { jpeg, width, height, dpi, lines },
    { jpeg, width, height, dpi, lines: [] },
  ]
  bytes = await archivalPdf(pages, { title: 'Giấy khai sinh', madeAt })
})

function aLine(top: number, texts: string[], left: number): ReadLine {
  const words = texts.map((text, at) => {
    const from = left + at * 100
    return { text, confidence: 0.9, box: { left: from, top, right: from + 90, bottom: top + 30 } }
  })
  return { words, box: { left, top, right: left + texts.length * 100, bottom: top + 30 } }
}

describe('the archival PDF of a paper', () => {
  it('keeps each picture byte for byte, in true size', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const pictures = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
          ? [object]
          : [],
      )
    expect(pictures.map(({ contents }) => Buffer.from(contents).equals(Buffer.from(pages[0]?.jpeg ?? [])))).toEqual([
      true,
      true,
    ])
    const { width, height } = document.getPage(0).getSize()
    expect([width / 72, height / 72].map((inches) => Math.round(inches * 25.4))).toEqual([148, 210])
  })

  it('is the same bytes when made again', async () => {
    expect(Buffer.from(await archivalPdf(pages, { title: 'Giấy khai sinh', madeAt })).equals(Buffer.from(bytes))).toBe(
      true,
    )
  })

  it('is found as text, and draws nothing of it', async () => {
    const library = await PDFiumLibrary.init()
    const document = await library.loadDocument(bytes)
    const plain = await library.loadDocument(
      await archivalPdf(
        pages.map((page) => ({ ...page, lines: [] })),
        { title: '', madeAt },
      ),
    )
    expect(document.getPage(0).getText().normalize('NFC').replaceAll(/\s+/g, ' ').trim()).toBe(
      'Nguyễn Thị Hoài Thương Ủy ban nhân dân xã Hoành Mô',
    )
    const [drawn, bare] = await Promise.all(
      [document, plain].map((one) => one.getPage(0).render({ scale: 1, render: 'bitmap' })),
    )
    expect(Buffer.from(drawn?.data ?? []).equals(Buffer.from(bare?.data ?? []))).toBe(true)
    library.destroy()
  })

  it('has what PDF/A-2b asks for: XMP, output intent, identifier, embedded fonts, no missing letters', async () => {
    const odd = [{ ...aLine(100, ['chữ', '漢', 'a\u{1F600}b'], 100) }]
    const written = await archivalPdf([{ ...(pages[0] as ArchivePage), lines: odd }], { title: 'Thử', madeAt })
    const document = await PDFDocument.load(written, { updateMetadata: false })
    const { catalog, context } = document
    const xmp = catalog.lookup(PDFName.of('Metadata'), PDFStream).getContentsString()
    expect(xmp).toMatch(/pdfaid:part(>|=")2/)
    expect(xmp).toMatch(/pdfaid:conformance(>|=")B/)
    const intent = catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
    expect(intent.lookup(PDFName.of('DestOutputProfile'), PDFStream)).toBeDefined()
    expect(context.trailerInfo.ID).toBeDefined()
    expect(context.trailerInfo.Encrypt).toBeUndefined()
    const dicts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict ? [object] : object instanceof PDFStream ? [object.dict] : [],
      )
    const fonts = dicts.filter((dict) => dict.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'))
    expect(fonts.length).toBe(1)
    for (const font of fonts) expect(font.has(PDFName.of('FontFile2'))).toBe(true)
    const composite = dicts.find((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('CIDFontType2'))
    expect(composite?.has(PDFName.of('CIDToGIDMap'))).toBe(true)
    for (const forbidden of ['JS', 'JavaScript', 'AA', 'OpenAction', 'EmbeddedFiles', 'SMask'])
      expect(dicts.filter((dict) => dict.has(PDFName.of(forbidden)))).toEqual([])
    const library = await PDFiumLibrary.init()
    expect((await library.loadDocument(written)).getPage(0).getText().replaceAll(/\s+/g, ' ').trim()).toBe('chữ ab')
    library.destroy()
  })
})

describe.runIf(existsSync('/usr/bin/pdftotext') && existsSync('/usr/bin/qpdf'))('before other programs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-archive-'))
  const path = join(folder, 'paper.pdf')
  afterAll(() => rmSync(folder, { recursive: true }))

  it('qpdf finds nothing wrong, and pdftotext each word where it stands', () => {
    writeFileSync(path, bytes)
    expect(execFileSync('qpdf', ['--check', path], { encoding: 'utf8' })).toContain(
      'No syntax or stream encoding errors',
    )
    const words = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' })
    const [, left, top, right, bottom] =
      /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Hoành</.exec(words.normalize('NFC')) ?? []
    const points = [left, top, right, bottom].map((value) => (Number(value) * 200) / 72)
    for (const [at, wanted] of [800, 900, 890, 930].entries())
      expect(Math.abs((points[at] ?? 0) - wanted)).toBeLessThan(8)
  })
})
