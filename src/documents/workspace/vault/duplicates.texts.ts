import type { Likeness } from '../../vault/duplicates/duplicate.ts'

export const duplicateTexts = {
  title: 'Giấy tờ có thể trùng',
  lead: 'Giấy tờ mới vào kho giống giấy tờ đã có của cùng một người. Mở hai bản, so rồi kết luận; hệ thống không tự gộp.',
  none: 'Không có giấy tờ nào trùng',
  noneHint: 'Khi một giấy tờ mới vào kho trùng số với giấy tờ đã có, việc hiện ở đây.',
  likeness: {
    same: 'Đã có trong kho: cùng loại, cùng số, cùng nơi cấp, cùng ngày cấp.',
    maybe: 'Cùng loại và cùng số; nơi cấp hoặc ngày cấp chưa rõ hoặc viết khác nhau.',
  } satisfies Record<Likeness, string>,
  both: (title: string) => `Hai bản của ${title}`,
  which: 'Bản',
  sides: { twin: 'Đã có trong kho', entry: 'Mới vào' },
  number: 'Số',
  issuer: 'Nơi cấp',
  issuedOn: 'Ngày cấp',
  proof: 'Độ tin cậy',
  entered: 'Vào kho',
  files: 'Tệp',
  file: (no: number) => `Xem tệp ${no}`,
  unknown: 'chưa rõ',
  same: 'Cùng một giấy tờ',
  other: 'Hai giấy tờ khác nhau',
}
