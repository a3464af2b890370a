import { withEnglish, type RefusalTexts } from '../platform/refusal.ts'
import type { CheckCode } from './check.ts'
import { inBothLanguages } from '../platform/wording.ts'
import { checkWordsEn, instantRefusalsEn } from './texts.en.ts'

const instantRefusalsVi = {
  'instant.draft-changed': { status: 409, title: 'Bản nháp vừa được {by} sửa. Mở lại để xem bản mới rồi sửa tiếp.' },
  'instant.no-draft': { status: 409, title: 'Chưa có bản nháp khai báo để ban hành.' },
  'instant.unknown-procedure': { status: 404, title: 'Không có thủ tục mang mã {code} đang có hiệu lực.' },
  'instant.faults': { status: 422, title: 'Chưa ban hành được. {words} Sửa bản nháp rồi ban hành lại.' },
  'instant.in-the-past': { status: 422, title: 'Ngày hiệu lực phải từ hôm nay và sau phiên bản trước.' },
  'instant.not-declared': { status: 409, title: 'Thủ tục này chưa có khai báo giải quyết tự động được ban hành.' },
  'instant.switch-same': { status: 409, title: 'Giải quyết tự động của thủ tục này đã ở trạng thái ấy.' },
  'instant.not-a-signatory': {
    status: 422,
    title: 'Người cho phép phải là người có thẩm quyền ký của chính cơ quan này. Chọn người khác.',
  },
  'instant.authority-standing': {
    status: 409,
    title: 'Cơ quan này đang có văn bản cho phép còn hiệu lực với thủ tục ấy. Thu hồi văn bản cũ trước.',
  },
  'instant.unknown-authority': { status: 409, title: 'Văn bản cho phép này không có, hoặc đã thu hồi.' },
  'instant.not-by-machine': {
    status: 409,
    title: 'Kết quả hiện có của hồ sơ này do cán bộ ký, không phải do hệ thống phát hành tự động.',
  },
  'instant.asked-before': { status: 409, title: 'Bạn đã đề nghị cán bộ xem lại; hồ sơ đang ở chỗ cán bộ.' },
  'instant.no-authority': {
    status: 409,
    title: 'Cơ quan giải quyết không có văn bản cho phép phát hành tự động còn hiệu lực.',
  },
  'instant.no-automatic-key': {
    status: 409,
    title: 'Khoá con dấu số của cơ quan chưa được giao cho hệ thống dùng tự động.',
  },
  'instant.switched-off': { status: 409, title: 'Giải quyết tự động của thủ tục này vừa được tắt.' },
  'instant.overtaken': { status: 409, title: 'Hồ sơ đã được xử lý theo cách khác trong lúc hệ thống đang làm.' },
  'instant.stuck': { status: 409, title: 'Hệ thống bắt đầu nhưng không làm xong.' },
} satisfies RefusalTexts

export const instantRefusals = withEnglish(instantRefusalsVi, instantRefusalsEn)

const checkWordsVi = {
  'data-present': 'Đủ dữ liệu phải khai',
  'nothing-to-read': 'Không có giấy tờ cần người đọc',
  'for-oneself': 'Người nộp xin cho chính mình',
  'register-confirms': 'Khớp dữ liệu Nhà nước đang giữ',
  'fee-settled': 'Không còn khoản phải nộp',
} satisfies Record<CheckCode, string>

export const checkWords = inBothLanguages(checkWordsVi, checkWordsEn)
