import { foldText } from '../../platform/text.ts'
import type { Doubt, FindingCode } from './finding.ts'

/** Words of before 2025-07-01, when the district level ended (Law 72/2025/QH15). */
const DISTRICT_WORDS = [
  'cấp huyện',
  'Ủy ban nhân dân huyện',
  'UBND huyện',
  'UBND quận',
  'quận, huyện',
  'huyện, quận',
  'thị trấn',
  'thị xã',
  'thành phố thuộc tỉnh',
  'Phòng Tư pháp',
  'Phòng Lao động - Thương binh',
  'Phòng Tài nguyên và Môi trường',
  'Phòng Giáo dục và Đào tạo',
]

/** Bodies merged away in 2025 and the body that took over. */
export const MERGED_BODIES: Record<string, string> = {
  'Bộ Nông nghiệp và Phát triển nông thôn': 'Bộ Nông nghiệp và Môi trường',
  'Bộ Tài nguyên và Môi trường': 'Bộ Nông nghiệp và Môi trường',
  'Bộ Kế hoạch và Đầu tư': 'Bộ Tài chính',
  'Bộ Giao thông vận tải': 'Bộ Xây dựng',
  'Bộ Thông tin và Truyền thông': 'Bộ Khoa học và Công nghệ',
  'Bộ Lao động - Thương binh': 'Bộ Nội vụ',
  'Bộ Lao động, Thương binh': 'Bộ Nội vụ',
  'Ủy ban Dân tộc': 'Bộ Dân tộc và Tôn giáo',
  'Sở Nông nghiệp và Phát triển nông thôn': 'Sở Nông nghiệp và Môi trường',
  'Sở Tài nguyên và Môi trường': 'Sở Nông nghiệp và Môi trường',
  'Sở Kế hoạch và Đầu tư': 'Sở Tài chính',
  'Sở Giao thông vận tải': 'Sở Xây dựng',
  'Sở Thông tin và Truyền thông': 'Sở Khoa học và Công nghệ',
  'Sở Lao động': 'Sở Nội vụ',
  'Tổng cục Thuế': 'Cục Thuế',
  'Tổng cục Hải quan': 'Cục Hải quan',
}

/** Provinces and cities whose name in a handling body shows that it is not ours. */
const OTHER_PROVINCE =
  /\b(ha noi|tp\.? ?hcm|ho chi minh|hai phong|da nang|can tho|hue|tay ninh|dong nai|bac ninh|quang ngai|quang tri|lam dong|thanh hoa|nghe an|dak lak|gia lai|an giang|ca mau|lang son|lao cai|tuyen quang|thai nguyen|phu tho|hung yen|ninh binh|ha tinh|khanh hoa|dong thap|vinh long|cao bang|dien bien|lai chau|son la)\b/

type Place = { where: string; text: string }

const CODES: ReadonlyMap<string, FindingCode> = new Map([
  ...DISTRICT_WORDS.map((words) => [comparable(words), 'wording.district-level'] as const),
  ...Object.keys(MERGED_BODIES).map((words) => [comparable(words), 'wording.merged-body'] as const),
])
const SUCCESSORS = new Map(Object.entries(MERGED_BODIES).map(([old, now]) => [comparable(old), now]))
const WATCHED = new RegExp(`(?<!\\p{L})(?:${[...CODES.keys()].join('|')})(?!\\p{L})`, 'gu')
/** The text itself says what the body is called now. */
const EXPLAINED = /nay là|\(cũ\)|trước đây/u

/** Old names in the words of a procedure: one doubt for each name, at the first place it stands. They are marked, never replaced. */
export function oldWording(places: readonly Place[]): Doubt[] {
  const doubts = new Map<string, Doubt>()
  for (const { where, text } of places) {
    for (const { 0: words, index } of comparable(text).matchAll(WATCHED)) {
      const code = CODES.get(words)
      const end = index + words.length
      if (!code || doubts.has(words) || EXPLAINED.test(text.slice(end, end + 50))) continue
      doubts.set(words, { code, where, sourceText: text.slice(Math.max(0, index - 60), end + 60).trim() })
    }
  }
  return [...doubts.values()]
}

/** A stretch of text; `isOld` when it is a name or level that is no more, `now` what the body is called today if that is certain. */
export type WordingPart = { text: string; isOld: boolean; now?: string }

/** A text cut at its old names, in order and without loss. Names the text itself explains stay plain. */
export function wordingParts(text: string): WordingPart[] {
  const parts: WordingPart[] = []
  let from = 0
  for (const { 0: words, index } of comparable(text).matchAll(WATCHED)) {
    const end = index + words.length
    if (EXPLAINED.test(text.slice(end, end + 50))) continue
    if (index > from) parts.push({ text: text.slice(from, index), isOld: false })
    const now = SUCCESSORS.get(words)
    parts.push({ text: text.slice(index, end), isOld: true, ...(now === undefined ? {} : { now }) })
    from = end
  }
  if (from < text.length) parts.push({ text: text.slice(from), isOld: false })
  return parts
}

/** Handling bodies without those of other provinces; all of them stay when nothing else is named. */
export function ownBodies(bodies: readonly string[]): { bodies: string[]; doubts: Doubt[] } {
  const foreign = bodies.filter((body) => OTHER_PROVINCE.test(foldText(body)))
  const own = bodies.filter((body) => !foreign.includes(body))
  const doubts = foreign.map((body) => ({
    code: 'wording.other-province' as const,
    where: 'executing',
    sourceText: body,
  }))
  return { bodies: own.length > 0 ? own : [...bodies], doubts }
}

/** Lower case, one spelling of "uỷ"; same length as the text, so that places can be cut from it. */
function comparable(text: string): string {
  return text.toLowerCase().replaceAll('uỷ', 'ủy')
}
