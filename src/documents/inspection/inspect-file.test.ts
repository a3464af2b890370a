import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aHeicPhoto } from '../pictures/testing.ts'
import { aBomb, aDocx, aPdf, aPng, aStream, aZip } from '../testing.ts'
import { inspect } from './inspector.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'motcua-inspect-'))))
afterAll(() => rm(folder, { recursive: true }))

async function verdictOf(content: Uint8Array) {
  const path = join(folder, crypto.randomUUID())
  await writeFile(path, content)
  return inspect(path)
}

const codeOf = async (content: Uint8Array) => {
  const verdict = await verdictOf(content)
  return verdict.ok ? 'ok' : verdict.code
}

async function aLibraryPdf(pages: number, useObjectStreams: boolean): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page += 1) document.addPage().drawText(`Trang ${page + 1}`)
  return Buffer.from(await document.save({ useObjectStreams }))
}

const photo = (format: 'jpeg' | 'png') =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#a33' } })
    .toFormat(format)
    .toBuffer()

describe('honest files', () => {
  it('are taken as they are, with their type and pages', async () => {
    expect(await verdictOf(aPdf())).toEqual({ ok: true, mediaType: 'application/pdf', pages: 1 })
    expect(await verdictOf(await aLibraryPdf(3, false))).toEqual({ ok: true, mediaType: 'application/pdf', pages: 3 })
    const signed = aPdf({ content: aStream('', '% /ByteRange [0 1 2 3]') })
    expect(await verdictOf(signed)).toMatchObject({ ok: true, isSigned: true })
    expect(await verdictOf(await aLibraryPdf(200, true))).toEqual({
      ok: true,
      mediaType: 'application/pdf',
      pages: 200,
    })
    expect(await verdictOf(await photo('jpeg'))).toEqual({ ok: true, mediaType: 'image/jpeg', pages: null })
    expect(await verdictOf(await photo('png'))).toEqual({ ok: true, mediaType: 'image/png', pages: null })
    expect(await verdictOf(aHeicPhoto())).toEqual({ ok: true, mediaType: 'image/heic', pages: null })
    expect(await verdictOf(aDocx())).toMatchObject({ ok: true, pages: null })
  })

  it('may have links, packed content and pages of high resolution', async () => {
    const link =
      '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.com) >> >>]'
    expect(await codeOf(aPdf({ page: link }))).toBe('ok')
    expect(await codeOf(aPdf({ content: aStream('/Filter /FlateDecode', aBomb(60_000_000)) }))).toBe('ok')
  })
})

describe('files that pretend', () => {
  const pretenders: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
    ['an empty file', () => new Uint8Array(0), 'documents.empty'],
    ['HTML called .pdf', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'documents.wrong-type'],
    ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'documents.wrong-type'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(512)]), 'documents.wrong-type'],
    ['a spreadsheet-less zip', () => aZip({ 'a.txt': 'x' }), 'documents.wrong-type'],
    ['GIF that is also PDF', () => Buffer.concat([Buffer.from('GIF89a\n'), aPdf()]), 'documents.wrong-type'],
    ['PDF that does not begin as one', () => Buffer.concat([Buffer.from('\n\n'), aPdf()]), 'documents.wrong-type'],
    ['PDF that is also zip', () => Buffer.concat([aPdf(), aZip({ 'evil.exe': 'MZ' })]), 'documents.polyglot'],
    [
      'JPEG that is also zip',
      async () => Buffer.concat([await photo('jpeg'), aZip({ 'evil.exe': 'MZ' })]),
      'documents.polyglot',
    ],
    [
      'JPEG with a PDF in its head',
      async () => withComment(await photo('jpeg'), '%PDF-1.7 1 0 obj'),
      'documents.polyglot',
    ],
    ['a cut HEIC', () => aHeicPhoto().subarray(0, -100), 'documents.image-broken'],
    ['the head of a HEIC alone', () => aHead('heic'), 'documents.image-broken'],
    ['a HEIC that says it is 60,000 × 60,000', () => aHeicOf(60_000), 'documents.image-too-large'],
    ['a HEIC with a PDF in its head', () => Buffer.concat([aHead('heic'), aPdf()]), 'documents.polyglot'],
    ['a moving picture of a telephone', () => aHead('msf1'), 'documents.photo-unreadable'],
    ['AVIF', () => aHead('avif'), 'documents.photo-unreadable'],
    ['a cut JPEG', async () => (await photo('jpeg')).subarray(0, 900), 'documents.image-broken'],
    ['a cut PNG', async () => (await photo('png')).subarray(0, 700), 'documents.image-broken'],
    ['a PNG of 30,000 × 30,000', () => aPng(30_000, 30_000), 'documents.image-too-large'],
    ['a Word file with macros', () => aDocx({ 'word/vbaProject.bin': 'x' }), 'documents.docx-active'],
    [
      'a Word file with a program inside',
      () => aDocx({ 'word/embeddings/oleObject1.bin': 'x' }),
      'documents.docx-active',
    ],
    ['a Word file that climbs out', () => aDocx({ '../../etc/cron.d/x': 'x' }), 'documents.docx-broken'],
    ['a cut Word file', () => aDocx().subarray(0, -30), 'documents.docx-broken'],
  ]
  it.each(pretenders)('%s', async (_, make, code) => {
    expect(await codeOf(await make())).toBe(code)
  })
})

const aHead = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1')

/** What a decoder would make room for stands in the box `ispe`: version, width, height. */
function aHeicOf(side: number): Buffer {
  const heic = aHeicPhoto()
  const size = heic.indexOf('ispe') + 8
  heic.writeUInt32BE(side, size)
  heic.writeUInt32BE(side, size + 4)
  return heic
}

function withComment(jpeg: Buffer, text: string): Buffer {
  const comment = Buffer.from(text, 'latin1')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(comment.length + 2)
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, comment, jpeg.subarray(2)])
}

const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const shadowed = () => {
  // Object 3 stands twice: the table points to the first, a reader that takes the last sees nothing wrong.
  const pdf = aPdf({ page: `/AA << /O ${script} >>` })
  const harmless = Buffer.from(
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n',
  )
  const table = pdf.lastIndexOf('xref\n0 ')
  const start = pdf.lastIndexOf('startxref')
  return Buffer.concat([
    pdf.subarray(0, table),
    harmless,
    pdf.subarray(table, start),
    Buffer.from(`startxref\n${table + harmless.length}\n%%EOF\n`),
  ])
}
const packedObjects = (inner: string) =>
  aStream(`/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode`, deflateSync(`10 0 ${inner}`))
describe('PDF files that do more than show pages', () => {
  const active: [string, () => Uint8Array, string][] = [
    ['script on opening', () => aPdf({ catalog: `/OpenAction ${script}` }), 'documents.pdf-javascript'],
    [
      'script by name',
      () => aPdf({ catalog: '/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', more: [[script]] }),
      'documents.pdf-javascript',
    ],
    ['script when a page opens', () => aPdf({ page: `/AA << /O ${script} >>` }), 'documents.pdf-javascript'],
    [
      'script on an annotation',
      () => aPdf({ page: `/Annots [<< /Type /Annot /Subtype /Widget /Rect [0 0 1 1] /A ${script} >>]` }),
      'documents.pdf-javascript',
    ],
    [
      'script after another action',
      () => aPdf({ catalog: `/OpenAction << /S /URI /URI (https://example.com) /Next ${script} >>` }),
      'documents.pdf-javascript',
    ],
    [
      'script with its name written in code',
      () => aPdf({ catalog: '/OpenAction << /S /Java#53cript /JS (1) >>' }),
      'documents.pdf-javascript',
    ],
    ['script text alone', () => aPdf({ catalog: '/OpenAction << /S /Rubbish /JS (1) >>' }), 'documents.pdf-javascript'],
    ['script in packed objects', () => aPdf({ more: [packedObjects(script)] }), 'documents.pdf-javascript'],
    ['script in an object written twice', shadowed, 'documents.pdf-javascript'],
    [
      'start of a program',
      () => aPdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
      'documents.pdf-active',
    ],
    [
      'sending a form',
      () => aPdf({ page: '/AA << /O << /S /SubmitForm /F (https://example.com) >> >>' }),
      'documents.pdf-active',
    ],
    [
      'XFA form',
      () => aPdf({ catalog: '/AcroForm << /XFA 5 0 R >>', more: [aStream('', '<xdp/>')] }),
      'documents.pdf-active',
    ],
    [
      'film',
      () => aPdf({ page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 1 1] >>]' }),
      'documents.pdf-active',
    ],
    [
      'attached file',
      () =>
        aPdf({
          catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /EF << /F 5 0 R >> >>] >> >>',
          more: [aStream('/Type /EmbeddedFile', 'MZ')],
        }),
      'documents.pdf-attachment',
    ],
  ]
  it.each(active)('%s', async (_, make, code) => {
    expect(await codeOf(make())).toBe(code)
  })
})

describe('PDF files that cannot be read', () => {
  it('encrypted by another program', async () => {
    const plain = join(folder, 'plain.pdf')
    await writeFile(plain, await aLibraryPdf(1, true))
    for (const password of ['mo', '']) {
      const locked = join(folder, `locked-${password}.pdf`)
      execFileSync('qpdf', ['--encrypt', password, 'chu', '256', '--', plain, locked])
      expect(await inspect(locked)).toMatchObject({ ok: false, code: 'documents.pdf-encrypted' })
    }
  })

  it('cut anywhere, or damaged in the middle', async () => {
    const whole = await aLibraryPdf(5, false)
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * part))), `${part}`).toBe('documents.pdf-broken')
    }
    const hole = Buffer.from(whole)
    hole.fill(0, 20, Math.floor(whole.length * 0.7))
    expect(await codeOf(hole)).toBe('documents.pdf-broken')
  })

  const broken: [string, () => Uint8Array][] = [
    ['a head alone', () => Buffer.from('%PDF-1.7\n')],
    ['no page', () => aPdf({ pages: 0 })],
    [
      'a page that names content which is not there',
      () => Buffer.from(aPdf().toString('latin1').replace('/Contents 4 0 R', '/Contents 9 0 R'), 'latin1'),
    ],
    [
      'a page tree that runs in a circle',
      () => Buffer.from(aPdf().toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1'),
    ],
  ]
  it.each(broken)('%s', async (_, make) => {
    expect(await codeOf(make())).toBe('documents.pdf-broken')
  })

  it('more than 200 pages', async () => {
    expect(await verdictOf(await aLibraryPdf(201, true))).toEqual({
      ok: false,
      code: 'documents.too-many-pages',
      facts: { pages: 201, most: 200 },
    })
  })

  it('more pages than a register may have, where a register is taken', async () => {
    const path = join(folder, 'register.pdf')
    await writeFile(path, await aLibraryPdf(201, true))
    expect(await inspect(path, 201)).toMatchObject({ ok: true, pages: 201 })
    expect(await inspect(path, 200)).toMatchObject({ ok: false, code: 'documents.too-many-pages' })
  })
})

describe('files made to exhaust their reader', () => {
  const heavy: [string, () => Uint8Array][] = [
    ['150 MB in one stream', () => aPdf({ content: aStream('/Filter /FlateDecode', aBomb(150_000_000)) })],
    [
      '150 MB packed twice, in 1 KB',
      () => aPdf({ content: aStream('/Filter [/FlateDecode /FlateDecode]', aBomb(150_000_000, 2)) }),
    ],
    [
      '150 MB of objects',
      () => aPdf({ more: [aStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', aBomb(150_000_000))] }),
    ],
    [
      'ten streams of 110 MB',
      () => {
        const packed = aBomb(110_000_000)
        return aPdf({ more: Array.from({ length: 10 }, () => aStream('/Filter /FlateDecode', packed)) })
      },
    ],
    [
      'three filters in a row',
      () => aPdf({ content: aStream('/Filter [/ASCIIHexDecode /ASCIIHexDecode /FlateDecode]', '00>') }),
    ],
  ]
  it.each(heavy)('%s', async (_, make) => {
    const content = make()
    const started = performance.now()
    expect(await codeOf(content)).toBe('documents.too-complex')
    expect(performance.now() - started).toBeLessThan(20_000)
  })

  it('a picture of 40,000 × 40,000 inside a PDF', async () => {
    const image = aStream(
      '/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 8',
      'x',
    )
    expect(await codeOf(aPdf({ more: [image] }))).toBe('documents.image-too-large')
  })

  it('dictionaries nested a hundred thousand deep', async () => {
    const deep = '<< /A '.repeat(100_000) + '1' + ' >>'.repeat(100_000)
    expect(['documents.pdf-broken', 'documents.too-complex']).toContain(await codeOf(aPdf({ more: [[deep]] })))
  })

  it('leave the inspector working for the next file', async () => {
    expect(await codeOf(aPdf())).toBe('ok')
  })
})
