import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument, StandardFonts, degrees } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { annexBlock, copyBlock } from '../appearance/text-blocks.ts'
import { signPdf } from '../sign-pdf.ts'
import type { Rect } from '../pdf/form.ts'
import { readPdf } from '../pdf/file.ts'
import { LEADER, SIGNED_AT, pdfLibDocument, signingWorld, typstDocument } from '../testing.ts'
import { hybridPdf, throughQpdf, writtenPdf } from '../testing-files.ts'
import { hasPeers } from '../testing-peers.ts'
import { findPlace } from './find-place.ts'
import type { Place } from './find-place.ts'

const run = promisify(execFile)

type Word = { text: string; rect: Rect }

/** The words of a page with their boxes, as Poppler finds them, from the lower left corner of the page as seen. */
async function popplerWords(pdf: Uint8Array, page: number): Promise<Word[]> {
  const path = join(await mkdtemp(join(tmpdir(), 'motcua-words-')), 'file.pdf')
  await writeFile(path, pdf)
  const { stdout } = await run('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), path, '-'])
  const height = Number(/<page [^>]*height="([\d.]+)"/.exec(stdout)?.[1])
  const words = stdout.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)
  return [...words].map(([, left, top, right, bottom, text = '']) => ({
    text,
    rect: [Number(left), height - Number(bottom), Number(right), height - Number(top)],
  }))
}

const popplerText = async (pdf: Uint8Array) => (await popplerWords(pdf, 1)).map(({ text }) => text).join(' ')
const overlaps = (a: Rect, b: Rect) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
const corner = { width: 180, height: 38, near: { page: 1, corner: 'top-right' } } as const

async function expectOnWhite(pdf: Buffer, { page, rect }: Place): Promise<void> {
  const covered = (await popplerWords(pdf, page)).filter((word) => overlaps(word.rect, rect))
  expect(covered).toEqual([])
}

describe.skipIf(!hasPeers)('room for a signature', () => {
  it.each<[string, () => Promise<Buffer>]>([
    ['Typst', async () => typstDocument()],
    ['pdf-lib', pdfLibDocument],
    ['a word processor, letters without measures', async () => hybridPdf()],
    ['qpdf, all in object streams', async () => throughQpdf(await pdfLibDocument(), '--object-streams=generate')],
  ])('is found in the corner of a document of %s', async (_, make) => {
    const pdf = await make()
    const place = await findPlace(readPdf(pdf), corner)
    expect(place.page).toBe(1)
    expect(place.rect[2] - place.rect[0]).toBeCloseTo(180)
    expect(place.rect[2]).toBeGreaterThan(500)
    expect(place.rect[3]).toBeGreaterThan(780)
    await expectOnWhite(pdf, place)
  })

  it('is moved beside what already stands in the corner, an earlier signature too', async () => {
    const pdf = await written((page, font) => page.drawText('Số: 12/UBND-VP', { x: 480, y: 810, size: 12, font }))
    const place = await findPlace(readPdf(pdf), corner)
    expect(place.rect[3]).toBeLessThan(828)
    await expectOnWhite(pdf, place)
    const signed = await signedIn(pdf, { name: 'mot', place: corner })
    const next = await findPlace(readPdf(signed), corner)
    expect(overlaps(next.rect, place.rect)).toBe(false)
    await expectOnWhite(signed, next)
  })

  it('is under its words, centred, on the last page that has them', async () => {
    const pdf = await pdfLibDocument()
    const wish = { width: 120, height: 50, near: { phrase: 'Nơi nhận:', side: 'below' } } as const
    const place = await findPlace(readPdf(pdf), wish)
    const [first] = (await popplerWords(pdf, 2)).filter(({ text }) => text === 'Nơi')
    const [last] = (await popplerWords(pdf, 2)).filter(({ text }) => text === 'nhận:')
    if (!first || !last) throw new Error('Poppler finds the words')
    expect(place.page).toBe(2)
    const middle = (first.rect[0] + last.rect[2]) / 2
    expect(Math.abs((place.rect[0] + place.rect[2]) / 2 - middle)).toBeLessThan(3)
    expect(place.rect[3]).toBeLessThan(first.rect[1] + 4)
    await expectOnWhite(pdf, place)
  })

  it('is right behind the end of the text for initials', async () => {
    const pdf = await pdfLibDocument()
    const wish = { width: 40, height: 14, near: { phrase: 'KINH DOANH', side: 'right', page: 1 } } as const
    const place = await findPlace(readPdf(pdf), wish)
    const [word] = (await popplerWords(pdf, 1)).filter(({ text }) => text === 'DOANH')
    expect(place.rect[0] - (word?.rect[2] ?? 0)).toBeLessThan(8)
    await expectOnWhite(pdf, place)
  })

  it('is right side up on a page that is turned when shown', async () => {
    for (const turn of [90, 180, 270]) {
      const pdf = await written((page, font) => {
        page.setRotation(degrees(turn))
        page.drawText('Bang ke', { x: 250, y: 400, size: 14, font })
      })
      const { appearance, place } = copyBlock({
        form: 'certified-copy',
        agencyName: LEADER.agency,
        signedAt: SIGNED_AT,
      })
      const signed = await signedIn(pdf, { name: 'sao', place }, appearance)
      const words = await popplerWords(signed, 1)
      const [sao] = words.filter(({ text }) => text === 'SAO')
      const [zone] = words.filter(({ text }) => text === '+07:00')
      if (!sao || !zone) throw new Error('Poppler reads the block')
      const [width, height] = turn === 180 ? [595, 842] : [842, 595]
      // Upright: wider than high, its first line above its last, in the upper right.
      expect(sao.rect[2] - sao.rect[0]).toBeGreaterThan(sao.rect[3] - sao.rect[1])
      expect(sao.rect[1]).toBeGreaterThan(zone.rect[1])
      expect(sao.rect[0]).toBeGreaterThan(width * 0.6)
      expect(sao.rect[1]).toBeGreaterThan(height * 0.85)
    }
  })

  it('is where a scan has no ink', async () => {
    const pdf = await scan()
    const place = await findPlace(readPdf(pdf), corner)
    // The scan is dark at its top and, below that, at its right side.
    expect(place.rect[3]).toBeLessThanOrEqual(842 * 0.85 + 1)
    expect(place.rect[2]).toBeLessThanOrEqual(595 * 0.8 + 1)
  })

  it('beside a signature lets the seal cover a third of it and no text', async () => {
    const pdf = await written((page, font) => page.drawText('Lưu ý', { x: 320, y: 178, size: 12, font }), 'Tinos')
    const person: Rect = [350, 120, 500, 190]
    const signed = await signedIn(pdf, { name: 'nguoi-ky', page: 1, rect: person })
    const { rect } = await findPlace(readPdf(signed), {
      width: 96,
      height: 96,
      near: { beside: { page: 1, rect: person } },
    })
    expect(rect[2] - person[0]).toBeCloseTo(50)
    await expectOnWhite(pdf, { page: 1, rect, rotate: 0 })
  })

  it('is refused on a page that would cost too much to read', async () => {
    const words = `BT /F 9 Tf (${'x'.repeat(900)}) Tj ET\n`.repeat(600)
    const pdf = writtenPdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
      '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
      `<</Length ${words.length}>>\nstream\n${words}\nendstream`,
    ])
    await expect(findPlace(readPdf(pdf), corner)).rejects.toMatchObject({ code: 'signing.no-room' })
  })

  it('is refused in words when there is none, or the words are not there', async () => {
    const pdf = await written((page, font) => {
      for (let y = 20; y < 842; y += 14) page.drawText('x'.repeat(100), { x: 5, y, size: 12, font })
    })
    await expect(findPlace(readPdf(pdf), corner)).rejects.toMatchObject({
      code: 'signing.no-room',
      facts: { page: 1, width: 64, height: 13 },
    })
    const wish = { ...corner, near: { phrase: 'TM. ỦY BAN', side: 'below' } } as const
    await expect(findPlace(readPdf(pdf), wish)).rejects.toMatchObject({ code: 'signing.phrase-not-found' })
    await expect(signedIn(pdf, { name: 'sao', place: corner })).rejects.toMatchObject({ code: 'signing.no-room' })
  })
})

describe.skipIf(!hasPeers)('text blocks of Decree 30/2020', () => {
  it('say on an annex which document it belongs to, in letters that can be copied', async () => {
    const { appearance, place } = annexBlock({ documentNumber: '123/QĐ-UBND', signedAt: SIGNED_AT })
    const signed = await signedIn(await pdfLibDocument(), { name: 'phu-luc', place }, appearance)
    expect(await popplerText(signed)).toContain('123/QĐ-UBND 20/11/2026 09:42:00 +07:00')
  })

  it.each([
    ['certified-copy', 'SAO Y'],
    ['forwarded-copy', 'SAO LỤC'],
    ['extract', 'TRÍCH SAO'],
  ] as const)('say on a copy its form, the agency and the time: %s', async (form, words) => {
    const agencyName = 'Trung tâm Phục vụ hành chính công phường Hạ Long, Ủy ban nhân dân phường Hạ Long'
    const { appearance, place } = copyBlock({ form, agencyName, signedAt: SIGNED_AT })
    expect(appearance.text?.lines.length).toBe(4)
    const signed = await signedIn(typstDocument(), { name: 'sao', place }, appearance)
    expect(await popplerText(signed)).toContain(`${words} ${agencyName} 20/11/2026 09:42:00 +07:00`)
  })
})

type Field = Parameters<typeof signPdf>[0]['field']

async function signedIn(pdf: Buffer, field: Field, appearance?: Parameters<typeof signPdf>[0]['appearance']) {
  const { signer, timestampAuthority } = await signingWorld()
  return signPdf({
    pdf,
    field,
    appearance: appearance ?? { text: { lines: ['Đã ký'], size: 10 } },
    signer,
    keyRef: LEADER.keyRef,
    authorisation: { pin: LEADER.pin },
    timestampAuthority,
    now: SIGNED_AT,
  })
}

type Page = ReturnType<PDFDocument['addPage']>
type Font = Awaited<ReturnType<PDFDocument['embedFont']>>

async function written(draw: (page: Page, font: Font) => void, family?: 'Tinos'): Promise<Buffer> {
  const document = await PDFDocument.create()
  if (family) document.registerFontkit((await import('@cantoo/fontkit')).default)
  const { fontBytes } = await import('../appearance/font.ts')
  const font = await document.embedFont(family ? fontBytes('regular') : StandardFonts.TimesRoman, { subset: true })
  draw(document.addPage([595, 842]), font)
  return Buffer.from(await document.save({ useObjectStreams: false }))
}

/** A4 at 100 dots per inch, written on at the top. */
async function scan(): Promise<Buffer> {
  const [width, height] = [827, 1169]
  const ink = (left: number, top: number, right: number, bottom: number) => ({
    input: { create: { width: right - left, height: bottom - top, channels: 3 as const, background: '#202020' } },
    left,
    top,
  })
  const picture = await sharp({ create: { width, height, channels: 3, background: '#f4f1ea' } })
    .composite([
      ink(0, 0, width, Math.round(height * 0.15)),
      ink(Math.round(width * 0.8), 0, width, Math.round(height * 0.4)),
    ])
    .jpeg()
    .toBuffer()
  const document = await PDFDocument.create()
  const image = await document.embedJpg(picture)
  document.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 })
  return Buffer.from(await document.save({ useObjectStreams: false }))
}
