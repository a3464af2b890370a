import { formatDateTime } from '../platform/dates.ts'

/** What the command says that issues a token. */
export const tokenTexts = {
  summary: 'cấp thẻ API cho một tài khoản',
  help: `motcua token --account <tên đăng nhập hoặc số định danh> [--days 30] [--json]

Cấp một thẻ để chương trình khác gọi API thay tài khoản này. Thẻ chỉ hiện một lần.
Gửi kèm mỗi yêu cầu: Authorization: Bearer <thẻ>. Số ngày hiệu lực từ 1 đến 366.`,
  issued: (fullName: string, expiresAt: Date) =>
    `Thẻ của ${fullName}, dùng được đến ${formatDateTime(expiresAt)}. Cất kỹ: thẻ không hiện lại.`,
}
