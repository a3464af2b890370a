import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { create } from '@cantoo/fontkit'

/** Tinos has the measures of Times New Roman, which Decree 30/2020 Annex I asks for, and all Vietnamese letters. */
const FILES = { regular: '400Regular/Tinos_400Regular.ttf', bold: '700Bold/Tinos_700Bold.ttf' } as const
export type FontWeight = keyof typeof FILES

const require = createRequire(import.meta.url)
const bytesOf = new Map<FontWeight, Buffer>()

export function fontBytes(weight: FontWeight): Buffer {
  const known = bytesOf.get(weight)
  if (known) return known
  const bytes = readFileSync(require.resolve(`@expo-google-fonts/tinos/${FILES[weight]}`))
  bytesOf.set(weight, bytes)
  return bytes
}

export type LetterShape = { path: string; advance: number }

const shapers = new Map<FontWeight, (text: string) => LetterShape[]>()

/** Outlines of letters as SVG paths, one em high, y upwards: pictures then need no font of the machine. */
export function letterShapes(text: string, weight: FontWeight): LetterShape[] {
  let shaper = shapers.get(weight)
  if (!shaper) {
    const font = create(fontBytes(weight))
    if (!('layout' in font)) throw new Error('a single font expected')
    const scale = 1 / font.unitsPerEm
    shaper = (letters) =>
      font.layout(letters).glyphs.map((glyph) => ({
        path: glyph.path.scale(scale, scale).toSVG(),
        advance: glyph.advanceWidth * scale,
      }))
    shapers.set(weight, shaper)
  }
  return shaper(text.normalize('NFC'))
}
