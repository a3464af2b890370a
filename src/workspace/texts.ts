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
