export const waitingKeysTexts = {
  title: 'Chờ chứng thư số mới',
  lead: 'Các văn bản dưới đây đã sẵn sàng nhưng chưa ký hoặc đóng dấu được vì chứng thư số. Việc gấp nhất đứng trước. Có chứng thư mới là ký được ngay, không phải soạn hay duyệt lại.',
  none: 'Không văn bản nào chờ chứng thư số',
  noneHint: 'Mọi văn bản đang chờ đều có chứng thư số dùng được.',
  more: 'Còn nhiều văn bản nữa; danh sách chỉ hiện {n} văn bản gấp nhất.',
  due: 'Hạn trả',
  noDue: 'Chưa có hạn',
  late: 'Quá hạn',
  paper: 'Văn bản',
  dossier: 'hồ sơ {code}',
  together: 'quyết định chung số {no}, {of} hồ sơ, gấp nhất {code}',
  whose: 'Chứng thư của',
  signs: 'người ký',
  seals: 'con dấu số cơ quan',
  why: 'Lý do',
  since: 'Chờ từ {at}',
  unusableSince: 'không dùng được từ {at}',
  act: 'Việc cần làm',
  handOver: 'Đổi sang chứng thư mới',
  link: 'Gắn khoá ký',
  look: 'Xem chứng thư',
} as const

/** Why, in two or three words: the sentence for the signatory stands at their list. */
export const troubleWords: Record<string, string> = {
  'signing.key-unknown': 'Chưa có chứng thư số nào đang dùng',
  'signing.certificate-not-yet': 'Chứng thư chưa đến ngày có hiệu lực',
  'signing.certificate-expired': 'Chứng thư đã hết hạn',
  'signing.certificate-revoked': 'Chứng thư đã bị thu hồi',
  'signing.certificate-suspended': 'Chứng thư đang bị tạm dừng',
  'signing.unit-merged': 'Đơn vị ghi trên chứng thư đã kết thúc',
  'signing.certificate-of-another': 'Thiết bị ký đưa ra chứng thư của người khác',
}

/** What the administrator does about it. */
export const adviceWords: Record<string, string> = {
  'signing.key-unknown': 'Gắn khoá ký cho người này, hoặc báo họ đưa tệp chứng thư vào.',
  'signing.certificate-not-yet': 'Chờ đến ngày có hiệu lực, hoặc đổi sang chứng thư đã có hiệu lực.',
  'signing.certificate-expired': 'Xin cấp chứng thư mới rồi đổi.',
  'signing.certificate-revoked': 'Xin cấp chứng thư mới rồi đổi.',
  'signing.certificate-suspended': 'Hỏi nơi giữ khi nào cho dùng lại, hoặc đổi sang chứng thư mới.',
  'signing.unit-merged': 'Xin chứng thư mang tên đơn vị mới rồi đổi.',
  'signing.certificate-of-another': 'Kiểm tra thiết bị ký; nếu đã đổi thiết bị thì đổi chứng thư trong sổ.',
}
