import { expect, test } from 'vitest'
import { countsInText } from './read-counts.ts'

test.each([
  ['- Tờ khai hải quan nhập khẩu: 02 bản chính;', { originals: 2, copies: 0 }],
  ['Hóa đơn thương mại (nếu có): 01 bản chụp;', { originals: 0, copies: 1 }],
  ['Hợp đồng: nộp 01 (một) bản sao', { originals: 0, copies: 1 }],
  ['01 bản chính nếu xuất một lần hoặc 01 bản chụp nếu xuất nhiều lần', undefined],
  ['Bản chính Giấy phép thành lập', undefined],
  ['Giấy chứng nhận đăng ký doanh nghiệp (bản sao)', undefined],
])('%s', (name, counts) => {
  expect(countsInText(name)).toEqual(counts)
})
