import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { PROJECT_ROOT } from '../../platform/root.ts'
import { pageOfPicture } from '../../documents/index.ts'
import { shippedKnown } from '../known-on.ts'
import { pairsOn } from '../pairs/pairs.ts'
import { rowsOf, textOfRows } from '../pairs/segments.ts'
import { whatPaperSays } from '../readings/paper-says.ts'
import { readPage, type ReadPage } from './read-page.ts'
import { embeddedRecogniser } from './recognisers/embedded.ts'
import { systemTesseract } from './recognisers/system-tesseract.ts'
import { lineText, type Recogniser } from './recogniser.ts'
import { errorRate } from './testing.ts'

const SAMPLES = join(PROJECT_ROOT, 'src/digitisation/reading/samples')
type Truth = { lines: string[]; codes: string[]; zone: string[] }
const { pages } = JSON.parse(readFileSync(join(SAMPLES, 'truth.json'), 'utf8')) as { pages: Record<string, Truth> }
const BIRTH = 'giay_khai_sinh-2-phone.jpg'
const FRONT = 'cccd_mat_truoc-1-s200.jpg'
const BACK = 'cccd_mat_sau-1-s200.jpg'
/** Drawn by `test/papers`: a declaration filled in by hand, of invented people. */
const HAND = 'to_khai_khai_sinh-hand-s200.jpg'
const BY_HAND = {
  declarantBornOn: '18/05/1998',
  bornOn: '15/07/2020',
  motherBirthYear: '1998',
  fatherBirthYear: '1989',
}
const TODAY = '2026-11-30'

async function read(recogniser: Recogniser, name: string): Promise<ReadPage> {
  const path = join(SAMPLES, name)
  const page = await pageOfPicture(path, 'straightened')
  if (!page) throw new Error('the page could not be made')
  return readPage(recogniser, { jpeg: page.jpeg, original: readFileSync(path) }, TODAY)
}

describe.each([
  ['from npm alone', () => embeddedRecogniser({ mostPages: 1 })],
  ["the machine's own", () => systemTesseract({ mostPages: 1 })],
])('a recogniser %s', (_, open) => {
  let recogniser: Recogniser
  let birth: ReadPage
  beforeAll(async () => {
    recogniser = open()
    birth = await read(recogniser, BIRTH)
  })

  test('is there', async () => expect(await recogniser.ping()).toBe(true))

  test('reads a photographed birth certificate with its diacritics, all but one letter in a hundred', () => {
    const text = textOfRows(rowsOf(birth.lines))
    expect(errorRate(pages[BIRTH]?.lines ?? [], text)).toBeLessThan(0.01)
    expect(text).toBe(text.normalize('NFC'))
  })

  test('and what is printed on it as label and value', () => {
    const printed = new Map(pairsOn(rowsOf(birth.lines)).map(({ label, value }) => [label, value]))
    expect(printed.get('Số định danh cá nhân')).toMatch(/^\d{12}$/)
    expect(pages[BIRTH]?.lines).toContain(`Số định danh cá nhân: ${printed.get('Số định danh cá nhân')}`)
    expect(pages[BIRTH]?.lines).toContain(`Họ, chữ đệm, tên người mẹ: ${printed.get('Họ, chữ đệm, tên người mẹ')}`)
  })

  test('says of every word where it stands and how sure it is', () => {
    const words = birth.lines.flatMap((line) => line.words)
    expect(words.length).toBeGreaterThan(80)
    for (const { confidence, box } of words) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
      expect(box.left).toBeLessThan(box.right)
      expect(box.top).toBeLessThan(box.bottom)
      expect(box.right).toBeLessThanOrEqual(birth.width)
      expect(box.bottom).toBeLessThanOrEqual(birth.height)
    }
    const heading = birth.lines.find((line) => lineText(line).includes('GIẤY KHAI SINH'))
    expect(heading?.box.bottom).toBeLessThan(birth.height / 2)
  })

  test('takes a card from the zone on its back', async () => {
    const { card, lines } = await read(recogniser, BACK)
    expect(card).toEqual({
      source: 'machine-readable-zone',
      personalId: '099181731159',
      fullName: 'HOANG BICH GAM',
      bornOn: '1981-09-07',
      sex: 'female',
      expiresOn: '2041-09-07',
      nationality: 'VNM',
    })
    const zone = ['IDVNM1817311592099181731159<<8', '8109079F4109071VNM<<<<<<<<<<<4', 'HOANG<<BICH<GAM<<<<<<<<<<<<<<<']
    expect(lines.map(lineText)).toEqual(expect.arrayContaining(zone))
  })

  test('does not read what is no picture', async () => {
    await expect(recogniser.read(Buffer.from('no picture'), 'vietnamese')).rejects.toThrow()
  })
})

test('figures written by hand are read, and what two looks see differently is not called sure', async () => {
  const page = await read(systemTesseract({ mostPages: 1 }), HAND)
  const { fields } = whatPaperSays(
    [{ place: 1, read: page, faults: [] }],
    await shippedKnown(TODAY),
    'birth-declaration',
  )
  const told = new Map(fields.map(({ name, text }) => [name, text]))
  expect(Object.fromEntries(Object.keys(BY_HAND).map((name) => [name, told.get(name)]))).toEqual(BY_HAND)
  const mended = page.lines.flatMap(({ words }) => words).filter(({ before }) => before)
  expect(mended.length).toBeGreaterThan(0)
  for (const { alternatives, confidence } of fields) if (alternatives.length > 0) expect(confidence).toBeLessThan(0.95)
})

test('a card is taken from its QR, whatever is read of its letters', async () => {
  const blind = { name: 'blind', read: async () => [], ping: async () => true }
  const { card, codes } = await read(blind, FRONT)
  expect(codes.map(({ text }) => text)).toEqual(pages[FRONT]?.codes)
  expect(card).toMatchObject({ source: 'qr', personalId: '099171763235', fullName: 'Triệu Thị Kim Lựu' })
})

test('a recogniser that is killed over a page is an error, never half a page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-killed-'))
  const program = join(folder, 'tesseract')
  const row = '5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t80\\t20\\t96\\tGIẤY\\n'
  writeFileSync(program, `#!/bin/sh\nprintf '${row}'\nkill -9 $$\n`, { mode: 0o755 })
  const killed = systemTesseract({ program, mostPages: 1 }).read(Buffer.from('a page'), 'vietnamese')
  await expect(killed).rejects.toThrow(/did not read the page/)
  rmSync(folder, { recursive: true })
})

test('a machine without Tesseract says so', async () => {
  const none = systemTesseract({ program: 'tesseract-that-is-not-there', mostPages: 1 })
  expect(await none.ping()).toBe(false)
  await expect(none.read(Buffer.from(''), 'vietnamese')).rejects.toThrow(/did not read the page/)
})
