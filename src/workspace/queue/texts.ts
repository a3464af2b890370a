import type { Role } from '../../platform/actor.ts'
import type { Handling, Urgency } from '../../dossiers/index.ts'

/** Words of the work list. */
export const queueTexts = {
  escalated: { head: 'báo cấp trên', desk: 'báo Trung tâm' },
  title: 'Việc của tôi',
  overdueTitle: 'Quá hạn',
  waitingTitle: 'Hồ sơ đang dừng',
  unitTitle: 'Cả phòng',
  poolTitle: 'Chưa ai thụ lý',
  searchTitle: 'Tra cứu hồ sơ',
  tabs: 'Lọc theo hạn',
  all: 'Tất cả',
  urgent: 'Cần làm ngay',
  soon: 'Sắp đến hạn',
  ready: 'Trình được ngay',
  supplied: 'Dân vừa bổ sung',
  waiting: 'Đang dừng',
  list: 'Danh sách hồ sơ',
  due: 'Hạn',
  code: 'Mã hồ sơ',
  applicant: 'Người nộp',
  procedure: 'Thủ tục',
  where: 'Đang ở, đã giữ',
  note: 'Ghi chú',
  held: '{step}, {took}',
  suppliedOn: 'Đã bổ sung {day}',
  askedAgain: 'Yêu cầu bổ sung lần {count}, {name}',
  pool: 'Chưa ai thụ lý',
  eligible: 'Đủ điều kiện trình',
  ineligible: 'Không đủ điều kiện',
  inPlaceOf: 'Thay {name}',
  expected: 'Nhận ngay thì hẹn {day}',
  preview: 'Xem nhanh hồ sơ đang chọn',
  choose: 'Chọn một hồ sơ để xem nhanh',
  chooseHint: 'Dùng phím ↑ ↓ để chuyển, Enter để mở.',
  open: 'Mở hồ sơ',
  path: 'Đường đi',
  papers: 'Giấy tờ',
  papersGiven: '{count} giấy tờ đã nộp',
  papersOmitted: '{count} giấy tờ không phải nộp',
  phone: 'Điện thoại',
  personalId: 'Số định danh',
  unit: 'Nơi giải quyết',
  assignee: 'Thụ lý',
  submittedFor: 'Người nộp thay',
  empty: 'Hết việc ở mục này',
  emptyHint: 'Hồ sơ mới sẽ hiện ở đây khi tới lượt bạn.',
  noQueue: 'Tài khoản này không xử lý hồ sơ',
  noQueueHint: 'Mở công cụ ở thanh bên trái.',
  more: 'Còn nữa',
  plus: '{count} trở lên',
  found: '{count} hồ sơ khớp "{q}"',
  notFound: 'Không thấy hồ sơ nào khớp "{q}"',
  notFoundHint: 'Thử mã hồ sơ, số định danh đủ 12 số, hoặc họ tên. Hồ sơ của đơn vị khác không hiện ở đây.',
  searchHow: 'Gõ mã hồ sơ, số định danh hoặc họ tên vào ô tìm ở trên',
  searchHowHint: 'Có dấu hay không dấu đều được. Chỉ tìm trong hồ sơ của đơn vị bạn.',
  tooShort: 'Gõ ít nhất hai chữ',
  keyMove: 'chuyển hồ sơ',
  keyOpen: 'mở',
  keySearch: 'tìm',
  keyAll: 'mọi phím tắt',
  roles: 'Vai trò',
} as const

export const groupTitles = {
  overdue: 'Quá hạn',
  today: 'Hôm nay',
  soon: 'Hai ngày làm việc tới',
  'in-time': 'Trong hạn',
} satisfies Record<Urgency, string>

/** Groups of a list that does not run against a due date. */
export const otherGroups = {
  'to-receive': 'Chờ tiếp nhận',
  'to-deliver': 'Chờ trả kết quả',
  waiting: 'Dừng, chờ dân',
  suspended: 'Tạm dừng theo căn cứ pháp lý',
} as const

/** Step in a word, for the column "Đang ở". */
export const stepWords = {
  submitted: 'Chờ tiếp nhận',
  received: 'Chờ phân công',
  appraising: 'Thẩm định',
  suspended: 'Tạm dừng',
  'awaiting-approval': 'Phê duyệt',
  'awaiting-signature': 'Ký số',
  'awaiting-seal': 'Đóng dấu',
  finished: 'Chờ trả',
  delivered: 'Đã trả',
  'awaiting-supplement': 'Chờ bổ sung',
  refused: 'Từ chối nhận',
  withdrawn: 'Đã rút',
  stopped: 'Dừng',
} satisfies Record<Handling, string>

/** What a person with several roles chooses between. */
export const roleQueues: Partial<Record<Role, string>> = {
  'intake-officer': 'Tiếp nhận và trả',
  'head-of-division': 'Phân công, phê duyệt',
  specialist: 'Thụ lý',
  signatory: 'Ký số',
  clerk: 'Văn thư',
}
