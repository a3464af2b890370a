export const bulkPageTexts = {
  select: 'Chọn hồ sơ của {name}',
  bar: 'Với các hồ sơ đã đánh dấu:',
  none: 'Chưa đánh dấu hồ sơ nào. Đánh dấu ở đầu mỗi dòng rồi bấm lại.',
  title: '{label} {count} hồ sơ',
  chosen: 'Các hồ sơ đã chọn',
  back: 'Về hàng việc',
  doneTitle: 'Đã làm {done} trong {all} hồ sơ',
  doneList: 'Đã làm',
  notDoneList: 'Chưa làm được',
  notDoneHint: 'Những hồ sơ này chưa thay đổi gì. Mở từng hồ sơ để làm riêng.',
  code: 'Mã hồ sơ',
  why: 'Vì sao',
} as const
