import { expect, it } from 'vitest'
import { declaredTemplate } from './declared-template.ts'

const named: [string, object | undefined][] = [
  [
    '+ Đơn đề nghị cấp lại giấy chứng nhận an toàn sinh học theo Mẫu số 05 tại Phụ lục ban hành kèm theo Nghị định số 103/2016/NĐ-CP.',
    {
      name: 'Đơn đề nghị cấp lại giấy chứng nhận an toàn sinh học',
      number: 'Mẫu số 05',
      instrument: 'Nghị định số 103/2016/NĐ-CP',
    },
  ],
  [
    'Tờ khai thuế sử dụng đất nông nghiệp dùng cho tổ chức theo mẫu số 01/SDDNN tại Phụ lục II ban hành kèm theo Thông tư số 80/2021/TT-BTC ngày 29/9/2021',
    {
      name: 'Tờ khai thuế sử dụng đất nông nghiệp dùng cho tổ chức',
      number: 'Mẫu số 01/SDDNN',
      instrument: 'Thông tư số 80/2021/TT-BTC',
    },
  ],
  ['- Đơn đề nghị giải quyết thêm chế độ trợ cấp.', { name: 'Đơn đề nghị giải quyết thêm chế độ trợ cấp' }],
  ['Tờ khai đăng ký khai sinh theo mẫu', { name: 'Tờ khai đăng ký khai sinh' }],
  ['1. Văn bản đề nghị điều chỉnh dự án đầu tư;', { name: 'Văn bản đề nghị điều chỉnh dự án đầu tư' }],
  ['Đơn theo Mẫu 02 Phụ lục II ban hành kèm theo Nghị định số 96/2023/NĐ-CP', undefined],
  ['Đơn vị thực hiện kê khai', undefined],
  ['Giấy chứng sinh', undefined],
]
it.each(named)('“%s” names %o', (paper, template) => {
  expect(declaredTemplate(['Giấy chứng sinh', paper])).toEqual(template && { ...template, certainty: 'law-to-verify' })
})

it('takes none where several are named, one of each case', () => {
  expect(declaredTemplate(['Đơn đề nghị cấp mới giấy phép', 'Đơn đề nghị cấp lại giấy phép'])).toBeUndefined()
  expect(declaredTemplate([])).toBeUndefined()
})
