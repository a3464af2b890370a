import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/** A scanned paper as people hand it in: a page of PDF with its name on it. */
export async function paperPdf(title: string): Promise<Buffer> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const page = document.addPage([595, 842])
  page.drawText(title, { x: 60, y: 760, size: 18, font })
  for (let line = 0; line < 12; line += 1) page.drawText('. '.repeat(90), { x: 60, y: 700 - line * 34, size: 10, font })
  return Buffer.from(await document.save())
}

/** A photograph of a paper from a telephone. */
export async function paperPhoto(): Promise<Buffer> {
  const lines = Array.from(
    { length: 14 },
    (_, line) => `<rect x="60" y="${120 + line * 44}" width="${520 - (line % 4) * 60}" height="10" fill="#555"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="860"><rect width="640" height="860" fill="#f4f1ea"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
