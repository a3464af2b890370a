import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { columnLetters, columnOf } from './cell.ts'
import { readTable } from './read-table.ts'
import { packedFiles } from './unpack.ts'
import { writeWorkbook } from './write-workbook.ts'

const WANTED = { sheet: 'Hồ sơ', mostRows: 501 }
const TEMPLATE = writeWorkbook(
  [
    {
      name: 'Hồ sơ',
      columns: [{ width: 20 }, { width: 20 }],
      rows: [[{ text: 'Họ tên', style: 'heading' }, 'Số']],
      frozen: true,
    },
    { name: 'Danh mục', columns: [{ width: 20 }], rows: [['một'], ['hai']], hidden: true },
  ],
  'mau "thử"',
)
const HEADING = '<row r="1"><c r="A1" t="inlineStr"><is><t>Họ tên</t></is></c></row>'

/** The template with another sheet in it, as some program would have saved it. */
function saved(rows: string, more: Record<string, string> = {}): Uint8Array {
  const files = unzipSync(TEMPLATE)
  const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows}</x:sheetData></x:worksheet>`
  const parts = { 'xl/worksheets/sheet1.xml': sheet, ...more }
  return zipSync({ ...files, ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])) })
}
const refusalOf = (bytes: Uint8Array): string => {
  try {
    readTable(bytes, WANTED)
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'read'
}
const cellsOf = (bytes: Uint8Array) =>
  readTable(bytes, WANTED).rows.map(({ line, cells }) => [
    line,
    ...[...cells].map(([at, { kind, text }]) => `${columnLetters(at)} ${kind} ${text}`),
  ])

test('a column has the same letters both ways', () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA'])
  expect(['A7', 'AZ1', 'AAA3'].map(columnOf)).toEqual([0, 51, 702])
})

test('what we write we read, with its mark', () => {
  expect(readTable(TEMPLATE, WANTED).mark).toBe('mau "thử"')
  expect(cellsOf(TEMPLATE)).toEqual([[1, 'A text Họ tên', 'B text Số']])
})

describe('cells as programs save them', () => {
  const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-42A]h:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
  test.each([
    ['a shared text in two letter styles', '<c r="B2" t="s"><v>0</v></c>', 'B text Hà Nội'],
    [
      'a text with marks apart',
      `<c r="B2" t="inlineStr"><is><t>${'Hạnh'.normalize('NFD')}</t></is></c>`,
      'B text Hạnh',
    ],
    ['twelve digits as a number', '<c r="B2"><v>79188001512</v></c>', 'B number 79188001512'],
    ['a number in powers of ten', '<c r="B2"><v>1.8E+2</v></c>', 'B number 180'],
    ['a fraction', '<c r="B2"><v>18.2</v></c>', 'B number 18,2'],
    ['a day in a built-in look', '<c r="B2" s="1"><v>46346</v></c>', 'B date 20/11/2026'],
    ['a day in a look of its own', '<c r="B2" s="2"><v>32509</v></c>', 'B date 01/01/1989'],
    ['a time', '<c r="B2" s="3"><v>0.3125</v></c>', 'B time 07:30'],
    ['a formula', '<c r="B2"><f>A2&amp;1</f><v>5</v></c>', 'B formula 5'],
    ['a fault of the sheet', '<c r="B2" t="e"><v>#N/A</v></c>', 'B error #N/A'],
    ['yes', '<c r="B2" t="b"><v>1</v></c>', 'B yes-no x'],
  ])('%s', (_, cell, read) => {
    const texts = '<sst><si><r><t>Hà </t></r><r><t>Nội</t></r><rPh><t>x</t></rPh></si></sst>'
    const file = saved(`${HEADING}<row r="2">${cell}</row>`, { 'xl/sharedStrings.xml': texts, 'xl/styles.xml': STYLES })
    expect(cellsOf(file)[1]).toEqual([2, read])
  })
})

test('ten million bytes of painted cells are no rows', () => {
  const painted = Array.from(
    { length: 40_000 },
    (_, at) => `<row r="${at + 2}">${'<c r="A9" s="1"/><c r="B9" s="1"/>'.repeat(8)}</row>`,
  ).join('')
  expect(painted.length).toBeGreaterThan(10_000_000)
  expect(cellsOf(saved(HEADING + painted))).toEqual([[1, 'A text Họ tên']])
})

describe('what is no sheet is told apart', () => {
  const many = Array.from({ length: 502 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join(
    '',
  )
  test.each([
    ['nothing', new Uint8Array(), 'platform.sheet-empty'],
    ['an empty sheet', saved(''), 'platform.sheet-empty'],
    [
      'a workbook of before 2007, or one with a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'platform.sheet-old',
    ],
    ['macros', saved(HEADING, { 'xl/vbaProject.bin': 'x' }), 'platform.sheet-with-macros'],
    ['a ZIP of something else', zipSync({ 'a.txt': strToU8('a') }), 'platform.sheet-not-a-sheet'],
    ['a ZIP cut in the middle', saved(HEADING).subarray(0, 400), 'platform.archive-broken'],
    ['XML that does not close', saved('<row r="1"><c r="A1'), 'platform.sheet-broken'],
    [
      'entities of its own',
      saved(HEADING, { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
      'platform.sheet-broken',
    ],
    ['too many rows', saved(many), 'platform.sheet-too-many-rows'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0, 0, 0]), 'platform.sheet-not-a-sheet'],
    ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(70_000_000) }, { level: 1 }), 'platform.archive-too-large'],
    ['a quotation mark without its partner', strToU8('Họ tên,Số\n"Hạnh,1'), 'platform.sheet-broken'],
  ])('%s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code)
  })
})

describe('a text with its columns apart', () => {
  const windows = (text: string) => {
    const places: Record<string, number> = {
      Đ: 0xd0,
      ô: 0xf4,
      ê: 0xea,
      ă: 0xe3,
      '\u0301': 0xec,
      '\u0323': 0xf2,
      '\u0300': 0xcc,
    }
    return new Uint8Array([...text].map((letter) => places[letter] ?? letter.charCodeAt(0)))
  }
  test.each([
    ['UTF-8 with its mark', strToU8('\uFEFFHọ tên;Số\r\n"Lê; Đông";022085000274\r\n'), 'A text Lê; Đông'],
    [
      'UTF-16, as Excel saves "Unicode text"',
      new Uint8Array(Buffer.from('\uFEFFHọ tên\tSố\nLê Đông\t1', 'utf16le')),
      'A text Lê Đông',
    ],
    ['the Windows code page of Vietnamese', windows('Ho,So\nLê Đông,1'), 'A text Lê Đông'],
  ])('%s', (_, bytes, first) => {
    expect(cellsOf(bytes)[1]?.[1]).toBe(first)
  })

  test('lines with nothing in them are passed over and the others keep their number', () => {
    expect(cellsOf(strToU8('a,b\n,\n\n1,2\n')).map(([line]) => line)).toEqual([1, 4])
  })
})

test('a ZIP that says less than it holds gives no more than it says', () => {
  const zip = zipSync({ 'a.txt': strToU8('x'.repeat(100_000)) })
  // Both places where a ZIP says how much the file unpacks to.
  for (let at = 0; at < zip.length - 4; at += 1)
    if (new DataView(zip.buffer, zip.byteOffset).getUint32(at, true) === 100_000)
      new DataView(zip.buffer, zip.byteOffset).setUint32(at, 10, true)
  const [packed] = packedFiles(zip, { mostBytes: 1_000, mostFiles: 5 })
  let read = -1
  try {
    read = packed?.read().length ?? -1
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    read = 0
  }
  expect(read).toBeLessThanOrEqual(10)
})
