import type { RefusalTexts } from '../../platform/refusal.ts'

export const benchRefusals = {
  'digitisation.nothing-read': {
    status: 409,
    title: 'Máy không đọc được trang nào của giấy tờ này. Quét lại, hoặc gõ tay.',
  },
  'digitisation.settled-by-another': {
    status: 409,
    title: 'Bạn là một trong hai người đã kiểm. Chọn giá trị của người kia, hoặc chuyển người thứ ba xem.',
  },
  'digitisation.not-to-check': {
    status: 409,
    title: 'Giấy tờ này chưa đọc xong, đọc hỏng, hoặc đã vào kho nên không kiểm được lúc này.',
  },
  'digitisation.value-strange': {
    status: 422,
    title: 'Giá trị ở mục “{label}” {why}. Sửa lại, hoặc bấm “Trên giấy ghi đúng như vậy”.',
  },
  'digitisation.nobody-to-check': {
    status: 422,
    title: 'Người này không kiểm giấy tờ ở đơn vị của bạn. Chọn người trong danh sách.',
  },
  'digitisation.no-owner': {
    status: 409,
    title:
      'Đã ký, đóng dấu và vào sổ, nhưng chưa vào kho của ai: tên chủ giấy khi ký khác tên đã kiểm trên giấy, hoặc giấy không có số định danh của chủ.',
  },
  'digitisation.nothing-failed': { status: 409, title: 'Máy đã đọc hết các trang, không có trang nào cần đọc lại.' },
  'digitisation.looked-at': {
    status: 409,
    title: 'Đã có người kiểm giấy tờ này. Đọc lại sẽ mất phần đã kiểm nên không làm được.',
  },
} satisfies RefusalTexts

/** What is wrong with a value, after "Giá trị ở mục “…” ". */
const FAULTS: Record<string, string> = {
  'no-such-day': 'là ngày không có trong lịch',
  'in-the-future': 'là ngày chưa tới',
  'too-long-ago': 'là ngày quá xa',
  'not-an-option': 'không có trong danh sách cho phép',
  'not-letters': 'có chữ số hoặc dấu lạ trong tên',
  'not-digits': 'có chữ xen vào số',
  'wrong-length': 'thiếu hoặc thừa chữ số',
  'unknown-province': 'có mã nơi đăng ký khai sinh không có thật',
  'born-later': 'không khớp với năm sinh trong số định danh',
  'birth-year-differs': 'không khớp với năm sinh trong số định danh',
  'wrong-check-digit': 'sai số kiểm tra',
  'unknown-prefix': 'có đầu số không có thật',
  'at-the-edge': 'sát mép ảnh, có thể bị cắt mất chữ',
  'two-papers': 'đọc từ trang có hai giấy tờ, có thể của giấy tờ kia',
  'words-differ': 'ngày ghi bằng số và bằng chữ khác nhau',
  'number-differs': 'không khớp với số định danh trên cùng giấy tờ',
  'code-differs': 'khác với mã QR hoặc vùng đọc máy trên thẻ (xem gợi ý); kiểm tra thẻ có thật là của người này không',
  'old-place': 'là địa danh trước ngày 01/7/2025, nay thuộc nơi nêu ở gợi ý',
  'several-places': 'là địa danh cũ nay thuộc nhiều nơi, cần chọn',
}

export const faultWords = (fault: string): string => FAULTS[fault] ?? 'không đúng kiểu của mục này'
