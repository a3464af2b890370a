import { foldText } from '../../platform/text.ts'
import type { PlaceBook } from '../../organisation/index.ts'
import { likeness } from '../pairs/likeness.ts'

/** The communes of the country, as `organisation` looks them up. */
export type Communes = Pick<PlaceBook, 'find' | 'provinces' | 'communesOf'>

/** Recognisers take the hook of "Tổ" for an accent; a number after it tells. */
const GROUP = /(^|, *)T[oóòôốồổỗ]́? (?=\d)/giu
const PROVINCE = /^(tinh|thanh pho|tp\.?) /
const PROVINCE_FORMS: Record<string, string> = { tinh: 'tỉnh', 'thanh pho': 'thành phố' }
const COMMUNE = /(?:^|.* )(?=(xa|phuong|dac khu|thi tran) )/
const COMMUNE_FORMS: Record<string, string> = { xa: 'xã', phuong: 'phường', 'dac khu': 'đặc khu' }
const WIDEST_GAP = 0.1
const LIKE = 0.8

/**
 * An address as it must have been printed: province and commune are written as in the list where only one is like what was read.
 * What was read stays beside it.
 */
export function mendAddress(read: string, communes: Communes): string {
  const grouped = read.replace(GROUP, (_, before: string) => `${before}Tổ `)
  const parts = grouped.split(/, */)
  const [around, last = ''] = [parts.at(-2), parts.at(-1)]
  if (around === undefined || last === last.toLocaleUpperCase('vi')) return grouped
  const [form] = PROVINCE.exec(foldText(last)) ?? []
  const bare = form === undefined ? last : last.slice(form.length)
  const province = closest(bare, communes.provinces(), ({ name }) => withoutForm(name, PROVINCE))
  if (!province) return grouped
  const provinceName = withoutForm(province.name, PROVINCE)
  const formWord = form === undefined ? '' : `${PROVINCE_FORMS[form.trim()] ?? last.slice(0, form.length - 1)} `
  return [...parts.slice(0, -2), mendCommune(around, province.code, communes), formWord + provinceName].join(', ')
}

function mendCommune(read: string, provinceCode: string, communes: Communes): string {
  const folded = foldText(read)
  const [before = '', form = ''] = COMMUNE.exec(folded) ?? []
  const proper = COMMUNE_FORMS[form]
  // Folding takes marks off and adds no letters: places in both texts are the same.
  if (proper === undefined || folded.length !== read.length) return read
  const name = read.slice(before.length + form.length + 1)
  const own = communes.communesOf(provinceCode).filter((one) => foldText(one.name).startsWith(`${form} `))
  const listed = closest(name, own, (one) => one.name.slice(form.length + 1))
  const printed = read.slice(before.length, before.length + form.length)
  const formWord = printed.toLocaleLowerCase('vi') === proper ? printed : proper
  return listed ? `${read.slice(0, before.length)}${formWord} ${listed.name.slice(form.length + 1)}` : read
}

/** The one that is written so, or the only one that is like it. */
function closest<T>(read: string, all: readonly T[], nameOf: (one: T) => string): T | undefined {
  const exact = all.find((one) => nameOf(one).toLocaleLowerCase('vi') === read.toLocaleLowerCase('vi'))
  if (exact) return exact
  const [best, second] = all.map((one) => ({ one, fit: likeness(nameOf(one), read) })).toSorted((a, b) => b.fit - a.fit)
  return best && best.fit >= LIKE && best.fit - (second?.fit ?? 0) >= WIDEST_GAP ? best.one : undefined
}

function withoutForm(name: string, form: RegExp): string {
  return name.slice(form.exec(foldText(name))?.[0].length ?? 0)
}

const PLACE = /\b(?:xã|phường|đặc khu|thị trấn) [^,]+, *(?:.*, *)?(?:tỉnh|thành phố|TP\.?) [^,]+$/iu

/**
 * Which communes of today an address is in. `isToday`: its commune is one of them by the very name; else it names a unit of
 * before 1 July 2025, and `today` are those it became part of, one or several.
 */
export function placeIn(address: string, communes: Communes): { isToday: boolean; today: string[] } | undefined {
  const [whole] = PLACE.exec(address) ?? []
  const found = whole === undefined ? [] : communes.find(whole)
  if (whole === undefined || found.length === 0) return undefined
  const before = address.slice(0, address.length - whole.length)
  return {
    isToday: found.some(({ formerly, uncertain }) => !formerly && !uncertain),
    today: found.map(({ name }) => before + name),
  }
}
