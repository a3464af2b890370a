/** What officers read about an applicant who had no number; never shown to citizens. */
export const numberTexts = {
  none: 'Lúc nộp chủ hồ sơ chưa có số định danh, nên giấy tờ và kết quả chưa vào kho của ai.',
  title: 'Ghi số định danh của chủ hồ sơ',
  lead: (name: string) => `Xem giấy khai sinh hoặc thẻ căn cước của ${name} trước khi ghi.`,
  number: 'Số định danh cá nhân',
  hint: '12 chữ số. Năm sinh trong số phải đúng với ngày sinh trong hồ sơ.',
  missing: 'Nhập đủ 12 chữ số của số định danh',
  save: 'Ghi số định danh',
  after: 'Giấy tờ bộ phận một cửa đã nhận và kết quả của hồ sơ vào kho giấy tờ của người này.',
} as const
