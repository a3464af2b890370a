import type { RefusalTexts } from '../refusal.ts'

export const backupRefusals = {
  'backup.no-set': { status: 404, title: 'Không có bản sao lưu {set} trong {folder}.' },
  'backup.set-exists': { status: 409, title: 'Đã có bản sao lưu {set}. Chờ sang giây sau rồi làm lại.' },
  'backup.damaged': { status: 422, title: 'Bản sao lưu hỏng ở {part}. Chưa có gì được khôi phục.' },
  'backup.other-version': {
    status: 409,
    title: 'Bản sao lưu này của phiên bản khác ({last}). Cài đúng phiên bản ấy, khôi phục, rồi nâng cấp.',
  },
  'backup.not-empty': {
    status: 409,
    title: 'Cơ sở dữ liệu đang có dữ liệu ({table}). Chỉ khôi phục vào cơ sở dữ liệu trống.',
  },
  'backup.keys-there': {
    status: 409,
    title: 'Thư mục khoá {folder} đang có khoá. Chuyển khoá cũ đi nơi khác, hoặc khôi phục không kèm --with-keys.',
  },
} satisfies RefusalTexts

export const backupTexts = {
  backingUp: 'Sao lưu',
  restoring: 'Khôi phục',
  verifying: 'Kiểm tra nhật ký',
  done: 'Đã sao lưu {set}: {rows} dòng trong {tables} bảng, {files} tệp (chép mới {filesCopied}).',
  manifest: 'SHA-256 của bản kê: {manifestSha256}. Ghi lại ở nơi khác.',
  noKeys:
    'Khoá và secrets.json không nằm trong bản này. Cất riêng chúng: thiếu chúng thì không ký tiếp được và mã xác thực hai bước phải cấp lại.',
  damagedFile: 'Tệp {sha256} trong kho đã hỏng, không sao lưu được. Lấy lại từ bản sao lưu cũ.',
  restored: 'Đã khôi phục {set}: {rows} dòng trong {tables} bảng, {files} tệp, {keys} khoá.',
  journalDiffers: 'Nhật ký sau khi khôi phục không dừng ở niêm cuối của bản sao lưu.',
}

export function fill(text: string, facts: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = facts[name]
    return typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value)
  })
}
