import { beforeAll, describe, expect, test } from 'vitest'
import { placesOn, type PlaceBook } from '../../organisation/index.ts'
import { linesOf } from '../pairs/testing.ts'
import { dayOfWords } from './day-in-words.ts'
import { mendName } from './mend-name.ts'
import { sayable } from './syllables.ts'
import { templates } from './template.ts'
import { shippedKnown } from '../known-on.ts'
import { fieldsOf, printedOn, understandPaper } from './understand-paper.ts'

let communes: PlaceBook
beforeAll(async () => void (communes = await placesOn('2026-11-30')))

function fields(...lines: string[]) {
  const template = templates.find(({ type }) => type === 'birth-certificate')
  if (!template) throw new Error('no template')
  const page = printedOn(1, { lines: linesOf(...lines), width: 2_000, height: 3_000 })
  return new Map(fieldsOf(template, [page], { today: '2026-11-30', communes }).map((field) => [field.name, field]))
}

test.each([
  ['ngày mười ba tháng tám năm hai nghìn không trăm mười bảy', '2017-08-13'],
  ['ngày hai mươi bốn tháng tư năm hai nghìn không trăm hai mươi sáu', '2026-04-24'],
  ['ngày mùng một tháng giêng năm một nghìn chín trăm tám mươi lăm', '1985-01-01'],
  ['ngày năm tháng mười hai năm hai nghìn không trăm linh chín', '2009-12-05'],
  ['ngày ba mươi mốt tháng mười năm hai nghìn', undefined],
  ['ngày hai mươi hai tháng chín năm hai nghìn không', undefined],
  ['ngày mười chín tháng bảy năm hai nghìn không trăm hai', undefined],
  ['ngày mười ba tháng tâm năn hai nghìn', undefined],
])('%s is %s', (words, day) => expect(dayOfWords(words)).toBe(day))

test('marks do not matter in words of a day: what figures say decides', () => {
  expect(dayOfWords('ngày mười ba tháng tâm năm hai nghìn không trầm mười bẩy')).toBe('2017-08-13')
})

test.each([
  ['Định Đình Toàn', 'Đinh Đình Toàn'],
  ['NGUYÊN VĂN AN', 'NGUYỄN VĂN AN'],
  ['Lường Văn Páo', 'Lường Văn Páo'],
  ['Vàng Mí Sính', 'Vàng Mí Sính'],
])('%s was printed %s', (read, printed) => expect(mendName(read)).toBe(printed))

test('words nobody can say are counted', () => {
  expect(sayable('Bệnh viện Đa khoa khuyến quốc giếng')).toBe(1)
  expect(sayable('Nguyêễn Văm Tuắnh')).toBeCloseTo(1 / 3)
})

describe('fields of one paper', () => {
  test('confirm each other: figures and words, number and birth', () => {
    const found = fields(
      'Ngày, tháng, năm sinh: 13/08/2017',
      'ghi bằng chữ: ngày mười ba tháng tám năm hai nghìn không trăm mười bảy',
      'Số định danh cá nhân: 022317061637',
    )
    for (const name of ['bornOn', 'bornInWords', 'personalId'])
      expect(found.get(name)).toMatchObject({ faults: [], signs: { confirmed: 1 } })
  })

  test('that differ are both at fault', () => {
    const found = fields(
      'Ngày, tháng, năm sinh: 13/08/2011',
      'ghi bằng chữ: ngày mười ba tháng tám năm hai nghìn không trăm mười bảy',
    )
    expect(found.get('bornOn')?.faults).toEqual(['words-differ'])
    expect(found.get('bornInWords')?.faults).toEqual(['words-differ'])
    expect(
      fields('Ngày, tháng, năm sinh: 13/08/2016', 'Số định danh cá nhân: 022317061637').get('personalId')?.faults,
    ).toEqual(['number-differs'])
    expect(fields('Giới tính: Nam', 'Số định danh cá nhân: 022317061637').get('sex')?.faults).toEqual([
      'number-differs',
    ])
  })

  test('a word at the edge of the picture may go on beyond it', () => {
    const page = printedOn(1, { lines: linesOf('Quê quán: phường Mạo Khê, tỉnh Quảng'), width: 361, height: 500 })
    const template = templates.find(({ type }) => type === 'birth-certificate')
    const [field] = template ? fieldsOf(template, [page], { today: '2026-11-30', communes }) : []
    expect(field?.faults).toContain('at-the-edge')
  })

  test('a place of before July 2025 is told with those of today, one or several', () => {
    const old = fields('Quê quán: phường Giếng Đáy, thành phố Hạ Long, tỉnh Quảng Ninh').get('homeTown')
    expect(old?.faults).toHaveLength(1)
    expect(['old-place', 'several-places']).toContain(old?.faults[0])
    expect(old?.alternatives.length).toBeGreaterThan(0)
    expect(old?.text).toBe('phường Giếng Đáy, thành phố Hạ Long, tỉnh Quảng Ninh')
  })
})

test('a form filled in by hand is never told as sure: its strokes are read as signs no paper has, or as years nobody can have', async () => {
  const known = await shippedKnown('2026-11-30')
  const lines = linesOf(
    'GIẤY KHAI SINH',
    'Họ, chữ đệm, tên người mẹ: Phạm Thị Nh†',
    'Năm sinh: 4443',
    'Nơi cư trú: Tổ T†, khu †, phường Cẩm Phả, †inh Quảng Ninh',
  )
  const page = { lines, width: 2_000, height: 3_000, codes: [], card: undefined, recogniser: '' }
  const { fields } = understandPaper([page], known, 'birth-certificate')
  expect(fields.map(({ name }) => name)).toEqual(['motherName', 'motherBirthYear', 'motherAddress'])
  for (const { name, confidence, faults } of fields) expect(confidence < 0.95 || faults.length > 0, name).toBe(true)
})
