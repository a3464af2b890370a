import { expect, test } from 'vitest'
import { markVietnamese } from './mark-vietnamese.ts'

test.each([
  ['a name alone in its element', '<h1>Đăng ký khai sinh</h1>', '<h1 lang="vi">Đăng ký khai sinh</h1>'],
  ['English', '<p class="a">You sign in at 7.</p>', '<p class="a">You sign in at 7.</p>'],
  ['a choice', '<option value="1">Xã Hoành Mô</option>', '<option value="1" lang="vi">Xã Hoành Mô</option>'],
  [
    'a name inside a sentence',
    '<p>Accepted by Trung tâm Phục vụ hành chính công phường Hồng Gai on 20/11.</p>',
    '<p><bdi>Accepted by <bdi lang="vi">Trung tâm Phục vụ hành chính công phường Hồng Gai</bdi> on 20/11.</bdi></p>',
  ],
  [
    'two names with English between them',
    '<p>The Ủy ban nhân dân of Quảng Ninh City looks</p>',
    '<p><bdi>The <bdi lang="vi">Ủy ban nhân dân</bdi> of <bdi lang="vi">Quảng Ninh</bdi> City looks</bdi></p>',
  ],
  [
    'an article of a law',
    '<dd>See Nghị định 23/2015/NĐ-CP, Điều 22</dd>',
    '<dd><bdi>See <bdi lang="vi">Nghị định 23/2015/NĐ-CP, Điều 22</bdi></bdi></dd>',
  ],
  [
    'a name beside other elements',
    '<p><b>Xã</b> Hoành Mô<br/>is far</p>',
    '<p><b lang="vi">Xã</b><bdi lang="vi"> Hoành Mô</bdi><br/>is far</p>',
  ],
  ['what is marked already', '<div lang="vi"><p>Giấy tờ</p></div>', '<div lang="vi"><p>Giấy tờ</p></div>'],
  [
    'what nobody reads as text of the page',
    '<title>Tìm</title><textarea>Tôi</textarea><svg><text>Đ</text></svg>',
    '<title>Tìm</title><textarea>Tôi</textarea><svg><text>Đ</text></svg>',
  ],
  ['a sign inside an attribute', '<a title="a > b">Đất</a>', '<a title="a > b" lang="vi">Đất</a>'],
])('%s', (_, html, marked) => {
  expect(markVietnamese(html)).toBe(marked)
})
