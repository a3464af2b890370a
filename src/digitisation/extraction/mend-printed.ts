import { foldText } from '../../platform/text.ts'
import { mendAddress, placeIn, type Communes } from './mend-address.ts'
import { mendName } from './mend-name.ts'

/** Recognisers take the small two for a sign of its own; nothing else is printed behind a number and an "m". */
const SQUARE_METRES = /(\d) ?m(?:2|\?|°|”|"|ˆ|\^)(?![\p{L}\d])/gu
/** Labels of people's names, without marks. */
const OF_A_NAME = /\b(?:ho|ten|ong|ba|nguoi|chu|ben)\b/
const LIKE_A_NAME = /^\p{Lu}[\p{L}]*(?: \p{Lu}[\p{L}]*){1,4}$/u

/**
 * A value on a paper of any kind as it must have been printed: places as in the list of communes, family names that are one, square
 * metres. What was read stays in its words.
 */
export function mendPrinted({ label, value }: { label: string; value: string }, communes: Communes): string {
  const squared = withSquareMetres(value)
  if (LIKE_A_NAME.test(squared) && OF_A_NAME.test(foldText(label))) return mendName(squared)
  const address = mendAddress(squared, communes)
  return placeIn(address, communes) ? address : squared
}

export const withSquareMetres = (text: string): string => text.replace(SQUARE_METRES, '$1 m²')
