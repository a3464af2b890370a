import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { PreparedPage } from './prepare-page.ts'
import { lineText, type ReadLine, type Recogniser } from './recogniser.ts'
import { readSmallPrint } from './small-print.ts'

const [WIDTH, HEIGHT, DPI] = [600, 800, 100]
const TITLE = lineAt(40, 30, ['BẢN', 'SAO'])
const SMALL = lineAt(400, 6, ['hg', 'vé', 'tên', 'sé', 'no', 'tô', 'khụ', 'xa'])

let page: PreparedPage
beforeAll(async () => {
  const white = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' } })
  page = { png: await white.png().toBuffer(), width: WIDTH, height: HEIGHT, dpi: DPI }
})

test('small print is read again, enlarged, and stands where it stood', async () => {
  const enlarged: { width: number; height: number }[] = []
  const read = await readSmallPrint(seeing([lineAt(100, 20, ['Họ', 'và', 'tên', 'số'], 0.95)], enlarged), page, [
    TITLE,
    SMALL,
  ])
  expect(read.map(lineText)).toEqual(['BẢN SAO', 'Họ và tên số'])
  expect(enlarged).toEqual([{ width: WIDTH * 3.3, height: expect.any(Number) }])
  expect(read[1]?.box.top).toBe(400 - 30 + Math.round(100 / 3.3))
})

test('what was read at first stays when the second look sees less, or nothing', async () => {
  expect((await readSmallPrint(seeing([lineAt(100, 20, ['…'], 0.2)]), page, [TITLE, SMALL])).map(lineText)).toEqual(
    [TITLE, SMALL].map(lineText),
  )
  const broken: Recogniser = { name: 'broken', ping: async () => true, read: () => Promise.reject(new Error('late')) }
  expect(await readSmallPrint(broken, page, [TITLE, SMALL])).toEqual([TITLE, SMALL])
})

test('a page without small print is read once', async () => {
  const enlarged: { width: number; height: number }[] = []
  expect(await readSmallPrint(seeing([], enlarged), page, [TITLE])).toEqual([TITLE])
  expect(enlarged).toEqual([])
})

function lineAt(top: number, height: number, words: string[], confidence = 0.6): ReadLine {
  const boxes = words.map((_, at) => ({ left: 50 + at * 60, top, right: 90 + at * 60, bottom: top + height }))
  return {
    words: words.map((text, at) => ({ text, confidence, box: boxes[at]! })),
    box: { left: 50, top, right: boxes.at(-1)!.right, bottom: top + height },
  }
}

function seeing(lines: ReadLine[], sizes: { width: number; height: number }[] = []): Recogniser {
  return {
    name: 'seeing',
    ping: async () => true,
    async read(png) {
      const { width, height } = await sharp(png).metadata()
      sizes.push({ width, height })
      return lines
    },
  }
}
