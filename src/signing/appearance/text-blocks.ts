import { isoVietnam } from '../../platform/dates.ts'
import type { PlaceWish } from '../placement/wish.ts'
import type { AppearanceSpec } from './compose.ts'
import { letterShapes } from './font.ts'

/** What a signature shows in words alone, and where on the page the law wants it. */
export type TextBlock = { appearance: Pick<AppearanceSpec, 'text'>; place: PlaceWish }

export type CopyForm = 'certified-copy' | 'forwarded-copy' | 'extract'

/** hình thức sao. Căn cứ: Nghị định 30/2020/NĐ-CP, Điều 25. */
const COPY_FORMS = {
  'certified-copy': 'SAO Y',
  'forwarded-copy': 'SAO LỤC',
  extract: 'TRÍCH SAO',
} satisfies Record<CopyForm, string>

/** Times New Roman, upright, size 10, black, in the top right corner of the first page, no picture: Decree 30/2020, Annex I. */
const SIZE = 10
const LEADING = 1.2
/** Points; longer names of agencies go on in another line. */
const WIDEST = 230

/** An annex signed in a file of its own says which document it belongs to. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II. */
export const annexBlock = (annex: { documentNumber: string; signedAt: Date }): TextBlock =>
  cornerBlock([annex.documentNumber, signingTime(annex.signedAt)])

/** An electronic copy says in which form, by whom and when it was copied. Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III. */
export const copyBlock = (copy: { form: CopyForm; agencyName: string; signedAt: Date }): TextBlock =>
  cornerBlock([COPY_FORMS[copy.form], copy.agencyName, signingTime(copy.signedAt)])

/** Day, time and the zone as ISO 8601 has it: `20/11/2026 09:42:00 +07:00`. */
export function signingTime(instant: Date): string {
  const [day = '', time = ''] = isoVietnam(instant).split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)} +07:00`
}

function cornerBlock(texts: string[]): TextBlock {
  const lines = texts.flatMap(wrapped)
  const width = Math.ceil(Math.max(...lines.map(widthOf))) + 4
  const height = Math.ceil(lines.length * SIZE * LEADING) + 2
  return {
    appearance: { text: { lines, size: SIZE } },
    place: { width, height, near: { page: 1, corner: 'top-right' } },
  }
}

const widthOf = (text: string) => letterShapes(text, 'regular').reduce((sum, { advance }) => sum + advance * SIZE, 0)

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.normalize('NFC').split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer) <= WIDEST) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
