import { between, pick, type Person, type Random } from './people.ts'

export const two = (value: number): string => String(value).padStart(2, '0')

export type Day = [day: number, month: number, year: number]

export const aDay = (random: Random, from = 2019, to = 2026): Day => [
  between(random, 1, 28),
  between(random, 1, 10),
  between(random, from, to),
]

export const dayWith = (mark: string, [day, month, year]: Day): string => [two(day), two(month), year].join(mark)
export const dayLine = (place: string, [day, month, year]: Day): string =>
  `${place}, ngày ${two(day)} tháng ${two(month)} năm ${year}`

const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const ENDINGS: Record<number, string> = { 1: 'mốt', 4: 'tư', 5: 'lăm' }

/** 1 to 99. */
function small(value: number): string {
  const [tens, unit] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return UNITS[unit] ?? ''
  const ten = tens === 1 ? 'mười' : `${UNITS[tens]} mươi`
  if (unit === 0) return ten
  return `${ten} ${unit === 5 ? 'lăm' : tens > 1 ? (ENDINGS[unit] ?? UNITS[unit]) : UNITS[unit]}`
}

export function dayInWords([day, month, year]: Day): string {
  const [thousands, hundreds, rest] = [Math.floor(year / 1000), Math.floor(year / 100) % 10, year % 100]
  const end = rest === 0 ? '' : rest < 10 ? ` linh ${UNITS[rest]}` : ` ${small(rest)}`
  return `ngày ${small(day)} tháng ${month === 4 ? 'tư' : small(month)} năm ${UNITS[thousands]} nghìn ${UNITS[hundreds]} trăm${end}`
}

const MARKS: Record<string, string> = { đ: 'd', Đ: 'D' }

/** As a machine readable zone writes names. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => MARKS[letter] ?? letter)

export const aloud = (text: string): string => text.toLocaleUpperCase('vi')
export const money = (random: Random): string => `${between(random, 5, 900)}.000.000 đồng`
export const area = (random: Random): string => `${between(random, 40, 900)},${between(random, 0, 9)}`

export const bornOf = ({ born }: Person, mark = '/'): string => dayWith(mark, born)
export const identityOf = (random: Random, { personalId }: Person): string =>
  pick(random, [`Căn cước số ${personalId}`, `Căn cước công dân số ${personalId}`, `CCCD số ${personalId}`])
