import type { RefusalTexts } from '../../platform/refusal.ts'

export const batchRefusals = {
  'results.in-batch': {
    status: 409,
    title: 'Hồ sơ này đi cùng quyết định chung, đợt {no}. Duyệt, ký và đóng dấu ở trang của đợt đó.',
  },
  'results.batch-resolved-before': { status: 409, title: 'Hồ sơ đã có kết quả trước đây, không gom vào đợt mới.' },
  'results.batch-not-eligible': { status: 409, title: 'Hồ sơ chưa được thẩm định là đủ điều kiện.' },
  'results.batch-initials': {
    status: 409,
    title: 'Quy trình của hồ sơ yêu cầu người soạn ký nháy từng dự thảo. Soạn kết quả riêng cho hồ sơ này.',
  },
  'results.batch-differs': {
    status: 409,
    title: 'Hồ sơ khác thủ tục, khác cơ quan giải quyết hoặc khác phòng với hồ sơ đầu tiên.',
  },
  'results.batch-too-few': {
    status: 409,
    title: '{reasons}Quyết định chung cần ít nhất {fewest} hồ sơ đi được cùng nhau.',
  },
  'results.batch-list-changed': {
    status: 409,
    title: 'Danh sách đã đổi sau khi bạn mở. Xem lại danh sách mới rồi làm lại.',
  },
  'results.batch-shortened': {
    status: 409,
    title: '{codes} không còn ở bước này nên đã ra khỏi danh sách. Xem lại danh sách mới rồi làm lại.',
  },
  'results.batch-signed': { status: 409, title: 'Danh sách đã được ký hoặc đợt đã kết thúc, không sửa được nữa.' },
  'results.batch-no-member': { status: 409, title: 'Hồ sơ không có trong danh sách của đợt này.' },
} satisfies RefusalTexts

/** On the papers and in the record. */
export const batchWords = {
  title: 'Quyết định',
  subject: 'Về việc {procedure}',
  addressee: 'Những người nộp hồ sơ có tên trong danh sách kèm theo',
  body: [
    'Giải quyết đề nghị của những người nộp hồ sơ có tên trong danh sách kèm theo Quyết định này về {procedure}.',
    'Quyết định này có hiệu lực kể từ ngày ký.',
    'Các đơn vị có liên quan thuộc {agency} và những người có tên trong danh sách chịu trách nhiệm thi hành Quyết định này.',
  ],
  article: 'Điều {no}. {text}',
  extractTitle: 'Trích sao {title}',
  extractOf: 'Trích sao từ {title} số {number} {day}',
  asListed: 'Số thứ tự trong danh sách',
  together: 'Quyết định chung, đợt {no} ({count} hồ sơ)',
  note: 'Gom vào quyết định chung',
  wentAlone: 'Được soạn kết quả riêng.',
  fellOut: 'Không còn ở bước này: {state}.',
  allLeft: 'Không còn hồ sơ nào trong danh sách.',
} as const

export const batchFileName = (no: number) => `quyet-dinh-chung-${no}.pdf`
