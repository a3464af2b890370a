import { formatDate, vietnamDate } from '../../platform/dates.ts'
import { inBothLanguages } from '../../platform/wording.ts'
import type { Origin, OriginSource } from './prefill.ts'
import { sourcesEn } from './texts.en.ts'

const sourcesVi = {
  'identity-provider': 'Từ tài khoản định danh bạn đăng nhập',
  'citizen-registry': 'Từ Cơ sở dữ liệu quốc gia về dân cư',
  'identity-card': 'Từ thẻ căn cước của bạn, đọc tại quầy',
  desk: 'Từ quầy một cửa, ghi khi bạn đến nộp hồ sơ trước',
  vault: 'Từ kho giấy tờ của bạn',
  'earlier-dossier': 'Từ hồ sơ bạn nộp trước',
} satisfies Record<OriginSource, string>
const sources = inBothLanguages(sourcesVi, sourcesEn)

/** Where an answer came from and when: `Từ Cơ sở dữ liệu quốc gia về dân cư, 12/11/2026`. */
export function originWords({ source, takenAt }: Pick<Origin, 'source' | 'takenAt'>): string {
  return takenAt === null ? sources[source] : `${sources[source]}, ${formatDate(vietnamDate(takenAt))}`
}
