import { describe, expect, it } from 'vitest'
import { groupName, isShortened, shortPaperName } from './paper-names.ts'

describe('short names of papers', () => {
  it.each([
    ['- Giấy đề nghị đăng ký hộ kinh doanh;', 'Giấy đề nghị đăng ký hộ kinh doanh'],
    ['- Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm chứng.', 'Giấy chứng sinh'],
    ['(ii) Hợp đồng cung cấp dịch vụ', 'Hợp đồng cung cấp dịch vụ'],
    ['a) bản vẽ thiết kế.', 'Bản vẽ thiết kế'],
    ['Mẫu số 01. Đơn đề nghị', 'Mẫu số 01'],
    ['1. Đơn đề nghị cấp giấy phép', 'Đơn đề nghị cấp giấy phép'],
    ['(Bản sao) giấy phép', '(Bản sao) giấy phép'],
  ])('%s', (name, short) => expect(shortPaperName(name)).toBe(short))

  it('cuts a long clause at a word', () => {
    const long = `Văn bản ${'xác nhận của cơ sở y tế '.repeat(10)}`
    expect(shortPaperName(long)).toMatch(/\S…$/)
    expect([...shortPaperName(long)].length).toBeLessThanOrEqual(97)
    expect(isShortened(long)).toBe(true)
    expect(isShortened('- Giấy chứng sinh;')).toBe(false)
  })

  it('frees group names of marks', () => {
    expect(groupName('* Giấy tờ phải nộp:')).toBe('Giấy tờ phải nộp')
    expect(groupName('')).toBe('')
  })
})
