import type { LegalDate } from '../platform/dates.ts'

export type UnitKind =
  | 'province' // tỉnh, thành phố trực thuộc trung ương
  | 'district' // cấp huyện, đến hết 30/6/2025
  | 'commune' // phường, xã, đặc khu
  | 'peoples-committee' // Uỷ ban nhân dân
  | 'centre' // Trung tâm Phục vụ hành chính công
  | 'department' // sở, ban, ngành; cơ quan ngành dọc
  | 'division' // phòng

export type UnitForm =
  | 'tinh'
  | 'thanh-pho'
  | 'thanh-pho-thuoc-tinh'
  | 'thi-xa'
  | 'huyen'
  | 'phuong'
  | 'xa'
  | 'thi-tran'
  | 'dac-khu'

/** đơn vị: one version of a unit. The key is (code, validFrom): codes were given again to other units in 2025. */
export type Unit = {
  id: string
  code: string
  /** Readable name of the body through all its versions, e.g. `so-cong-thuong`, `ubnd-bai-chay`. */
  slug: string
  name: string
  shortName: string
  kind: UnitKind
  form: UnitForm | null
  parentId: string | null
  communeCode: string | null
  validFrom: LegalDate
  /** The last day in force; null while it is. */
  validTo: LegalDate | null
}

/** How the people and land of an old unit went over; `ambiguous`: it was split, its name alone does not decide. */
export type SuccessionKind = 'merged' | 'ambiguous' | 'split-population' | 'unchanged' | 'renamed'
export type Succession = { unit: Unit; kind: SuccessionKind; note: string }

/** A unit found by a name it has or had. */
export type UnitMatch = {
  unit: Unit
  /** The old unit whose name matched; null when the unit has the name itself. */
  formerly: Unit | null
  /** False when the old unit was split and this is one of several possible answers. */
  isCertain: boolean
}

export type Position = { code: string; unitKind: UnitKind; form: UnitForm | null; title: string; role: string }

export function isInForce(unit: Pick<Unit, 'validFrom' | 'validTo'>, on: LegalDate): boolean {
  return unit.validFrom <= on && (unit.validTo === null || on <= unit.validTo)
}

const FORM_WORDS: [word: string, form: UnitForm][] = [
  ['Phường', 'phuong'],
  ['Xã', 'xa'],
  ['Thị trấn', 'thi-tran'],
  ['Đặc khu', 'dac-khu'],
  ['Thành phố', 'thanh-pho-thuoc-tinh'],
  ['Thị xã', 'thi-xa'],
  ['Huyện', 'huyen'],
]

/** Splits `Phường Bãi Cháy` into its form and its own name. */
export function splitUnitName(fullName: string): { form: UnitForm; word: string; ownName: string } {
  for (const [word, form] of FORM_WORDS) {
    if (fullName.startsWith(`${word} `)) return { form, word, ownName: fullName.slice(word.length + 1) }
  }
  throw new Error(`no form of unit known for "${fullName}"`)
}

/** The name inside a sentence or after "Uỷ ban nhân dân": `phường Bãi Cháy`. */
export function nameInSentence(fullName: string): string {
  const { word, ownName } = splitUnitName(fullName)
  return `${word.toLocaleLowerCase('vi')} ${ownName}`
}
