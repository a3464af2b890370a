import { decodeStream } from '../pdf/flate.ts'
import { isDict, isStream, nameOf } from '../pdf/objects.ts'
import type { Budget, PdfDict, PdfValue } from '../pdf/objects.ts'
import type { PdfFile } from '../pdf/file.ts'
import { readToUnicode } from './to-unicode.ts'
import type { ToUnicode } from './to-unicode.ts'

/** A letter as a page shows it: what it says and how far it moves the pen, in units of the font size. */
export type Letter = { text: string; advance: number; isSpace: boolean }
export type PageFont = { letters(bytes: Uint8Array): Letter[] }

/** Wide enough for most letters of fonts whose measures are not in the file (the standard fourteen). */
const UNKNOWN_WIDTH = 0.6

/** Measures and texts of a font, as far as placing needs them: rather too wide than too narrow. */
export function pageFont(file: PdfFile, font: PdfDict, budget: Budget): PageFont {
  const cmap = file.resolve(font.entries.get('ToUnicode'))
  const toText = isStream(cmap) ? readToUnicode(latin1(decodeStream(cmap, budget))) : undefined
  return nameOf(file.resolve(font.entries.get('Subtype'))) === 'Type0'
    ? compositeFont(file, font, toText)
    : simpleFont(file, font, toText)
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

function simpleFont(file: PdfFile, font: PdfDict, toText: ToUnicode | undefined): PageFont {
  const first = numberOr(file.resolve(font.entries.get('FirstChar')), 0)
  const widths = listOf(file, font.entries.get('Widths')).map((item) => file.resolve(item))
  const matrix = listOf(file, font.entries.get('FontMatrix'))
  const unit = nameOf(file.resolve(font.entries.get('Subtype'))) === 'Type3' ? numberOr(matrix[0], 0.001) : 0.001
  return {
    letters: (bytes) =>
      [...bytes].map((code) => {
        const width = widths[code - first]
        return {
          text: toText?.(code) ?? String.fromCharCode(code),
          advance: typeof width === 'number' ? width * unit : UNKNOWN_WIDTH,
          isSpace: code === 32,
        }
      }),
  }
}

/** Codes of two bytes, as every producer of today writes them; other CMaps give places that are about right. */
function compositeFont(file: PdfFile, font: PdfDict, toText: ToUnicode | undefined): PageFont {
  const descendant = file.dict(listOf(file, font.entries.get('DescendantFonts'))[0])
  const usual = numberOr(file.resolve(descendant?.entries.get('DW')), 1000)
  const widths = cidWidths(file, listOf(file, descendant?.entries.get('W')))
  return {
    letters: (bytes) => {
      const letters: Letter[] = []
      for (let at = 0; at + 1 < bytes.length; at += 2) {
        const code = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
        letters.push({ text: toText?.(code) ?? '', advance: (widths.get(code) ?? usual) / 1000, isSpace: false })
      }
      return letters
    },
  }
}

/** `c [w1 w2 …]` and `c1 c2 w`, ISO 32000-1 clause 9.7.4.3. */
function cidWidths(file: PdfFile, list: readonly PdfValue[]): Map<number, number> {
  const widths = new Map<number, number>()
  const items = list.map((item) => file.resolve(item))
  for (let at = 0; at < items.length;) {
    const [first, second, third] = [items[at], items[at + 1], items[at + 2]]
    if (typeof first !== 'number') break
    if (Array.isArray(second)) {
      for (const [index, width] of second.entries()) {
        const value = file.resolve(width)
        if (typeof value === 'number') widths.set(first + index, value)
      }
      at += 2
    } else if (typeof second === 'number' && typeof third === 'number' && second - first < 65_536) {
      for (let code = first; code <= second; code++) widths.set(code, third)
      at += 3
    } else break
  }
  return widths
}

function listOf(file: PdfFile, value: PdfValue | undefined): PdfValue[] {
  const list = file.resolve(value)
  return Array.isArray(list) ? list : []
}

const numberOr = (value: PdfValue | undefined, otherwise: number) => (typeof value === 'number' ? value : otherwise)

/** Fonts of these resources by name, each read once. */
export function fontsOf(file: PdfFile, resources: PdfDict | undefined, budget: Budget): (name: string) => PageFont {
  const known = new Map<string, PageFont>()
  const unknown: PageFont = {
    letters: (bytes) => [...bytes].map(() => ({ text: '', advance: UNKNOWN_WIDTH, isSpace: false })),
  }
  const fonts = file.dict(resources?.entries.get('Font'))
  return (name) => {
    const found = known.get(name)
    if (found) return found
    const font = file.resolve(fonts?.entries.get(name))
    const read = isDict(font) ? pageFont(file, font, budget) : unknown
    known.set(name, read)
    return read
  }
}
