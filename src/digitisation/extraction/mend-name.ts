import { foldText } from '../../platform/text.ts'
import file from '../../../data/digitisation/lists.json' with { type: 'json' }

const BY_LETTERS = Map.groupBy(file.familyNames, (name) => foldText(name))
const FAMILY_NAMES = new Set(file.familyNames.map((name) => name.toLocaleLowerCase('vi')))

/** A name whose family name is on no list, but one is but for its marks, must have been printed with that one. */
export function mendName(read: string): string {
  const [family = '', ...others] = read.split(' ')
  const alike = BY_LETTERS.get(foldText(family)) ?? []
  const [only] = alike
  if (only === undefined || alike.length > 1 || FAMILY_NAMES.has(family.toLocaleLowerCase('vi'))) return read
  const isLoud = family.length > 1 && family === family.toLocaleUpperCase('vi')
  return [isLoud ? only.toLocaleUpperCase('vi') : only, ...others].join(' ')
}

export const hasFamilyName = (name: string): boolean =>
  FAMILY_NAMES.has((name.split(' ')[0] ?? '').toLocaleLowerCase('vi'))
