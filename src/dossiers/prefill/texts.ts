import { formatDate, vietnamDate } from '../../platform/dates.ts'
import type { AnswerOrigin, Origin, OriginSource } from './prefill.ts'

const sources = {
  'identity-provider': 'Từ tài khoản định danh bạn đăng nhập',
  'citizen-registry': 'Từ Cơ sở dữ liệu quốc gia về dân cư',
  desk: 'Từ quầy một cửa, ghi khi bạn đến nộp hồ sơ trước',
  vault: 'Từ kho giấy tờ của bạn',
  'earlier-dossier': 'Từ hồ sơ bạn nộp trước',
} satisfies Record<OriginSource, string>

/** Where an answer came from and when: `Từ Cơ sở dữ liệu quốc gia về dân cư, 12/11/2026`. */
export function originWords({ source, takenAt }: Pick<Origin, 'source' | 'takenAt'>): string {
  return takenAt === null ? sources[source] : `${sources[source]}, ${formatDate(vietnamDate(takenAt))}`
}

const heldBy = {
  'identity-provider': 'tài khoản định danh',
  'citizen-registry': 'Cơ sở dữ liệu quốc gia về dân cư',
  desk: 'quầy một cửa ghi lần trước',
  vault: 'kho giấy tờ của người nộp',
  'earlier-dossier': 'hồ sơ trước của người nộp',
} satisfies Record<OriginSource, string>

/** The same for officers, who also see where the person answered otherwise. */
export function originForOfficers({ source, takenAt, changed }: AnswerOrigin): string {
  const from = takenAt === null ? heldBy[source] : `${heldBy[source]}, ${formatDate(vietnamDate(takenAt))}`
  return changed ? `Người nộp ghi khác ${from}` : `Điền từ ${from}`
}
