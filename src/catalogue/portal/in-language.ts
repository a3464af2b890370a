import { languageNow } from '../../platform/language.ts'
import type { BothLanguages } from '../guides/guide.ts'

/** A sentence kept as data, in the language of the page. */
export function inLanguage(text: BothLanguages): string {
  return text[languageNow()]
}
