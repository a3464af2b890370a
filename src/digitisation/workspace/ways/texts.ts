import type { WayKind } from '../../intake/ways/way-in.ts'

/** Ways in and separator sheets: officers only. */
export const waysTexts = {
  title: 'Đường vào giấy tờ',
  lead: 'Nối thư mục của máy quét, địa chỉ thư, hoặc hồ sơ nộp trực tuyến với bộ phận nhận. Mỗi phút hệ thống xem thư mục một lần; tệp đã lấy được chuyển sang thư mục con “da-nhan”, tệp hỏng sang “khong-nhan” kèm lý do. Thư của người gửi lạ chờ cán bộ xét ở trang Quét giấy tờ.',
  none: 'Chưa nối đường nào',
  kind: 'Loại',
  place: 'Thư mục hoặc địa chỉ thư',
  placeHint:
    'Với máy quét: tên thư mục con, ví dụ quay-1. Với hộp thư: địa chỉ người dân và cơ quan gửi đến. Hồ sơ trực tuyến thì để trống.',
  unit: 'Bộ phận nhận',
  splitAt: 'Chia giấy tờ',
  handsOn: 'Chuyển đọc',
  bySelf: 'Giấy tờ đủ trang tốt thì tự chuyển đọc',
  byPerson: 'Chờ cán bộ xem',
  add: 'Nối đường vào',
  addTitle: 'Thêm đường vào',
  end: 'Ngừng',
  endLabel: (place: string) => `Ngừng nhận từ ${place}`,
  online: 'Hồ sơ nộp trực tuyến',
  actions: 'Thao tác',
  separators: 'In tờ phân cách',
  separatorsLead:
    'Quét cả chồng sổ hoặc nhiều hồ sơ một lúc: đặt một tờ phân cách trước mỗi giấy tờ. Mỗi tờ có mã riêng; mã cho biết giấy tờ đứng sau thuộc hồ sơ nào.',
  label: 'Ghi trên tờ',
  labelHint: 'Ví dụ: Sổ đăng ký khai sinh 1994, quyển 2',
  count: 'Số tờ',
  dossier: 'Mã hồ sơ',
  print: 'In',
  countWrong: 'Số tờ từ 1 đến 100.',
  noLabel: 'Hãy ghi vài chữ để phân biệt các tờ.',
} as const

export const wayKindWords = {
  folder: 'Thư mục máy quét',
  mail: 'Hộp thư',
  portal: 'Hồ sơ nộp trực tuyến',
} satisfies Record<WayKind, string>
