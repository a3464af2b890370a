import { foldText } from '../platform/text.ts'

/** A commune-level unit of the country: phường, xã, đặc khu. */
export type Commune = { code: string; provinceCode: string; /** With its form: `Phường Việt Hưng`. */ name: string }

export type CountryProvince = { code: string; name: string; fullName: string; mergedFrom: string[] }

/** A commune of before 1 July 2025 and the communes of today that have a part of it. */
export type OldCommune = { name: string; district: string; province: string; successors: string[] }

export type Country = { provinces: CountryProvince[]; communes: Commune[]; old: OldCommune[] }

/** A commune of today that words may mean. `uncertain`: the words fit something else as well, so a person confirms it. */
export type PlaceMatch = {
  communeCode: string
  provinceCode: string
  /** `Phường Việt Hưng, Thành phố Quảng Ninh`. */
  name: string
  /** The old commune meant: `Phường Giếng Đáy, Thành phố Hạ Long`. */
  formerly?: string
  uncertain?: true
}

const COMMUNE_FORMS: [RegExp, string][] = [
  [/^(phuong |p (?!\d)|p ?(?=\d))/, 'phuong'],
  [/^(xa |x )/, 'xa'],
  [/^(thi tran |tt )/, 'thi tran'],
  [/^(dac khu |dk )/, 'dac khu'],
]
const WIDER_FORMS = /^((tinh|thanh pho|tp|quan|huyen|thi xa|tx|q|h|t) |q(?=\d))/

/** Letters and figures without marks, one space between. */
export function plainKey(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A commune's name without what it is: `Phường Giếng Đáy` is `giếng đáy` and a `phuong`. */
export function splitCommune(text: string): { form: string | undefined; key: string; words: string } {
  const plain = plainKey(text)
  for (const [pattern, form] of COMMUNE_FORMS) {
    const [taken] = pattern.exec(plain) ?? []
    if (taken === undefined || taken.length === plain.length) continue
    const key = plain.slice(taken.length)
    return { form, key, words: lastWords(text, key.split(' ').length) }
  }
  return { form: undefined, key: plain, words: text }
}

function lastWords(text: string, count: number): string {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  return words.slice(-count).join(' ')
}

/** A district or province without what it is; `Quận 3` is `3`. */
export function widerKey(text: string): string {
  const plain = plainKey(text)
  const short = plain.replace(WIDER_FORMS, '')
  return short === '' ? plain : short
}

/**
 * A spelling that does not care where the tone mark stands (`Hòa`, `Hoà`), with everything else kept. Words typed without any
 * mark have none of it.
 */
export function spellingKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((syllable) => {
      const tones = syllable.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []
      return syllable.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '') + tones.join('')
    })
    .filter((syllable) => syllable !== '')
    .join(' ')
}

export function hasMarks(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.normalize('NFD'))
}
