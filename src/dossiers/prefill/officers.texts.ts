import { formatDate, vietnamDate } from '../../platform/dates.ts'
import type { AnswerOrigin, OriginSource } from './prefill.ts'

const heldBy = {
  'identity-provider': 'tài khoản định danh',
  'citizen-registry': 'Cơ sở dữ liệu quốc gia về dân cư',
  'identity-card': 'thẻ căn cước đọc tại quầy',
  desk: 'quầy một cửa ghi lần trước',
  vault: 'kho giấy tờ của người nộp',
  'earlier-dossier': 'hồ sơ trước của người nộp',
} satisfies Record<OriginSource, string>

/** A paper in one line of a form, which is printed in Vietnamese. */
export const paperInWords = (number: string, issuedOn: string, issuer: string) =>
  `${number} ngày ${formatDate(issuedOn)}, ${issuer}`

/** Beside an answer nobody held, filed at a desk: the officer or the person wrote it. */
export const declaredAtDesk = 'Khai tại quầy'

/** The same for officers, who also see where the person answered otherwise. */
export function originForOfficers({ source, takenAt, changed }: AnswerOrigin): string {
  const from = takenAt === null ? heldBy[source] : `${heldBy[source]}, ${formatDate(vietnamDate(takenAt))}`
  return changed ? `Người nộp ghi khác ${from}` : `Điền từ ${from}`
}
