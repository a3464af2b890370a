import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as breath } from 'node:timers/promises'
import {
  beginText,
  endText,
  PDFDocument,
  PDFHexString,
  setCharacterSqueeze,
  setFontAndSize,
  setTextMatrix,
  setTextRenderingMode,
  showText,
  TextRenderingMode,
  type PDFFont,
  type PDFPage,
} from '@cantoo/pdf-lib'
import fontkit from '@cantoo/fontkit'
import { PROJECT_ROOT } from '../../platform/root.ts'
import type { ReadLine } from '../reading/recogniser.ts'

export type ArchivePage = {
  /** Stands in the file as it is. */
  jpeg: Uint8Array
  width: number
  height: number
  dpi: number
  /** Read on this picture, boxes in its points; nothing when it could not be read. */
  lines: readonly ReadLine[]
}

const FONT = join(PROJECT_ROOT, 'node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')
/** Of the font's size: how far its letters reach below and above the line. */
const BELOW = 0.216
const TALL = 1.107
const POINTS_AN_INCH = 72
/** Taller lines are no lines but stains. */
const TALLEST = 0.08

/**
 * One PDF/A-2b of a paper: each page its picture, point for point, and over it what was read there, invisible (ISO 32000-1, text
 * rendering mode 3), so that it can be searched and copied. The same pages give the same bytes.
 */
export async function archivalPdf(
  pages: readonly ArchivePage[],
  { title, madeAt }: { title: string; madeAt: Date },
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  document.setTitle(title)
  document.setLanguage('vi-VN')
  document.setProducer('Một Cửa')
  document.setCreationDate(madeAt)
  document.setModificationDate(madeAt)
  const hasText = pages.some(({ lines }) => lines.length > 0)
  const font = hasText ? await document.embedFont(await readFile(FONT), { subset: true }) : undefined
  const known = new Set(font?.getCharacterSet())
  for (const one of pages) {
    const scale = POINTS_AN_INCH / one.dpi
    const size = { width: one.width * scale, height: one.height * scale }
    const page = document.addPage([size.width, size.height])
    page.drawImage(await document.embedJpg(one.jpeg), { x: 0, y: 0, ...size })
    if (font) writeUnseen(page, font, known, one)
    // Setting the words of a page takes some hundredths of a second: requests go on between pages.
    await breath()
  }
  const id = PDFHexString.of(createHash('sha256').update(title).update(madeAt.toISOString()).digest('hex').slice(0, 32))
  document.context.trailerInfo.ID = document.context.obj([id, id])
  document.convertToPDFA({ conformance: '2B' })
  return document.save({ useObjectStreams: false })
}

/** Word for word, each as wide as it stands on the picture. */
function writeUnseen(
  page: PDFPage,
  font: PDFFont,
  known: ReadonlySet<number>,
  { lines, height, dpi }: ArchivePage,
): void {
  const scale = POINTS_AN_INCH / dpi
  const name = page.node.newFontDictionary(font.name, font.ref)
  const words = lines.flatMap(({ words: own, box }) => own.map((word) => ({ ...word, line: box })))
  page.pushOperators(beginText(), setTextRenderingMode(TextRenderingMode.Invisible))
  for (const { text, box, line } of words) {
    const tall = Math.min(line.bottom - line.top, height * TALLEST)
    // No font draws what it has no letter for, not even unseen (PDF/A-2, 6.2.11.8).
    const shown = [...text].filter((letter) => known.has(letter.codePointAt(0) ?? 0)).join('')
    if (shown === '' || tall <= 0 || box.right <= box.left) continue
    const size = (tall * scale) / TALL
    const wide = font.widthOfTextAtSize(shown, size)
    const squeeze = wide > 0 ? ((box.right - box.left) * scale * 100) / wide : 100
    page.pushOperators(
      setFontAndSize(name, size),
      setCharacterSqueeze(squeeze),
      setTextMatrix(1, 0, 0, 1, box.left * scale, (height - line.bottom) * scale + BELOW * size),
      showText(font.encodeText(`${shown} `)),
    )
  }
  page.pushOperators(endText())
}
