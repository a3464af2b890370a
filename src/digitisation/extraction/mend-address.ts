import type { PlaceMatch } from '../../organisation/index.ts'

/** The communes of the country, as `organisation` looks them up. */
export type Communes = { find(words: string): PlaceMatch[] }

/** Recognisers take the hook of "Tổ" for an accent; a number after it tells. */
const GROUP = /(^|, *)T[oóòôốồổỗ]́? (?=\d)/giu
const COMMUNE = /\b(xã|phường|đặc khu) ([^,]+), *(?:tỉnh|thành phố|TP\.?) ([^,]+)$/iu

/**
 * An address as it must have been printed: a commune of that name but for its marks is written as it is in the list, when
 * only one is. What was read stays beside it.
 */
export function mendAddress(read: string, communes: Communes): string {
  const grouped = read.replace(GROUP, (_, before: string) => `${before}Tổ `)
  return grouped.replace(COMMUNE, (whole, form: string, name: string, province: string) => {
    const [only, ...more] = communes.find(`${form} ${name}, ${province}`).filter(({ formerly }) => !formerly)
    const [listed] = only?.name.split(', ') ?? []
    const proper = listed?.slice(form.length + 1)
    return proper && more.length === 0 && proper.length === name.length ? whole.replace(name, proper) : whole
  })
}
