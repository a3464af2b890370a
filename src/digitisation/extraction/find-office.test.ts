import { expect, test } from 'vitest'
import { rowsOf, textOf } from '../pairs/segments.ts'
import { linesOf } from '../pairs/testing.ts'
import { issuerOn, signersOn } from './find-office.ts'

const issuer = (...lines: string[]) => {
  const words = issuerOn(rowsOf(linesOf(...lines)))
  return words && textOf(words)
}
const signer = (...lines: string[]) => {
  const words = signersOn(rowsOf(linesOf(...lines))).at(-1)
  return words && textOf(words)
}

test.each([
  [
    'a committee by its commune, not by the province below',
    [
      'ỦY BAN NHÂN DÂN     CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
      'PHƯỜNG CẨM PHẢ      Độc lập - Tự do',
      'TỈNH QUẢNG NINH     Số: 1/2026',
    ],
    'PHƯỜNG CẨM PHẢ',
  ],
  [
    'also in one row, close to the motto',
    ['UBND XÃ BA CHẼ CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 'PHÒNG KINH TẾ Độc lập'],
    'XÃ BA CHẼ',
  ],
  [
    'the office itself, not whom it belongs to',
    [
      'SỞ Y TẾ               CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
      'BỆNH VIỆN ĐA KHOA     Độc lập - Tự do',
      '              GIẤY KHÁM SỨC KHỎE',
    ],
    'BỆNH VIỆN ĐA KHOA',
  ],
  [
    'none where a person writes',
    ['        CỘNG HÒA XÃ HỘI CHỦ NGHĨA', '        Độc lập - Tự do', 'ĐƠN ĐỀ NGHỊ'],
    undefined,
  ],
  ['none without the head of an official paper', ['HỘI ĐỒNG', 'BIÊN BẢN'], undefined],
])('the issuer: %s', (_, lines, office) => expect(issuer(...lines)).toBe(office))

const BODY = ['Họ và tên: Trần Văn An', 'Nơi sinh: Quảng Ninh', 'Dân tộc: Kinh', 'Quốc tịch: Việt Nam']
test.each([
  ['stands below the post', ['        CHỦ TỊCH', '       (Ký, đóng dấu)', '        Dương Hữu Nghị'], 'Dương Hữu Nghị'],
  [
    'is on the right of two',
    ['NGƯỜI NỘP          NGƯỜI NHẬN', 'Phạm Thùy Nguyệt   Triệu Văn Nghĩa'],
    'Triệu Văn Nghĩa',
  ],
  ['is no place and no label', ['     Bãi Cháy', '     Nơi Nhận'], undefined],
])('the signer %s', (_, lines, name) => expect(signer(...BODY, ...lines)).toBe(name))
