/** Words about putting an issued result right. */
export const correctionWords = {
  /** On the new paper itself. */
  replaces: 'Thay thế văn bản',
  replacesDocument: 'số {number} ngày {day}',
  /** Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3, as the form offers it. */
  legalBasis: 'Khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP',
  title: 'Sửa sai sót của kết quả',
  lead: 'Dùng khi văn bản đã phát hành ghi sai nội dung. Chuyên viên soạn văn bản mới cùng hình thức, trình duyệt, ký và đóng dấu như lần đầu. Văn bản cũ có hiệu lực đến khi văn bản mới được phát hành.',
  reason: 'Sai ở đâu, đúng là gì',
  reasonHint: 'Ví dụ: ghi sai ngày sinh 02/3/1988, đúng là 03/2/1988. Người dân đọc được lý do này.',
  reasonMissing: 'Ghi rõ chỗ sai và nội dung đúng.',
  legalBasisLabel: 'Căn cứ',
  legalBasisHint:
    'Sai về thể thức, kỹ thuật trình bày thì cơ quan đính chính bằng công văn, không dùng việc này. Luật chuyên ngành quy định khác thì ghi điều khoản đó.',
  legalBasisMissing: 'Ghi điều khoản cho phép sửa.',
  noTerm: 'Sửa sai sót không có thời hạn giải quyết mới; ngày hẹn trả và kết quả đúng hạn hay quá hạn giữ nguyên.',
  submit: 'Giao sửa, soạn văn bản thay thế',
  replacing: 'Soạn văn bản thay thế văn bản {number}.',
  replaced: 'Văn bản này thay thế văn bản {number}.',
  openedBy: '{name} giao sửa lúc {at}. Lý do: {reason} Căn cứ: {legalBasis}.',
  earlier: 'Văn bản trước',
  underWay: 'Cơ quan đang sửa một sai sót trên văn bản số {number}.',
  underWayFor: 'Lý do: {reason} Bản này vẫn dùng được cho đến khi có văn bản thay thế. Khi có, bạn được báo ngay.',
  isReplacement: 'Văn bản này thay thế văn bản số {number} ngày {day}. Bản cũ không dùng nữa.',
} as const
