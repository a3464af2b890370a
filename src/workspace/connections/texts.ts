import type { SimulatorState } from '../../platform/operations/simulators.ts'

const PORT_NAMES: Record<string, string> = {
  database: 'Cơ sở dữ liệu',
  'file-store': 'Kho tệp',
  'job-queue': 'Hàng việc nền',
  'timestamp-authority': 'Dịch vụ cấp dấu thời gian',
  revocation: 'Nơi trả lời về chứng thư số bị thu hồi',
  'identity-provider': 'Nơi xác thực công dân',
  mail: 'Thư điện tử',
  signer: 'Ký số',
  'virus-scan': 'Máy quét mã độc',
  'archive-renewal': 'Gia hạn dấu thời gian của văn bản lưu trữ',
  smartca: 'Ký từ xa VNPT SmartCA',
  mysign: 'Ký từ xa Viettel MySign',
  csc: 'Ký từ xa theo chuẩn CSC',
  'usb-token': 'Phần mềm ký bằng USB token',
  pkcs11: 'Thiết bị ký HSM hoặc token (PKCS#11)',
  reminders: 'Nhắc việc',
  'scan-mailbox': 'Hộp thư nhận giấy tờ',
}

/** What stops when the port does; said only when it does. */
const WITHOUT: Record<string, string> = {
  database: 'Không nhận được hồ sơ, không mở được trang nào.',
  'file-store': 'Không nhận được tệp, không tải được kết quả.',
  'job-queue': 'Thông báo, đóng dấu thời gian và việc nền bị chậm.',
  'timestamp-authority': 'Chưa ký được kết quả. Nhận hồ sơ vẫn chạy; nhật ký được đóng dấu bù sau.',
  revocation: 'Chữ ký chưa kèm được bằng chứng để kiểm tra lâu dài; hệ thống bổ sung sau.',
  'identity-provider': 'Người dân chưa đăng nhập được. Quầy vẫn nhận hồ sơ.',
  mail: 'Thư nằm chờ và tự gửi lại. Thông báo trên cổng vẫn đến.',
  signer: 'Chưa ký được kết quả. Các bước khác vẫn chạy.',
  smartca: 'Người dùng VNPT SmartCA chưa ký được. Người ký bằng cách khác không bị ảnh hưởng.',
  mysign: 'Người dùng Viettel MySign chưa ký được. Người ký bằng cách khác không bị ảnh hưởng.',
  csc: 'Người có khoá ở dịch vụ ký này chưa ký được. Người ký bằng cách khác không bị ảnh hưởng.',
  'usb-token': 'Người ký bằng USB token chưa ký được. Người ký bằng cách khác không bị ảnh hưởng.',
  pkcs11: 'Người có khoá trong thiết bị này chưa ký được. Người ký bằng cách khác không bị ảnh hưởng.',
  reminders: 'Cán bộ chưa được nhắc đúng giờ. Hồ sơ vẫn xử lý được; chạy lại thì nhắc bù.',
  'scan-mailbox': 'Chưa lấy được giấy tờ gửi bằng thư; thư vẫn nằm trong hộp. Các đường vào khác vẫn chạy.',
  'virus-scan': 'Tệp vẫn nhận, được ghi là chưa quét và tự quét khi có máy quét.',
}

export const portName = (name: string): string => PORT_NAMES[name] ?? name
export const withoutPort = (name: string): string => WITHOUT[name] ?? 'Việc cần tới kết nối này phải chờ.'

export const STATE_NAMES = {
  normal: 'Bình thường',
  slow: 'Chậm',
  wrong: 'Trả lời sai',
  down: 'Ngừng',
  late: 'Trả lời muộn',
  twice: 'Báo hai lần',
  declines: 'Từ chối',
  expires: 'Để quá hạn',
  exhausted: 'Hết lượt',
  revoked: 'Chứng thư bị thu hồi',
} satisfies Record<SimulatorState, string>

export const connectionsTexts = {
  title: 'Kết nối',
  caption: 'Các kết nối của hệ thống',
  port: 'Kết nối',
  servedBy: 'Nơi phục vụ',
  embedded: 'Trong máy này',
  real: 'Hệ thống ngoài',
  state: 'Tình trạng',
  well: 'Tốt',
  unwell: 'Không chạy',
  checkedAt: 'Lần thử cuối',
  took: '{ms} ms',
  lastFailure: 'Lỗi gần nhất',
  noFailure: 'Chưa có lỗi',
  checkNow: 'Thử lại tất cả',
  allWell: 'Tất cả {count} kết nối đều tốt.',
  someUnwell: '{count} kết nối không chạy:',
  simulators: 'Máy giả lập',
  simulatorsHint: 'Cho máy giả lập chậm, sai hoặc ngừng để thử hệ thống. Hệ thống ngoài không có mục này.',
  behaves: '{name} đang ở chế độ: {state}.',
  setTo: 'Cho {name} chạy ở chế độ {state}',
} as const

export function fillText(text: string, facts: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
