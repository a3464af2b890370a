import sharp from 'sharp'
import { expect, test } from 'vitest'
import { lineText, type ReadLine, type Recogniser } from './recogniser.ts'
import { readSignatureNames } from './signature-names.ts'

const PAGE = { width: 1_000, height: 1_400, dpi: 120 }
const SIGNED = lineAt({ left: 600, top: 800 }, ['(Ký,', 'đóng', 'dấu)'])

test('a name among seal and signature is read where somebody signed, less sure than print, and stands in the text', async () => {
  const cuts: Buffer[] = []
  const read = await readSignatureNames(
    seeing([lineAt({ left: 300, top: 250 }, ['~V', 'Mạc', 'Mỹ', 'Ánh'])], cuts),
    await inked(),
    PAGE,
    [SIGNED],
  )
  expect(read.map(lineText)).toEqual(['(Ký, đóng dấu)', 'Mạc Mỹ Ánh'])
  const name = read[1]!
  expect(name.words.every(({ confidence }) => confidence < 0.6)).toBe(true)
  expect(name.box.top).toBe(SIGNED.box.bottom + 250 / 2.5)
  expect(name.box.left).toBeGreaterThan(600 - 120)
  expect(await darkest(cuts[0]!)).toBeGreaterThan(240)
})

test('what is no name stays out, and where a name was read nothing is looked at again', async () => {
  const cuts: Buffer[] = []
  const strokes = seeing([lineAt({ left: 0, top: 0 }, ['/V\\', 'nh~'])], cuts)
  expect(await readSignatureNames(strokes, await inked(), PAGE, [SIGNED])).toEqual([SIGNED])
  const named = [SIGNED, lineAt({ left: 600, top: 950 }, ['Mạc', 'Mỹ', 'Ánh'])]
  expect(await readSignatureNames(strokes, await inked(), PAGE, named)).toEqual(named)
  expect(cuts).toHaveLength(1)
})

test('a recogniser that fails costs the name and not the page', async () => {
  const broken: Recogniser = { name: 'broken', ping: async () => true, read: () => Promise.reject(new Error('late')) }
  expect(await readSignatureNames(broken, await inked(), PAGE, [SIGNED])).toEqual([SIGNED])
})

/** A white sheet with a stroke of blue ink where the signature is. */
async function inked(): Promise<Buffer> {
  const { width, height } = PAGE
  const stroke = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M560 900 L760 960" stroke="#2030b0" stroke-width="14"/></svg>`,
  )
  const sheet = sharp({ create: { width, height, channels: 3, background: '#fff' } })
  return sheet
    .composite([{ input: stroke }])
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer()
}

const darkest = async (png: Buffer) => (await sharp(png).stats()).channels[0]!.min

function lineAt({ left, top }: { left: number; top: number }, words: string[]): ReadLine {
  const box = (at: number) => ({ left: left + at * 70, top, right: left + at * 70 + 60, bottom: top + 24 })
  return {
    words: words.map((text, at) => ({ text, confidence: 0.9, box: box(at) })),
    box: { ...box(0), right: box(words.length - 1).right },
  }
}

function seeing(lines: ReadLine[], cuts: Buffer[]): Recogniser {
  return {
    name: 'seeing',
    ping: async () => true,
    async read(png) {
      cuts.push(Buffer.from(png))
      return lines
    },
  }
}
