import { formatDate, vietnamDate } from '../../../platform/dates.ts'
import type { Certificate } from '../../crypto/certificate.ts'
import { reasonText, verdictText } from '../../texts.ts'
import type { VerificationReport } from '../../verification/report.ts'
import { listAt, textAt } from '../remote/post-json.ts'
import type { CscCredential } from './wire.ts'

const day = (at: Date) => formatDate(vietnamDate(at))

/** What the trial of a service tells, a line a step. */
export const triedWords = {
  service: (body: Record<string, unknown>) =>
    `Dịch vụ trả lời: ${textAt(body, 'name')}, bản ${textAt(body, 'specs')}, đăng nhập bằng ${listAt(body, 'authType').join(', ')}`,
  keys: (keys: readonly string[]) => `Dịch vụ nhận tài khoản và kể tên ${keys.length} khoá: ${keys.join(', ')}`,
  certificate: (keyRef: string, { subject, issuer, notBefore, notAfter }: Certificate, above: number) =>
    `Khoá ${keyRef}: ${subject.commonName}, ${issuer.commonName} cấp, hiệu lực ${day(notBefore)} – ${day(notAfter)}, kèm ${above} chứng thư cấp trên`,
  opens: ({ pinId, otpId, multisign }: CscCredential) =>
    `Mở khoá bằng ${[pinId === undefined ? [] : 'mã PIN', otpId === undefined ? [] : 'mã dùng một lần'].flat().join(' và ') || 'tài khoản của hệ thống'}, mỗi lần ký được ${multisign} văn bản`,
  signed: (count: number) => `Đã ký ${count} văn bản thử, chữ ký khớp với chứng thư số`,
  reason: 'Ký thử',
  verdict: ({ verdict, signatures }: VerificationReport) =>
    `Tệp PDF đã ký: ${[verdictText[verdict], ...new Set(signatures.flatMap(({ reasons }) => reasons.map((one) => reasonText[one])))].join('; ')}`,
  saved: 'Đã ghi tệp {path}',
  good: 'Dịch vụ này dùng được.',
  noAccount:
    'Chưa có tài khoản dịch vụ: đặt CSC_URL, CSC_CLIENT_ID, CSC_CLIENT_SECRET, hoặc thêm --url, --client, --secret-file.',
  cannotRead: 'Không đọc được tệp "{path}".',
  summary: 'try a signing service before its keys are linked',
} as const
