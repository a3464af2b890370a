import { foldText } from '../../platform/text.ts'
import type { Communes } from './mend-address.ts'

/** Ways the communes of the country are written, by their names without marks; made once for each book of places. */
const books = new WeakMap<Communes, Map<string, Set<string>>>()

function waysIn(communes: Communes): Map<string, Set<string>> {
  const known = books.get(communes)
  if (known) return known
  const ways = new Map<string, Set<string>>()
  for (const { code } of communes.provinces())
    for (const { name } of communes.communesOf(code)) {
      const folded = foldText(name)
      ways.set(folded, (ways.get(folded) ?? new Set()).add(name.toLocaleUpperCase('vi')))
    }
  books.set(communes, ways)
  return ways
}

/** An office named after its commune ("XÃ BA CHẾ") as it must have been printed: where all communes of these letters have the same marks. */
export function mendOffice(read: string, communes: Communes): string {
  const [only, ...others] = waysIn(communes).get(foldText(read)) ?? []
  if (only === undefined || others.length > 0 || read !== read.toLocaleUpperCase('vi')) return read
  return only
}
