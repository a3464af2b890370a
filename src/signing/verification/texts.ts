import type { SignatureLevel } from '../long-term/signature-level.ts'
import { reasonText } from '../texts.ts'
import { formatDateTime } from '../../platform/dates.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import { reportTextsEn } from './texts.en.ts'
import type { LaterChange, Revocation } from './report.ts'

const reportVi = {
  levels: {
    'B-B': 'Chữ ký không có dấu thời gian',
    'B-T': 'Chữ ký có dấu thời gian',
    'B-LT': 'Chữ ký có dấu thời gian và bằng chứng để kiểm tra lâu dài',
    'B-LTA': 'Chữ ký có bằng chứng kiểm tra lâu dài và dấu thời gian lưu trữ',
  } satisfies Record<SignatureLevel, string>,
  demo: 'Chữ ký trình diễn, không có giá trị pháp lý',
  wholeDocument: 'toàn văn bản',
  pages: (pages: string) => `trang ${pages}`,
  filled: (field: string, text: string, where: string) => `Đã điền ô ${field}: ${text}${where}`,
  signed: (signer: string, where: string) => `Đã ký thêm: ${signer}${where}`,
  timestamped: (signer: string) => `Đã thêm dấu thời gian lưu trữ: ${signer}`,
  validationData: 'Đã thêm dữ liệu để kiểm tra lâu dài, không đổi nội dung',
  revocation: {
    good: 'Chứng thư chưa bị thu hồi',
    'not-known': 'Chưa có thông tin chứng thư có bị thu hồi hay không',
    revoked: (at: string) => `Chứng thư đã bị thu hồi lúc ${at}, chữ ký không có hiệu lực`,
    'revoked-later': (at: string) => `Chứng thư bị thu hồi lúc ${at}, sau khi ký: chữ ký vẫn có hiệu lực`,
  },
}
const words = inBothLanguages(reportVi, reportTextsEn)

/** What a level means to somebody who only holds the paper. */
export const levelText = (level: SignatureLevel): string => words.levels[level]

export const demoText = (): string => words.demo

export const pagesText = (pages: readonly number[]): string =>
  pages.length === 0 ? words.wholeDocument : words.pages(pages.join(', '))

/** One change in one line; names of fields are those of the form unless the reader has words for them. */
export function changeText(change: LaterChange, fieldText: (name: string) => string = (name) => `“${name}”`): string {
  const { pages } = change
  const where = pages.length === 0 ? '' : ` (${pagesText(pages)})`
  switch (change.kind) {
    case 'filled':
      return words.filled(fieldText(change.fieldName), change.text, where)
    case 'signed':
      return words.signed(change.signer, where)
    case 'timestamped':
      return words.timestamped(change.signer)
    case 'validation-data':
      return words.validationData
    case 'forbidden':
      return `${reasonText[change.problem]} (${pagesText(pages)})`
  }
}

/** Whether the certificate was taken back, and what that means for this signature. */
export function revocationText(revocation: Revocation): string {
  if (revocation.state === 'revoked' || revocation.state === 'revoked-later')
    return words.revocation[revocation.state](formatDateTime(revocation.at))
  return words.revocation[revocation.state]
}
