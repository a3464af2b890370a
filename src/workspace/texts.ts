/** Words of the officer site's frame. */
export const workspaceTexts = {
  siteName: 'Một Cửa',
  mainNav: 'Chính',
  navTitle: 'Hồ sơ',
  toolsTitle: 'Công cụ',
  skip: 'Đi thẳng tới việc',
  search: 'Tìm hồ sơ',
  searchHint: 'Tìm mã, tên, số định danh',
  searchButton: 'Tìm',
  sessions: 'Nơi đang đăng nhập',
  signOut: 'Đăng xuất',
} as const

/** Names in the side rail. */
export const navTexts = {
  mine: 'Việc của tôi',
  overdue: 'Quá hạn',
  waiting: 'Đang dừng',
  unit: 'Cả phòng',
  opinions: 'Xin ý kiến',
  notices: 'Thông báo',
  search: 'Tra cứu',
  register: 'Sổ theo dõi',
  procedures: 'Thủ tục',
  calendar: 'Lịch làm việc',
  counter: 'Quầy tiếp nhận',
  deliver: 'Trả kết quả',
  approve: 'Duyệt kết quả',
  sign: 'Ký số',
  seal: 'Văn thư',
  connections: 'Kết nối',
  quality: 'Chất lượng thủ tục',
  processes: 'Quy trình',
  accounts: 'Tài khoản',
  delegations: 'Uỷ quyền, làm thay',
  handOver: 'Bàn giao hồ sơ',
  mail: 'Thư thử',
} as const
