import type { SignatureLevel } from '../long-term/signature-level.ts'
import { reasonText } from '../texts.ts'
import { formatDateTime } from '../../platform/dates.ts'
import type { LaterChange, Revocation } from './report.ts'

/** What a level means to somebody who only holds the paper. */
export const levelText: Record<SignatureLevel, string> = {
  'B-B': 'Chữ ký không có dấu thời gian',
  'B-T': 'Chữ ký có dấu thời gian',
  'B-LT': 'Chữ ký có dấu thời gian và bằng chứng để kiểm tra lâu dài',
  'B-LTA': 'Chữ ký có bằng chứng kiểm tra lâu dài và dấu thời gian lưu trữ',
}

export const demoText = 'Chữ ký trình diễn, không có giá trị pháp lý'

export const pagesText = (pages: readonly number[]): string =>
  pages.length === 0 ? 'toàn văn bản' : `trang ${pages.join(', ')}`

/** One change in one line; names of fields are those of the form unless the reader has words for them. */
export function changeText(change: LaterChange, fieldText: (name: string) => string = (name) => `“${name}”`): string {
  const { pages } = change
  const where = pages.length === 0 ? '' : ` (${pagesText(pages)})`
  switch (change.kind) {
    case 'filled':
      return `Đã điền ô ${fieldText(change.fieldName)}: ${change.text}${where}`
    case 'signed':
      return `Đã ký thêm: ${change.signer}${where}`
    case 'timestamped':
      return `Đã thêm dấu thời gian lưu trữ: ${change.signer}`
    case 'validation-data':
      return 'Đã thêm dữ liệu để kiểm tra lâu dài, không đổi nội dung'
    case 'forbidden':
      return `${reasonText[change.problem]} (${pagesText(pages)})`
  }
}

/** Whether the certificate was taken back, and what that means for this signature. */
export function revocationText(revocation: Revocation): string {
  switch (revocation.state) {
    case 'good':
      return 'Chứng thư chưa bị thu hồi'
    case 'not-known':
      return 'Chưa có thông tin chứng thư có bị thu hồi hay không'
    case 'revoked':
      return `Chứng thư đã bị thu hồi lúc ${formatDateTime(revocation.at)}, chữ ký không có hiệu lực`
    case 'revoked-later':
      return `Chứng thư bị thu hồi lúc ${formatDateTime(revocation.at)}, sau khi ký: chữ ký vẫn có hiệu lực`
  }
}
