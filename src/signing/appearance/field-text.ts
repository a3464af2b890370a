import { PDFDocument } from '@cantoo/pdf-lib'
import fontkit from '@cantoo/fontkit'
import { dict } from '../pdf/objects.ts'
import type { PdfRef, PdfValue } from '../pdf/objects.ts'
import { copyInto } from '../pdf/copy.ts'
import { readPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import type { Increment } from '../pdf/increment.ts'
import { firstPage, formXObject } from './compose.ts'
import { fontBytes } from './font.ts'

/** Letters of a font that one field needs, drawn once; digits are always in it, so most numbers and dates share one. */
type FontSubset = { page: PdfFile; font: PdfValue; codes: Map<string, string>; widths: Map<string, number> }

const ALWAYS = '0123456789/.-, '
const CACHE_SIZE = 100
const subsets = new Map<string, Promise<FontSubset>>()

function fontSubset(text: string): Promise<FontSubset> {
  const letters = [...new Set(ALWAYS + text)].sort().join('')
  const known = subsets.get(letters)
  if (known) return known
  const oldest = subsets.size >= CACHE_SIZE ? subsets.keys().next().value : undefined
  if (oldest !== undefined) subsets.delete(oldest)
  const made = makeSubset([...letters])
  subsets.set(letters, made)
  made.catch(() => subsets.delete(letters))
  return made
}

async function makeSubset(letters: string[]): Promise<FontSubset> {
  const document = await PDFDocument.create({ updateMetadata: false })
  document.registerFontkit(fontkit)
  const font = await document.embedFont(fontBytes('regular'), { subset: true })
  const codes = new Map(letters.map((letter) => [letter, font.encodeText(letter).asString()]))
  const widths = new Map(letters.map((letter) => [letter, font.widthOfTextAtSize(letter, 1)]))
  document.addPage([100, 20]).drawText(letters.join(''), { font, size: 1 })
  const page = readPdf(await document.save({ useObjectStreams: false }))
  const fonts = page.dict(page.dict(firstPage(page).entries.get('Resources'))?.entries.get('Font'))
  const embedded = fonts && [...fonts.entries.values()][0]
  if (!embedded) throw new Error('the drawn page has no font')
  return { page, font: embedded, codes, widths }
}

/** The font of the digits, for the form's default resources. */
export async function prepareFieldFont(): Promise<{ place(increment: Increment): PdfValue }> {
  const subset = await fontSubset('')
  return { place: (increment) => copyInto(increment, subset.page, subset.font) }
}

/** `letters`: all that the same file will show, so that one subset serves every field of it. */
export type FieldText = {
  letters: string
  text: string
  width: number
  height: number
  size: number
  align: 'left' | 'centre'
}

export type PreparedFieldText = { place(increment: Increment, copied: Map<number, PdfRef>): PdfRef }

/** The look of a filled text field, in black Tinos; shrinks the letters until the text fits the width. Points. */
export async function prepareFieldText(field: FieldText): Promise<PreparedFieldText> {
  const text = field.text.normalize('NFC')
  const subset = await fontSubset(field.letters.normalize('NFC') + text)
  const width = [...text].reduce((sum, letter) => sum + (subset.widths.get(letter) ?? 0), 0)
  const size = Math.min(field.size, (field.width - 2) / Math.max(width, 0.01))
  const x = field.align === 'centre' ? (field.width - width * size) / 2 : 1
  const y = (field.height - size * 0.66) / 2
  const hex = [...text].map((letter) => subset.codes.get(letter) ?? '').join('')
  const drawing = `/Tx BMC q BT /F1 ${size.toFixed(2)} Tf 0 g ${x.toFixed(2)} ${y.toFixed(2)} Td <${hex}> Tj ET Q EMC`
  return {
    place(increment, copied) {
      const resources = dict({ Font: dict({ F1: copyInto(increment, subset.page, subset.font, copied) }) })
      const content = { kind: 'stream' as const, dict: dict({}), data: Buffer.from(drawing) }
      return increment.add(formXObject(field, resources, content))
    },
  }
}
