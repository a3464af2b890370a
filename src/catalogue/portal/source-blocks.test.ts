import { describe, expect, test } from 'vitest'
import { paperTitle, sourceBlocks } from './source-blocks.ts'

test('paragraphs and lists, nothing lost but the marks', () => {
  expect(sourceBlocks('Nộp tại:\n- Phường\n+ Xã\n\nHoặc qua bưu điện.\n* Đặc khu')).toEqual([
    { kind: 'paragraph', text: 'Nộp tại:' },
    { kind: 'list', items: ['Phường', 'Xã'] },
    { kind: 'paragraph', text: 'Hoặc qua bưu điện.' },
    { kind: 'list', items: ['Đặc khu'] },
  ])
  expect(sourceBlocks(' \n\n')).toEqual([])
})

describe('the name of a paper', () => {
  test.each([
    ['- Giấy đề nghị đăng ký hộ kinh doanh;', 'Giấy đề nghị đăng ký hộ kinh doanh', ''],
    ['a) Đơn xin phép.', 'Đơn xin phép', ''],
    [
      '- Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh.',
      'Giấy chứng sinh',
      'Trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng xác nhận về việc sinh.',
    ],
    [
      'Văn bản ủy quyền (được chứng thực) theo quy định của pháp luật trong trường hợp ủy quyền thực hiện việc đăng ký.',
      'Văn bản ủy quyền',
      '(được chứng thực) theo quy định của pháp luật trong trường hợp ủy quyền thực hiện việc đăng ký.',
    ],
    [
      'Tờ khai đăng ký theo Mẫu số 02a.ĐKT Phụ lục VIII ban hành kèm theo Thông tư số 02/2026/TT-BNNMT ngày 01/01/2026',
      'Tờ khai đăng ký',
      'Theo Mẫu số 02a.ĐKT Phụ lục VIII ban hành kèm theo Thông tư số 02/2026/TT-BNNMT ngày 01/01/2026',
    ],
  ])('%s', (published, title, rest) => {
    expect(paperTitle(published)).toEqual({ title, rest })
  })

  test('a condition is no name: the whole text stands as it is', () => {
    const text = 'Đối với Công an nhân dân: Giấy giới thiệu của Thủ trưởng đơn vị quản lý trực tiếp ghi rõ nội dung.'
    expect(paperTitle(`- ${text}`)).toEqual({ title: '', rest: text })
  })
})
