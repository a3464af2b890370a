import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderTypst, renderTypstWithAnchors } from './pdf.ts'

const paper = {
  template: 'src/platform/testing/anchors.typ',
  title: 'Giấy thử chữ Việt',
  date: new Date('2026-11-20T09:48:12+07:00'),
  data: { text: 'Nguyễn Thị Ngọc Ẩn, thôn Khe Tiền, xã Hoành Mô' },
}

const poppler = (tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Buffer, ...rest: string[]): string =>
  execFileSync(tool, ['-', ...rest], { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })

test('is a PDF/A-2b with its fonts inside, its title and its moment', async () => {
  const pdf = await renderTypst(paper)
  const raw = pdf.toString('latin1')
  expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
  expect(raw).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/)
  expect(raw).toContain('/OutputIntents')
  const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font).toMatch(/Tinos.*\byes +yes +yes\b/)
  expect(poppler('pdfinfo', pdf)).toMatch(/Title:\s+Giấy thử chữ Việt/)
})

test('gives back Vietnamese text composed, also when it came decomposed', async () => {
  const pdf = await renderTypst({ ...paper, data: { text: paper.data.text.normalize('NFD') } })
  expect(poppler('pdftotext', pdf, '-')).toContain(paper.data.text)
})

test('shows code in the data as text', async () => {
  const text = '#panic("x") $x^2$ *đậm* #read("/package.json") \\ #include "a.typ" <anchor>'
  const pdf = await renderTypst({ ...paper, data: { text } })
  expect(poppler('pdftotext', pdf, '-').replaceAll('\n', ' ')).toContain(text)
})

test('the same input gives the same bytes', async () => {
  const [first, second] = [await renderTypst(paper), await renderTypst(paper)]
  expect(first.equals(second)).toBe(true)
})

test('anchors are measured from the lower left corner of their page', async () => {
  const { anchors, pages } = await renderTypstWithAnchors(paper)
  expect(pages).toBe(2)
  // The template puts them 20 mm and 50 mm from the upper left corner of an A4 page, 841.89 points high.
  const points = (millimetres: number) => (millimetres * 72) / 25.4
  expect(anchors.first?.page).toBe(1)
  expect(anchors.first?.x).toBeCloseTo(points(20), 1)
  expect(anchors.first?.y).toBeCloseTo(841.89 - points(50 + 15), 1)
  expect(anchors.first?.width).toBeCloseTo(points(40), 1)
  expect(anchors.first?.height).toBeCloseTo(points(15), 1)
  expect(anchors.second?.page).toBe(2)
})

test('a template that does not compile says where it is', async () => {
  await expect(renderTypst({ ...paper, data: {} })).rejects.toThrow(/anchors\.typ does not compile.*text/)
})

test('many papers do not fill the memory', () => {
  // In a process of its own: the tests beside this one share theirs.
  const script = `
    import { renderTypst } from ${JSON.stringify(join(import.meta.dirname, 'pdf.ts'))}
    const paper = { template: ${JSON.stringify(paper.template)}, title: 'Thử', date: new Date(0) }
    const before = process.memoryUsage().rss
    for (let index = 0; index < 120; index++) await renderTypst({ ...paper, data: { text: 'Hồ sơ ' + index } })
    console.log(process.memoryUsage().rss - before)`
  const grown = Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }))
  expect(grown).toBeGreaterThan(0)
  expect(grown).toBeLessThan(200_000_000)
})
