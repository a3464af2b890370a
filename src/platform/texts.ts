import { withEnglish } from './refusal.ts'
import { sheetRefusals } from './spreadsheet/texts.ts'
import { inputMessagesEn, platformRefusalsEn, webTextsEn } from './texts.en.ts'
import { inBothLanguages } from './wording.ts'

const inputMessages = inBothLanguages(
  {
    required: 'Cần điền mục này',
    minLength: 'Cần ít nhất {limit} ký tự',
    maxLength: 'Nhiều nhất {limit} ký tự',
    minimum: 'Giá trị phải từ {limit} trở lên',
    maximum: 'Giá trị phải từ {limit} trở xuống',
    minItems: 'Cần ít nhất {limit} mục',
    maxItems: 'Nhiều nhất {limit} mục',
    pattern: 'Viết chưa đúng mẫu',
    format: 'Viết chưa đúng dạng',
    type: 'Sai kiểu dữ liệu',
    enum: 'Chọn một giá trị trong danh sách',
    anyOf: 'Chọn một giá trị trong danh sách',
    additionalProperties: 'Có mục lạ: {additionalProperties}',
    other: 'Giá trị chưa hợp lệ',
  },
  inputMessagesEn,
)

export const webTexts = inBothLanguages(
  {
    needsObject: 'Cần một đối tượng JSON',
    unreadable: 'Nội dung gửi lên không đọc được',
    apiDescription: 'Thủ tục hành chính của một tỉnh, từ nộp hồ sơ đến trả kết quả.',
  },
  webTextsEn,
)

/** What is wrong with one field, in words a person can act on. */
export function inputMessage(keyword: string, facts: Record<string, unknown>): string {
  const text = (inputMessages as Record<string, string>)[keyword] ?? inputMessages.other
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}

const ownRefusals = withEnglish(
  {
    'platform.invalid-input': { status: 422, title: 'Có mục điền chưa đúng. Sửa các mục được nêu rồi gửi lại.' },
    'platform.not-signed-in': { status: 401, title: 'Bạn cần đăng nhập để làm việc này.' },
    'platform.forbidden': { status: 403, title: 'Tài khoản của bạn không có quyền làm việc này.' },
    'platform.not-found': { status: 404, title: 'Không có nội dung này, hoặc bạn không được xem.' },
    'platform.conflict': { status: 409, title: 'Người khác vừa sửa nội dung này. Mở lại để xem bản mới rồi làm tiếp.' },
    'platform.key-reused': { status: 409, title: 'Khoá chống gửi trùng đã dùng cho một yêu cầu khác.' },
    'platform.form-expired': {
      status: 403,
      title: 'Trang đã mở quá lâu. Tải lại trang rồi gửi lại; nội dung đã lưu vẫn còn.',
    },
    'platform.too-many': { status: 429, title: 'Có quá nhiều yêu cầu từ nơi này. Chờ một phút rồi thử lại.' },
    'platform.too-large': { status: 413, title: 'Nội dung gửi lên quá lớn.' },
    'platform.database-away': {
      status: 503,
      title: 'Hệ thống tạm mất kết nối với kho dữ liệu. Những gì đã lưu vẫn còn; thử lại sau một phút.',
    },
    'platform.disk-full': {
      status: 507,
      title: 'Kho lưu tệp đã đầy nên chưa nhận được tệp. Phần đã khai vẫn còn; báo người quản trị hoặc thử lại sau.',
    },
    'platform.internal': {
      status: 500,
      title: 'Hệ thống gặp lỗi. Những gì đã lưu vẫn còn; thử lại, hoặc gọi tổng đài.',
    },
  },
  platformRefusalsEn,
)

export const platformRefusals = { ...ownRefusals, ...sheetRefusals }
