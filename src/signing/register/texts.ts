import type { RefusalTexts } from '../../platform/refusal.ts'

export const certificateRefusals = {
  'signing.certificate-not-yet': {
    status: 409,
    title: 'Chứng thư số chỉ có hiệu lực từ ngày {from}. Ký lại từ ngày đó.',
  },
  'signing.certificate-suspended': {
    status: 409,
    title: 'Chứng thư số đang bị tạm dừng nên không ký được. Hỏi người quản trị khi nào dùng lại được.',
  },
  'signing.unit-merged': {
    status: 409,
    title:
      'Chứng thư số ghi "{unit}", đơn vị đã kết thúc ngày {until}, nên không ký được nữa. Văn bản chờ chứng thư số mới; báo người quản trị.',
  },
  'signing.demo-certificate': {
    status: 409,
    title: 'Đây là chứng thư số trình diễn, không có giá trị pháp lý; hệ thống chính thức không nhận.',
  },
  'signing.certificate-not-for-signing': {
    status: 409,
    title: 'Chứng thư số này không dùng để ký văn bản. Chọn chứng thư có mục đích ký số.',
  },
  'signing.certificate-known': { status: 409, title: 'Chứng thư số này đã có trong sổ.' },
  'signing.not-stoppable': { status: 409, title: 'Chứng thư số này đã thôi dùng, không có gì để ghi thêm.' },
  'signing.not-suspended': {
    status: 409,
    title: 'Chứng thư số này không bị tạm dừng. Chứng thư đã thu hồi không dùng lại được.',
  },
  'signing.hand-over-arranged': {
    status: 409,
    title: 'Đã có chứng thư số mới chờ dùng từ ngày {day}. Thu hồi chứng thư đó trước nếu muốn đổi.',
  },
  'signing.change-over-day': {
    status: 422,
    title:
      'Ngày đổi phải từ hôm nay đến ngày {last}, khi chứng thư đang dùng còn hiệu lực và chứng thư mới đã có hiệu lực.',
  },
  'signing.anchor-unknown': {
    status: 422,
    title: 'Không có gốc nào mang mã "{code}". Lệnh "motcua trust list" liệt kê các mã.',
  },
  'signing.anchor-unfit': {
    status: 422,
    title: 'Chứng thư này không phải của tổ chức cấp chứng thư, hoặc đã hết hạn, nên không cài làm gốc tin cậy được.',
  },
  'signing.anchor-unreadable': { status: 422, title: 'Tệp không phải đúng một chứng thư dạng PEM hoặc DER.' },
  'signing.anchor-fingerprint': {
    status: 422,
    title: 'Mã kiểm của tệp là {found}, khác mã đã cho. Lấy lại tệp và mã kiểm từ nơi cấp rồi đối chiếu.',
  },
  'signing.level-in-past': { status: 422, title: 'Mức chữ ký chỉ đặt được từ hôm nay trở đi.' },
  'signing.level-set': { status: 409, title: 'Đã đặt mức chữ ký từ ngày {day}. Chọn ngày khác.' },
  'signing.level-of-province': {
    status: 403,
    title: 'Mức chữ ký áp dụng cho cả tỉnh, chỉ quản trị cấp tỉnh đặt được.',
  },
} satisfies RefusalTexts

export const certificateTabTexts = {
  views: 'Các danh sách chứng thư số',
  all: 'Tất cả',
  expiring: 'Sắp hết hạn',
  waiting: 'Chờ chứng thư số mới',
  levels: 'Mức chữ ký',
  renewals: 'Gia hạn',
  anchors: 'Gốc tin cậy',
} as const
