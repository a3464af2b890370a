import type { PhoneService } from './phones.ts'

/** Words of the simulated telephones; they must never be taken for the applications themselves. */
export const phoneTexts = {
  simulated: 'Điện thoại giả lập',
  people: 'Chọn điện thoại của ai',
  peopleLead: 'Những người dưới đây là giả định. Chứng thư số của họ không có giá trị pháp lý.',
  nobody: 'Chưa có ai dùng ứng dụng ký từ xa.',
  title: '{app}: {name}',
  waiting: 'Đang chờ bạn xác nhận',
  nothing: 'Không có yêu cầu ký nào đang chờ.',
  until: 'Xác nhận trước {time}',
  documents: 'Mã đối chiếu của văn bản',
  pin: 'Mã PIN ký số',
  confirm: 'Xác nhận ký',
  decline: 'Từ chối',
  confirmed: 'Đã xác nhận. Quay lại trang ký để xem kết quả.',
  declined: 'Đã từ chối. Văn bản không được ký.',
  wrongPin: 'Mã PIN chưa đúng. Nhập lại.',
  gone: 'Yêu cầu này không còn chờ nữa: đã trả lời hoặc đã quá hạn.',
  missing: 'Không có trang này.',
  back: 'Chọn điện thoại khác',
} as const

export const APP_NAMES: Record<PhoneService, string> = { smartca: 'VNPT SmartCA', mysign: 'Viettel MySign' }
