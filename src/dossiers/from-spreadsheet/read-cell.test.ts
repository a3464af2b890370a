import { expect, test } from 'vitest'
import type { Cell } from '../../platform/spreadsheet/cell.ts'
import type { FieldKind, FieldSpec } from '../../forms/index.ts'
import { columnsOf } from './columns.ts'
import { typedRows } from './match-headings.ts'
import { readCell } from './read-cell.ts'

const options = [
  { value: 'electronic', label: 'Bản điện tử' },
  { value: 'counter', label: 'Tại quầy' },
]
const spec = (kind: FieldKind): FieldSpec => ({ name: 'a', kind, label: 'A', required: true, options })
const text = (said: string): Cell => ({ kind: 'text', text: said })
const number = (said: string): Cell => ({ kind: 'number', text: said })

test.each([
  ['a choice by its words', text('bản điện tử'), 'choice', 'electronic'],
  ['a choice nobody offered stays to be refused', text('fax'), 'choice', 'fax'],
  ['several choices', text('Tại quầy; Bản điện tử'), 'choices', 'counter\nelectronic'],
  ['a tick', text('X'), 'confirm', 'yes'],
  ['a tick in words', text('có'), 'confirm', 'yes'],
  ['no tick', text('Không'), 'confirm', ''],
  ['a day in a cell of days', { kind: 'date', text: '14/03/1988' }, 'date', '14/03/1988'],
  ['a year alone', number('1988'), 'birth-date', '1988'],
  ['twelve digits as a number', number('222188001512'), 'personal-id', '222188001512'],
  ['a quantity', number('18,2'), 'number', '18,2'],
  ['a telephone with its 0', text('0912 000 512'), 'phone', '0912 000 512'],
] as [string, Cell, FieldKind, string][])('%s', (_, cell, kind, box) => {
  expect(readCell(cell, spec(kind))).toEqual({ text: box })
})

test.each([
  ['a lost 0 of a number', number('22188001512'), 'personal-id', /số 0 ở đầu.*022188001512/],
  ['two lost zeros', number('1188001512'), 'personal-id', /001188001512/],
  ['a lost 0 in a text that came by way of one', text('912000512'), 'phone', /0912000512/],
  ['digits that were rounded', number('2221880015121234567'), 'personal-id', /làm tròn/],
  ['a day as a number', number('32216'), 'birth-date', /14\/03\/1988/],
  ['a number that is no day', number('5'), 'date', /không phải ngày/],
  ['a formula', { kind: 'formula', text: '5' }, 'text', /công thức/],
  ['a fault of the sheet', { kind: 'error', text: '#REF!' }, 'text', /#REF!/],
] as [string, Cell, FieldKind, RegExp][])('%s is asked about', (_, cell, kind, said) => {
  const read = readCell(cell, spec(kind))
  expect('fault' in read ? read.fault : read.text).toMatch(said)
})

const columns = columnsOf({
  form: {
    layout: {
      pages: [
        {
          id: 'p',
          title: 'P',
          sections: [
            {
              fields: [
                { ...spec('text'), name: 'held' },
                { ...spec('text'), label: 'Tên?' },
                { ...spec('place'), name: 'que', label: 'Quê' },
              ],
            },
            {
              repeat: { name: 'members', min: 1, max: 9, entry: 'thành viên' },
              fields: [{ ...spec('personal-name'), name: 'fullName', label: 'Tên' }],
            },
          ],
        },
      ],
    },
  },
  locked: new Set(['held']),
  papers: [
    { code: 'K1', name: 'Ảnh', conditional: false, eform: false },
    { code: 'K2', name: 'Tờ khai', conditional: false, eform: true },
  ],
  hasChoiceOfPlace: true,
})

test('a sheet asks what is not known yet, once each, under headings that differ', () => {
  expect(columns.map(({ key, heading, isRequired }) => `${key}|${heading}${isRequired ? ' *' : ''}`)).toEqual([
    'a|Tên *',
    'que.noi|Quê: xã, phường, đặc khu *',
    'que.chi-tiet|Quê: số nhà, đường, thôn *',
    'members.0.fullName|Thành viên 1: Tên *',
    'members.1.fullName|Thành viên 2: Tên',
    'members.2.fullName|Thành viên 3: Tên',
    'noi-giai-quyet|Cơ quan giải quyết',
    'giay-to:K1|Giấy tờ 1: Ảnh *',
    'so-thu-tu|Số thứ tự (để trang ghi thêm gọi tới)',
  ])
})

const table = (head: string[], row: string[], mark?: string) => ({
  mark,
  rows: [head, row].map((cells, index) => ({
    line: index + 1,
    cells: new Map(cells.map((said, at) => [at, text(said)])),
  })),
})
const REQUIRED = columns.filter(({ isRequired }) => isRequired).map(({ heading }) => heading)

test('columns may change places, and ours are passed over', () => {
  const head = [...REQUIRED.toReversed(), 'cần sửa']
  const [row] = typedRows(table(head, ['anh.jpg', 'Lan']), columns, '1')
  expect(row).toMatchObject({
    line: 2,
    typed: { 'giay-to:K1': { text: 'anh.jpg' }, 'members.0.fullName': { text: 'Lan' } },
  })
})

test.each([
  ['another sheet', ['Mặt hàng', 'Giá'], undefined, 'dossiers.sheet-not-the-template'],
  ['the template of another procedure', REQUIRED, 'mau-nop-nhieu/2.000815', 'dossiers.sheet-other-procedure'],
  ['a changed heading', [...REQUIRED, 'Ghi chú'], undefined, 'dossiers.sheet-heading'],
  ['a heading twice', [...REQUIRED, 'tên *'], undefined, 'dossiers.sheet-heading-twice'],
  ['a required column gone', REQUIRED.slice(1), undefined, 'dossiers.sheet-column-missing'],
])('%s is refused', (_, head, mark, code) => {
  expect(() => typedRows(table(head, ['x'], mark), columns, '1.001193')).toThrow(code)
})
