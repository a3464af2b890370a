import sharp from 'sharp'
import { foldText } from '../../platform/text.ts'
import { hasFamilyName } from '../extraction/mend-name.ts'
import { isName } from '../extraction/find-office.ts'
import { rowsOf, textOf, type Segment } from '../pairs/segments.ts'
import type { Box, ReadLine, ReadWord, Recogniser } from './recogniser.ts'
import { around } from './tsv.ts'

/** "(Ký, đóng dấu)", "(Ký, ghi rõ họ tên)": under it stand the signature, the seal and the name. */
const SIGNED_HERE = /^\(? ?ky\b.*(?:ten|dau|ho)\)?$/
/** In inches: how far under it the name stands, and how much wider it may be. */
const BELOW = 2.2
const BESIDE = 0.9
const MOST = 3
/** Brightness of the lightest of the three colours: up to here it is black, that much more is paper. Ink of a pen or a seal has a colour. */
const BLACK = 30
const TO_PAPER = 90
const DPI = 300
const LEAST_SURE = 0.3
/** Of what is read under ink: a mark of a letter is easily taken off with it. */
const SURE_UNDER_INK = 0.6
/** Levels between the three colours of ink, and the share of such points on paper that has some. */
const COLOURED = 45
const LEAST_INK = 0.003

type Page = { width: number; height: number; dpi: number }

/**
 * Reads the names that stand where somebody signed: recognisers take a name among seal and signature for a part of a picture and leave it
 * out. What is coloured is taken off before; only what is a name is kept.
 */
export async function readSignatureNames(
  recogniser: Recogniser,
  jpeg: Uint8Array,
  page: Page,
  lines: readonly ReadLine[],
): Promise<ReadLine[]> {
  const segments = rowsOf(lines).flat()
  const places = segments
    .filter(({ words }) => SIGNED_HERE.test(foldText(textOf(words))))
    .map((signed) => placeUnder(signed, page))
    .filter((place) => !segments.some((one) => isNameIn(one, place)))
  const found: ReadLine[] = []
  for (const place of places.slice(-MOST)) {
    const read = await recogniser.read(await withoutColours(jpeg, place, page.dpi), 'strips').catch(() => [])
    const name = read.map((line) => nameOf(line, place, page.dpi)).findLast((line) => line !== undefined)
    if (name) found.push(name)
  }
  return found.length === 0 ? [...lines] : [...lines, ...found].toSorted((a, b) => a.box.top - b.box.top)
}

function placeUnder({ box }: Segment, { width, height, dpi }: Page): Box {
  const room = Math.round(BESIDE * dpi)
  return {
    left: Math.max(0, box.left - room),
    top: Math.min(height - 1, box.bottom),
    right: Math.min(width, box.right + room),
    bottom: Math.min(height, box.bottom + Math.round(BELOW * dpi)),
  }
}

function isNameIn({ words, box }: Segment, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  return x > left && x < right && y > top && y < bottom && isPersonsName(textOf(words))
}

const isPersonsName = (text: string): boolean => isName(text) && hasFamilyName(text)

/** Ink that has a colour becomes paper; where it lies over print, print stays. */
async function withoutColours(jpeg: Uint8Array, { left, top, right, bottom }: Box, dpi: number): Promise<Buffer> {
  const [width, height] = [right - left, bottom - top]
  const { data } = await sharp(jpeg)
    .toColourspace('srgb')
    .extract({ left, top, width, height })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grey = new Uint8Array(width * height)
  const bright = new Uint8Array(width * height)
  let coloured = 0
  for (let at = 0; at < grey.length; at += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 3, at * 3 + 3)
    const lightest = Math.max(red, green, blue)
    if (lightest - Math.min(red, green, blue) > COLOURED) coloured += 1
    grey[at] = Math.round(0.3 * red + 0.59 * green + 0.11 * blue)
    bright[at] = Math.max(0, Math.min(255, ((lightest - BLACK) * 255) / TO_PAPER))
  }
  // Of a grey scan nothing can be taken off.
  const page = coloured > LEAST_INK * grey.length ? bright : grey
  return sharp(page, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.round((width * DPI) / dpi), kernel: 'lanczos3' })
    .withMetadata({ density: DPI })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

/** The words of a line that are a name: a stroke of the signature may stand beside them. */
function nameOf({ words }: ReadLine, { left, top }: Box, dpi: number): ReadLine | undefined {
  const scale = DPI / dpi
  const believed = words.filter(({ confidence, text }) => confidence > LEAST_SURE && /^\p{L}/u.test(text))
  const first = believed.findIndex(({ text }) => hasFamilyName(text))
  const name: ReadWord[] = believed.slice(Math.max(0, first)).map((word) => ({
    ...word,
    confidence: word.confidence * SURE_UNDER_INK,
    box: onPage(word.box),
  }))
  if (first < 0 || !isPersonsName(textOf(name))) return undefined
  return { words: name, box: around(name.map(({ box }) => box)) }

  function onPage(box: Box): Box {
    const [x, y] = [(at: number) => left + Math.round(at / scale), (at: number) => top + Math.round(at / scale)]
    return { left: x(box.left), right: x(box.right), top: y(box.top), bottom: y(box.bottom) }
  }
}
