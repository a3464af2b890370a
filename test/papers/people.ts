import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../../src/platform/root.ts'
import demo from '../../demo/people.json' with { type: 'json' }

export type Random = () => number
export type Person = {
  fullName: string
  sex: 'Nam' | 'Nữ'
  born: [day: number, month: number, year: number]
  personalId: string
  ethnicity: string
  address: string
  homeTown: string
}

const ETHNICITIES = [
  'Kinh',
  'Tày',
  'Dao',
  'Sán Dìu',
  'Sán Chay',
  'Hoa',
  'Nùng',
  'Mường',
  'Thái',
  'Khmer',
  'Hmông',
  'Ê Đê',
]
const OLD_PROVINCES = ['001', '022', '026', '031', '036', '048', '068', '079', '092']
const provinces = rowsOf('provinces.csv')
const communes = rowsOf('communes.csv')

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))
export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => between(random, 0, 9)).join('')

/** An invented person; a number of this pattern has been given to nobody. */
export function aPerson(random: Random, sex: Person['sex'] = random() < 0.5 ? 'Nam' : 'Nữ', born?: number): Person {
  const { family, middleMale, givenMale, middleFemale, givenFemale } = demo.nameParts
  const [middle, given] = sex === 'Nam' ? [middleMale, givenMale] : [middleFemale, givenFemale]
  const second = random() < 0.3 ? `${pick(random, given)} ` : ''
  const year = born ?? between(random, 1948, 2006)
  const century = (year >= 2000 ? 2 : 0) + (sex === 'Nam' ? 0 : 1)
  return {
    fullName: `${pick(random, family)} ${pick(random, middle)} ${second}${pick(random, given)}`,
    sex,
    born: [between(random, 1, 28), between(random, 1, 12), year],
    personalId: `${pick(random, OLD_PROVINCES)}${century}${String(year % 100).padStart(2, '0')}000${digits(random, 3)}`,
    ethnicity: random() < 0.5 ? 'Kinh' : pick(random, ETHNICITIES),
    address: anAddress(random),
    homeTown: aCommune(random),
  }
}

/** `phường Bãi Cháy, tỉnh Quảng Ninh`, of today's communes. */
export function aCommune(random: Random): string {
  const { full_name: name = '', province_code: provinceCode } = pick(random, communes)
  const province = provinces.find(({ code }) => code === provinceCode)
  return `${lower(name)}, ${lower(province?.full_name ?? '')}`
}

export function anAddress(random: Random): string {
  const commune = aCommune(random)
  return pick(random, [
    `Tổ ${between(random, 1, 30)}, khu ${between(random, 1, 12)}, ${commune}`,
    `Thôn ${pick(random, ['Đồng Tâm', 'Khe Giữa', 'Bắc Sơn', 'Nà Pá', 'Đầu Làng', 'Trại Dọc'])}, ${commune}`,
    `Số ${between(random, 2, 260)} đường ${pick(random, ['Trần Phú', 'Lê Lợi', 'Hạ Long', 'Nguyễn Du'])}, ${commune}`,
  ])
}

export const phoneNumber = (random: Random): string => `09${digits(random, 8)}`

const lower = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1)

function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(join(PROJECT_ROOT, 'data/units', file), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, at) => [names[at], value])))
}
