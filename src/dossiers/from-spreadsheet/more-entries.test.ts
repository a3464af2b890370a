import { expect, test } from 'vitest'
import { readFurtherTable, readTable } from '../../platform/spreadsheet/read-table.ts'
import type { FieldKind, FieldSpec } from '../../forms/index.ts'
import { columnsOf, columnsOfRow, entrySheetsOf } from './columns.ts'
import { typedRows } from './match-headings.ts'
import { withMoreEntries } from './more-entries.ts'
import type { SheetForm } from './sheet-form.ts'
import { templateOf } from './template.ts'

const CODE = '1.001612'
const MOST = 20
const field = (name: string, label: string, kind: FieldKind): FieldSpec => ({ name, label, kind, required: true })
const options = [{ value: 'con', label: 'Con' }]
const form = {
  layout: {
    pages: [
      {
        id: 'p',
        title: 'P',
        sections: [
          { fields: [field('shop', 'Tên hộ kinh doanh', 'text')] },
          {
            repeat: { name: 'members', min: 1, max: MOST, entry: 'thành viên' },
            fields: [
              field('fullName', 'Họ và tên', 'personal-name'),
              { ...field('relation', 'Quan hệ', 'choice'), options },
            ],
          },
        ],
      },
    ],
  },
}
const columns = columnsOf({ form, locked: new Set(), papers: [], hasChoiceOfPlace: false })
const entrySheets = entrySheetsOf(form)
const FURTHER = entrySheets[0]?.name ?? ''
const sheet = {
  procedure: { code: CODE, name: 'Đăng ký hộ kinh doanh' } as SheetForm['procedure'],
  columns,
  entrySheets,
  units: [],
}

const rowOf = (byKey: Record<string, string>) => columns.map(({ key }) => byKey[key] ?? '')

/** What is read of a template with these rows and lines, and nothing of a sheet that is not there. */
function read(rows: string[][], lines: string[][]) {
  const bytes = templateOf(sheet, { rows, entries: [lines] })
  const table = readTable(bytes, { sheet: 'Hồ sơ', mostRows: 501 })
  const more = readFurtherTable(bytes, { sheet: FURTHER, mostRows: 100 })
  expect(readFurtherTable(bytes, { sheet: 'Không có', mostRows: 9 }).rows).toEqual([])
  return withMoreEntries(typedRows(table, columns, CODE), [{ sheet: entrySheets[0]!, table: more }])
}

test('entries beyond the columns of a row stand in a further sheet, behind those of their row', () => {
  const [one, two, ...none] = read(
    [
      rowOf({
        shop: 'Tạp hoá An',
        'so-thu-tu': '1',
        'members.0.fullName': 'Trần An',
        'members.1.fullName': 'Trần Bình',
      }),
      rowOf({ shop: 'Quán Dung', 'so-thu-tu': 'B' }),
      rowOf({ 'so-thu-tu': '3' }),
    ],
    [
      ['1', 'Trần Cúc', 'Con'],
      ['b', 'Lê Dung', 'Con'],
      ['1', 'Trần Đào', 'Con'],
    ],
  )
  expect(none, 'a number alone is no row').toEqual([])
  expect(one?.typed).toMatchObject({
    'members.1.fullName': { text: 'Trần Bình' },
    'members.2.fullName': { text: 'Trần Cúc' },
    'members.3.fullName': { text: 'Trần Đào' },
    'members.3.relation': { text: 'Con' },
  })
  expect(two?.typed['members.0.fullName']).toMatchObject({ text: 'Lê Dung' })
  const more = columnsOfRow(sheet, one?.typed ?? {}).slice(columns.length)
  expect(more.map(({ key, heading }) => `${key}|${heading}`)).toEqual([
    'members.3.fullName|Thành viên 4: Họ và tên',
    'members.3.relation|Thành viên 4: Quan hệ',
  ])
})

test('a sheet made before there were further ones is read as it was', () => {
  const old = columns.filter(({ key }) => key !== 'so-thu-tu')
  const bytes = templateOf({ ...sheet, columns: old, entrySheets: [] }, { rows: [old.map(() => 'x')] })
  const table = readTable(bytes, { sheet: 'Hồ sơ', mostRows: 501 })
  const more = readFurtherTable(bytes, { sheet: FURTHER, mostRows: 100 })
  const rows = withMoreEntries(typedRows(table, columns, CODE), [{ sheet: entrySheets[0]!, table: more }])
  expect(rows).toHaveLength(1)
  expect(rows[0]?.typed['members.2.relation']).toMatchObject({ text: 'x' })
})

const SHOP = rowOf({ shop: 'Tạp hoá An', 'so-thu-tu': '1' })
test.each([
  ['a line of no row', [SHOP], [['2', 'Lê Dung', 'Con']], 'dossiers.sheet-entry-nowhere'],
  ['a line that names no row', [SHOP], [['', 'Lê Dung', 'Con']], 'dossiers.sheet-entry-nowhere'],
  ['two rows of one number', [SHOP, SHOP], [['1', 'Lê Dung', 'Con']], 'dossiers.sheet-number-twice'],
  [
    'more entries than the form takes',
    [SHOP],
    Array.from({ length: MOST + 1 }, (_, no) => ['1', `Người ${no}`, 'Con']),
    'dossiers.sheet-entries-many',
  ],
])('%s is refused: it would be lost, or become part of another dossier', (_, rows, lines, code) => {
  expect(() => read(rows, lines)).toThrow(code)
})
