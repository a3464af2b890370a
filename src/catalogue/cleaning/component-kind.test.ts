import { describe, expect, test } from 'vitest'
import { judgeComponent, type ListedComponent } from './component-kind.ts'

const one = (name: string, rest: Partial<ListedComponent> = {}) =>
  judgeComponent({ name, groupName: '', originals: 0, copies: 0, hasForm: false, ...rest })

describe('judgeComponent', () => {
  test.each<[string, Partial<ListedComponent>, string, string | undefined]>([
    ['- Giấy đề nghị đăng ký hộ kinh doanh;', { originals: 1 }, 'paper', undefined],
    ['- Trường hợp trẻ em bị bỏ rơi thì phải có biên bản về việc trẻ bị bỏ rơi.', { originals: 1 }, 'paper', undefined],
    ['- Giấy chứng nhận đăng ký doanh nghiệp (bản sao);', {}, 'paper', 'component.no-count'],
    ['Dự thảo kế hoạch, đề án triển khai.', {}, 'paper', 'component.no-count'],
    ['Trường hợp không có chứng cứ thì phải có văn bản cam đoan của các bên.', {}, 'paper', 'component.no-count'],
    ['Người nộp thuế có văn bản đề nghị theo Mẫu số 15', { originals: 1, hasForm: true }, 'paper', undefined],
    ['Tờ khai', { groupName: '* Lưu ý:', hasForm: true }, 'paper', undefined],
    [
      'Trường hợp cho phép lập văn bản cam đoan thì cơ quan phải giải thích rõ.',
      { groupName: '* Lưu ý:' },
      'note',
      'component.note',
    ],
    [
      'Lưu ý:- Trường hợp nộp hồ sơ trực tiếp thì có thể nộp bản sao.',
      { originals: 1, copies: 1 },
      'note',
      'component.note-with-count',
    ],
    ['Số lượng hồ sơ: 01 (bộ).', { originals: 1 }, 'note', 'component.note-with-count'],
    ['Chưa có quy định cụ thể.', {}, 'note', 'component.note'],
    [
      '(v) Người ủy quyền và người được ủy quyền chịu trách nhiệm trước pháp luật về việc ủy quyền.',
      { copies: 1 },
      'note',
      'component.note-with-count',
    ],
    [
      'Trường hợp ủy quyền cho đơn vị bưu chính thì việc ủy quyền thực hiện theo quy định tại mục (ii).',
      { copies: 1 },
      'note',
      'component.note-with-count',
    ],
    ['Cơ quan đăng ký hộ tịch từ chối giải quyết nếu nội dung cam đoan không đúng.', {}, 'note', 'component.note'],
    ['(Trường hợp khai thác được thông tin thì không phải nộp)', {}, 'note', 'component.note'],
    ['1. Hồ sơ đăng ký thương nhân gồm:', { originals: 1 }, 'heading', 'component.note-with-count'],
    ['- Chứng cứ chứng minh quan hệ cha, con gồm một trong các giấy tờ sau đây:', {}, 'heading', 'component.heading'],
    ['- Đối với giấy tờ gửi kèm theo nếu nộp trực tuyến:', {}, 'heading', 'component.heading'],
    ['Hợp đồng Đại lý giám sát hải quan giữa hai doanh nghiệp:', { copies: 1 }, 'paper', undefined],
    [
      '- Thành phần hồ sơ: + Văn bản đề nghị (theo mẫu); + Chương trình tổ chức cuộc lễ.',
      { originals: 1, copies: 1 },
      'paper',
      'component.several-in-one',
    ],
  ])('%s', (name, rest, kind, doubt) => {
    const judgement = one(name, rest)
    expect([judgement.kind, judgement.doubt]).toEqual([kind, doubt])
  })

  test.each([
    ['Văn bản uỷ quyền (nếu có)', '', true],
    ['Trường hợp trẻ em bị bỏ rơi thì phải có biên bản.', '', true],
    ['Bản sao hợp đồng', 'Trường hợp ủy quyền cho tổ chức:', true],
    ['Danh mục tài sản (tên, địa chỉ, giá trị nếu có)', '', false],
    ['Văn bản đề nghị, kèm tài liệu khác (nếu có)', '', false],
    ['Văn bản ủy quyền trong trường hợp ủy quyền thực hiện', '', true],
    ['Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng', '* Giấy tờ phải nộp:', false],
  ])('%s in group "%s" is conditional: %s', (name, groupName, conditional) => {
    expect(one(name, { groupName, originals: 1 }).conditional).toBe(conditional)
  })
})
