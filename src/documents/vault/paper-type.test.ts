import { describe, expect, test } from 'vitest'
import {
  bareName,
  fits,
  isOneOff,
  lastValidDay,
  monthsAfter,
  typeOfPaper,
  typeOfResult,
  typesNamed,
} from './paper-type.ts'

const wanted = (name: string, code = 'KQ1') => ({ code, name, eform: false })

test.each([
  ['- Giấy khai sinh;', 'giay khai sinh'],
  ['(ii) Bản sao Giấy chứng nhận đăng ký hộ kinh doanh', 'giay chung nhan dang ky ho kinh doanh'],
  ['b) Bản sao được chứng thực từ giấy khai sinh', 'giay khai sinh'],
  ['Giấy chứng nhận quyền sử dụng đất (bản gốc)', 'giay chung nhan quyen su dung dat'],
  ['01 bản chính Giấy phép xây dựng (nếu có).', 'giay phep xay dung'],
])('the bare name of %j', (name, bare) => {
  expect(bareName(name)).toBe(bare)
})

describe('what a name asks for', () => {
  test.each([
    ['Giấy khai sinh;', ['birth-certificate']],
    ['b) Bản sao được chứng thực từ giấy khai sinh, trích lục khai sinh.', []],
    ['Bản sao giấy khai sinh hoặc trích lục khai sinh', ['birth-certificate']],
    ['+ Bản sao giấy khai sinh hoặc trích lục khai sinh hoặc bản sao giấy chứng sinh của con;', []],
    ['Thẻ căn cước/Căn cước công dân', ['identity-card']],
    ['Giấy chứng nhận kết hôn hoặc Giấy xác nhận tình trạng hôn nhân', ['marriage-certificate', 'marital-status']],
    ['Giấy tờ về việc nhận thừa kế quyền sử dụng đất', []],
  ])('%j', (name, types) => {
    expect(typesNamed(name)).toEqual(types)
  })
})

describe('a paper of the vault', () => {
  test.each([
    [
      'of the type that is asked for',
      { typeCode: 'birth-certificate', title: 'Giấy khai sinh' },
      '- Giấy khai sinh;',
      true,
    ],
    ['of another type', { typeCode: 'marital-status', title: 'Giấy xác nhận' }, '- Giấy khai sinh;', false],
    ['with the same name, of no listed type', { typeCode: 'KQ9', title: 'Bản vẽ thiết kế' }, 'Bản vẽ thiết kế.', true],
    [
      'kept under the same code of the catalogue',
      { typeCode: 'KQ1', title: 'Sơ đồ khu vực A' },
      'Sơ đồ khu vực B',
      true,
    ],
    ['of no certain type', { typeCode: null, title: 'Giấy khai sinh' }, 'Giấy khai sinh', false],
    ['that was made for one request', { typeCode: 'KQ1', title: 'Đơn đề nghị' }, 'Đơn đề nghị cấp phép', false],
    [
      'that is only one of what is asked',
      { typeCode: 'birth-certificate', title: 'x' },
      'Giấy khai sinh của con',
      false,
    ],
  ])('%s', (_, entry, name, isOffered) => {
    expect(fits(entry, wanted(name))).toBe(isOffered)
  })
})

test('declarations and papers for one request are not kept', () => {
  expect(isOneOff({ name: 'Giấy khai sinh', eform: true })).toBe(true)
  expect(isOneOff({ name: '- Tờ khai theo mẫu;', eform: false })).toBe(true)
  expect(isOneOff({ name: 'Đơn', eform: false })).toBe(true)
  expect(isOneOff({ name: 'Đơn thuốc của bác sĩ', eform: false })).toBe(false)
  expect(isOneOff({ name: 'Giấy phép xây dựng', eform: false })).toBe(false)
})

test('papers keep their type where the name is certain, else the code of the catalogue', () => {
  expect(typeOfPaper(wanted('- Giấy khai sinh;'))).toBe('birth-certificate')
  expect(typeOfPaper(wanted('Giấy chứng nhận kết hôn hoặc Giấy xác nhận tình trạng hôn nhân'))).toBe('KQ1')
})

describe('the type of a result', () => {
  const birth = { code: 'KQ.G15.000031', name: 'Giấy khai sinh' }
  const notice = { code: 'KQ.G12.001009', name: 'Thông báo bằng văn bản nội dung cần sửa đổi' }
  const licence = { code: 'KQ.G99.1', name: 'Giấy phép' }

  test.each([
    ['its own name', [birth], 'GIẤY KHAI SINH', 'birth-certificate'],
    ['one of several', [notice, birth], 'Giấy khai sinh', 'birth-certificate'],
    ['a name that holds it', [licence], 'Giấy phép hoạt động', 'KQ.G99.1'],
    ['something else', [licence], 'Công văn trả lời', null],
    ['nothing', [], 'Giấy khai sinh', null],
  ])('%s', (_, results, title, type) => {
    expect(typeOfResult(results, title)).toBe(type)
  })
})

describe('how long a paper is valid', () => {
  test.each([
    ['2026-05-31', 6, '2026-11-30'],
    ['2025-08-30', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-11-21', 1, '2026-12-21'],
  ])('%s and %i months', (on, months, last) => {
    expect(monthsAfter(on, months)).toBe(last)
  })

  test('is six months for a confirmation of marital status since the decree, unlimited where no law says', () => {
    expect(lastValidDay('marital-status', '2026-11-21')).toBe('2027-05-21')
    expect(lastValidDay('marital-status', '2015-12-31')).toBeNull()
    expect(lastValidDay('birth-certificate', '2026-11-21')).toBeNull()
    expect(lastValidDay('marital-status', null)).toBeNull()
  })
})
