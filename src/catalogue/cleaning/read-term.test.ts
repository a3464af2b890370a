import { describe, expect, test } from 'vitest'
import type { SourceMethod, SourceUnit } from '../source-procedure.ts'
import { readTerm, termInText } from './read-term.ts'

const method = (time: number | string, unit: SourceUnit, text = ''): SourceMethod => ({
  channel: 'ONLINE',
  time,
  unit,
  text,
  fees: [],
})

describe('readTerm', () => {
  test.each<[string, number, SourceUnit, SourceMethod[], unknown, string | undefined]>([
    ['working days', 20, 'WORKING_DAY', [], { quantity: 20, unit: 'working-day' }, undefined],
    ['half days', 3.5, 'WORKING_DAY', [], { quantity: 3.5, unit: 'working-day' }, undefined],
    ['hours', 8, 'HOUR', [], { quantity: 8, unit: 'hour' }, undefined],
    ['a year', 10, 'YEAR', [], { quantity: 10, unit: 'year' }, undefined],
    [
      'other, the ways of filing agree',
      0,
      'OTHER',
      [method(15, 'WORKING_DAY', 'Kiểm tra trong 5 ngày, cấp trong 15 ngày làm việc'), method(15, 'WORKING_DAY')],
      { quantity: 15, unit: 'working-day' },
      'term.read-from-text',
    ],
    [
      'other, the ways of filing differ',
      0,
      'OTHER',
      [method(6, 'WORKING_DAY'), method(40, 'DAY')],
      null,
      'term.unclear',
    ],
    ['other, one way says nothing', 1, 'OTHER', [method(6, 'WORKING_DAY'), method(0, 'OTHER')], null, 'term.unclear'],
    [
      'other, one sentence says it',
      1,
      'OTHER',
      [method(0, 'OTHER', 'Ngay sau khi nhận đủ hồ sơ theo quy định.')],
      { quantity: 1, unit: 'within-day' },
      'term.read-from-text',
    ],
    [
      'other, two sentences disagree',
      1,
      'OTHER',
      [method(0, 'OTHER', '05 ngày làm việc'), method(0, 'OTHER', '10 ngày')],
      null,
      'term.unclear',
    ],
    [
      'other, typed in the number box',
      1,
      'OTHER',
      [method('Trong thời hạn 07 ngày làm việc', 'OTHER')],
      { quantity: 7, unit: 'working-day' },
      'term.read-from-text',
    ],
    ['other, nothing at all', 1, 'OTHER', [method(1, 'OTHER')], null, 'term.unclear'],
    ['a zero is no term', 0, 'WORKING_DAY', [], null, 'term.unclear'],
  ])('%s', (_, time, unit, methods, term, doubt) => {
    const reading = readTerm(time, unit, methods)
    expect([reading.term, reading.doubt]).toEqual([term, doubt])
  })

  test('keeps the sentence it was read from', () => {
    expect(readTerm(1, 'OTHER', [method(0, 'OTHER', '05 ngày làm việc')]).termText).toBe('05 ngày làm việc')
  })
})

describe('termInText', () => {
  test.each([
    ['10 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.', '10 working-day'],
    ['không quá 30 ngày kể từ ngày 15/8/2026', '30 day'],
    ['trong 03 (ba) ngày làm việc; nếu nhận sau 15 giờ thì tính từ hôm sau', '3 working-day'],
    ['08 giờ làm việc', '8 hour'],
    ['Trong ngày làm việc; nhận sau 15 giờ 00 thì trả vào ngày làm việc tiếp theo', '1 within-day'],
    ['Giấy phép có giá trị 05 năm; giải quyết trong 07 ngày làm việc', '7 working-day'],
    ['cấp mới 08 ngày làm việc, cấp lại 05 ngày làm việc', null],
    ['Ngay sau khi nhận đủ hồ sơ; chậm nhất 03 ngày làm việc', null],
    ['Trong ngày làm việc; có lý do chính đáng thì không quá 03 ngày làm việc', null],
    ['Hồ sơ chưa hợp lệ thì thông báo trong 03 ngày làm việc', null],
    ['hoàn thành trước ngày 15 tháng 02 hằng năm', null],
    ['Xong trước 30 tháng 6', null],
    ['15 ngày, kể từ ngày 05 tháng 3 năm 2026', '15 day'],
    ['Thời hạn 3,5 ngày làm việc', '3.5 working-day'],
    ['Theo đợt, trước khi khai giảng năm học.', null],
    ['Thực hiện theo Nghị định số 99/2022/NĐ-CP', null],
    ['Sau 05 ngày sau khi nhận', '5 day'],
  ])('%s', (text, expected) => {
    const term = termInText(text)
    expect(term && `${term.quantity} ${term.unit}`).toBe(expected)
  })
})
