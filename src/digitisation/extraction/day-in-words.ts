import { isLegalDate, type LegalDate } from '../../platform/dates.ts'
import { foldText } from '../../platform/text.ts'

const UNITS: Record<string, number> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
}

/**
 * "ngày mười ba tháng tám năm hai nghìn không trăm mười bảy"; marks do not matter. Undefined when it is not wholly that: a year that breaks off
 * ("hai nghìn không", "hai nghìn không trăm hai") must not be one of another century.
 */
export function dayOfWords(text: string): LegalDate | undefined {
  const words = foldText(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()
  const [, day = '', month = '', year = ''] =
    /^(?:ngay )?(.+?) thang (.+?) nam (.+? (?:nghin|ngan) .+)$/.exec(words) ?? []
  const [thousands = '', rest = ''] = year.split(/ (?:nghin|ngan) /)
  const [hundreds = '', last] = rest.split(' tram')
  if (last === undefined || last.trim() in UNITS) return undefined
  const parts = [
    numberOf(day),
    month === 'gieng' ? 1 : numberOf(month),
    numberOf(thousands),
    numberOf(hundreds),
    numberOf(last.trim() || 'khong'),
  ]
  if (parts.some((part) => part === undefined)) return undefined
  const [d = 0, m = 0, t = 0, h = 0, l = 0] = parts
  const date = `${t * 1000 + h * 100 + l}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isLegalDate(date) ? date : undefined
}

/** 0 to 99: "mười bảy", "hai mươi mốt", "linh năm". */
function numberOf(words: string): number | undefined {
  const [tens, unit] = words.replace(/^(?:mung|linh|le) /, '').split(/ ?\bmuoi\b ?/)
  if (unit === undefined) return UNITS[tens ?? '']
  const ten = tens === '' ? 1 : UNITS[tens ?? '']
  const one = unit === '' ? 0 : UNITS[unit]
  return ten === undefined || one === undefined ? undefined : ten * 10 + one
}
